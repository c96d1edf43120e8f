import { PartFile } from './part-file.ts';
import { progressLine } from './progress-line.ts';
import { numberedName } from './record-options.ts';
import type { RecordWork } from './record-order.ts';
import type { RecordSink } from './record-session.ts';

/** Puts bytes and pictures into files and says how far it is. */
export class FileSink implements RecordSink {
  private pictures = 0;
  private first: { readonly frames: number; readonly time: number } | undefined;

  constructor(
    private readonly out: string, private readonly work: RecordWork, private readonly frames: number,
    private readonly film: PartFile | undefined, private readonly status: ((line: string) => void) | undefined,
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
    const time = performance.now();
    // What comes before the first frame says nothing about the others.
    this.first ??= { frames, time };
    const seconds = (time - this.first.time) / 1000;
    this.status?.(progressLine(frames, this.frames, seconds > 0 ? (frames - this.first.frames) / seconds : 0));
  }
}
