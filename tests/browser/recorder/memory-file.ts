import { BufferSource, Input, MP4, WEBM, type InputVideoTrack } from 'mediabunny';
import type { FilmChunk } from '../../../src/recorder/record-film.ts';

/** A file in memory that is written in any order. */
export class MemoryFile {
  closed = false;
  failed: unknown;
  bytes = new Uint8Array(0);
  readonly stream = new WritableStream<FilmChunk>({
    write: ({ data, position }) => {
      const all = new Uint8Array(Math.max(this.bytes.length, position + data.length));
      all.set(this.bytes);
      all.set(data, position);
      this.bytes = all;
    },
    close: () => void (this.closed = true),
    abort: (reason) => void (this.failed = reason ?? true),
  });

  async track(): Promise<InputVideoTrack> {
    const track = await new Input({ source: new BufferSource(this.bytes), formats: [MP4, WEBM] }).getPrimaryVideoTrack();
    if (!track) throw new Error('The file has no film in it.');
    return track;
  }
}
