import { PartFile } from './part-file.ts';
import { numberedName } from './record-options.ts';
import type { RecordWork } from './record-order.ts';
import type { RecordSink } from './record-session.ts';

/** Puts bytes and pictures into files. */
export class FileSink implements RecordSink {
  private pictures = 0;

  constructor(
    private readonly out: string, private readonly work: RecordWork, private readonly film: PartFile | undefined,
    private readonly onProgress: ((frames: number) => void) | undefined,
  ) {}

  /** How much was written. */
  get bytes(): number {
    return this.film?.size ?? this.pictures;
  }

  async write(position: number, data: Uint8Array): Promise<void> {
    await this.film?.write(position, data);
  }

  async picture(index: number, data: Uint8Array): Promise<void> {
    const file = await PartFile.create(this.work.kind === 'frames' ? numberedName(this.out, index) : this.out);
    try {
      await file.write(0, data);
      await file.finish();
      this.pictures += data.length;
    } finally {
      await file.discard();
    }
  }

  progress(frames: number): void {
    this.onProgress?.(frames);
  }
}
