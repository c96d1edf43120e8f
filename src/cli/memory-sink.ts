import type { RecordSink } from './record-session.ts';

/** Keeps what is recorded in memory: for short clips and pictures that become part of another file. */
export class MemorySink implements RecordSink {
  private bytes = new Uint8Array(0);
  private length = 0;

  constructor(private readonly onProgress?: (frames: number) => void) {}

  /** All that was written so far. */
  get data(): Uint8Array<ArrayBuffer> {
    return this.bytes.slice(0, this.length);
  }

  async write(position: number, data: Uint8Array): Promise<void> {
    const end = position + data.length;
    if (end > this.bytes.length) {
      const larger = new Uint8Array(Math.max(end, 2 * this.bytes.length));
      larger.set(this.bytes);
      this.bytes = larger;
    }
    this.bytes.set(data, position);
    this.length = Math.max(this.length, end);
  }

  async picture(_index: number, data: Uint8Array): Promise<void> {
    await this.write(0, data);
  }

  progress(frames: number): void {
    this.onProgress?.(frames);
  }
}
