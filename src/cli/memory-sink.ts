import { MemoryFile } from '../recorder/memory-file.ts';
import type { RecordSink } from './record-session.ts';

/** Keeps what is recorded in memory: for short clips and pictures that become part of another file. */
export class MemorySink implements RecordSink {
  private readonly file = new MemoryFile();

  constructor(private readonly onProgress?: (frames: number) => void) {}

  /** All that was written so far. */
  get data(): Uint8Array<ArrayBuffer> {
    return this.file.bytes();
  }

  async write(position: number, data: Uint8Array): Promise<void> {
    this.file.write(data, position);
  }

  async picture(_index: number, data: Uint8Array): Promise<void> {
    await this.write(0, data);
  }

  progress(frames: number): void {
    this.onProgress?.(frames);
  }
}
