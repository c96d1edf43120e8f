import type { FilmChunk } from './record-film.ts';

/** Bytes of a page. */
const PAGE = 1 << 20;

/** A file in memory that may be written in any order, in pages, so that it grows without being copied. */
export class MemoryFile {
  /** Of the file as far as it is written. */
  size = 0;
  readonly stream = new WritableStream<FilmChunk>({ write: ({ data, position }) => this.write(data, position) });
  private readonly pages: Uint8Array<ArrayBuffer>[] = [];

  /** The file's parts, in their order. */
  parts(): Uint8Array<ArrayBuffer>[] {
    return this.pages.map((page, at) => page.subarray(0, Math.min(PAGE, this.size - at * PAGE)));
  }

  /** The file as a whole. */
  bytes(): Uint8Array<ArrayBuffer> {
    const all = new Uint8Array(this.size);
    this.parts().forEach((part, at) => all.set(part, at * PAGE));
    return all;
  }

  /** Puts bytes at a place; what lies before it and was not written is 0. */
  write(data: Uint8Array, position: number): void {
    this.size = Math.max(this.size, position + data.length);
    while (this.pages.length * PAGE < this.size) this.pages.push(new Uint8Array(PAGE));
    for (let done = 0; done < data.length; ) {
      const start = (position + done) % PAGE;
      const part = data.subarray(done, done + PAGE - start);
      this.pages[Math.floor((position + done) / PAGE)]?.set(part, start);
      done += part.length;
    }
  }
}
