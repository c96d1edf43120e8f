import type { Studio } from '../../recorder/studio.ts';
import type { StudioOrder } from '../../recorder/studio-order.ts';
import type { FormatName } from './formats.ts';
import type { SaveTarget } from './target.ts';

export type JobState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';

/** One file that is wanted, is made or was made. */
export class ExportJob {
  state: JobState = 'waiting';
  /** Pictures that are done, and all of them; 0 of 0 while nobody knows. */
  done = 0;
  all = 0;
  bytes = 0;
  /** What went wrong, as the browser says it. */
  reason = '';
  readonly stop = new AbortController();
  private begun = 0;
  private ended = 0;

  constructor(readonly name: string, readonly format: FormatName, readonly order: StudioOrder, readonly target: SaveTarget) {}

  /** Pictures a second, of those that are done; 0 before there are any. */
  get rate(): number {
    return this.seconds > 0 ? this.done / this.seconds : 0;
  }

  /** Seconds that it took, or has taken so far. */
  get seconds(): number {
    return this.begun === 0 ? 0 : ((this.ended || performance.now()) - this.begun) / 1000;
  }

  /** Seconds until it is done; undefined while nobody knows. */
  get left(): number | undefined {
    return this.seconds > 1 && this.done > 0 ? (this.all - this.done) / this.rate : undefined;
  }

  /** 0–1. */
  get share(): number {
    return this.all > 0 ? this.done / this.all : 0;
  }

  enter(state: JobState): void {
    this.state = state;
    if (state === 'running') this.begun = performance.now();
    else this.ended = performance.now();
  }
}

/** Makes files one after the other, in the order in which they were asked for. */
export class ExportQueue {
  jobs: readonly ExportJob[] = [];
  private busy: Promise<void> | undefined;

  /** `onChange` hears of every change of a job, and which one it is when its state has changed. */
  constructor(private readonly studio: () => Promise<Studio>, private readonly onChange: (entered?: ExportJob) => void) {}

  /** The file that is made now. */
  get running(): ExportJob | undefined {
    return this.jobs.find(({ state }) => state === 'running');
  }

  /** Files that are made or wait for it. */
  get open(): readonly ExportJob[] {
    return this.jobs.filter(({ state }) => state === 'running' || state === 'waiting');
  }

  add(job: ExportJob): void {
    this.jobs = [job, ...this.jobs];
    this.onChange(job);
    this.busy ??= this.work().finally(() => (this.busy = undefined));
  }

  /** Gives a file up; nothing of it is left. */
  cancel(job: ExportJob): void {
    if (job.state === 'waiting') void this.giveUp(job, 'cancelled');
    job.stop.abort(new Error('cancelled'));
  }

  /** Takes one that is over from the list. */
  remove(job: ExportJob): void {
    this.jobs = this.jobs.filter((one) => one !== job);
    this.onChange();
  }

  private async work(): Promise<void> {
    for (let job = this.next(); job; job = this.next()) await this.make(job);
  }

  private next(): ExportJob | undefined {
    return this.jobs.findLast(({ state }) => state === 'waiting');
  }

  private async make(job: ExportJob): Promise<void> {
    this.enter(job, 'running');
    const { signal } = job.stop;
    let file: Awaited<ReturnType<SaveTarget['open']>> | undefined;
    try {
      const studio = await this.studio();
      signal.throwIfAborted();
      file = counting(await job.target.open(), (bytes) => (job.bytes = bytes));
      await studio.make(job.order, file, { signal, onProgress: (done, all) => this.progress(job, done, all) });
      job.target.deliver();
      this.enter(job, 'done');
    } catch (error) {
      // Who has begun to write gives it up; where nobody has, this does.
      await file?.abort(error).catch(() => undefined);
      job.reason = error instanceof Error ? error.message : String(error);
      await this.giveUp(job, signal.aborted ? 'cancelled' : 'failed');
    }
  }

  private async giveUp(job: ExportJob, state: 'cancelled' | 'failed'): Promise<void> {
    this.enter(job, state);
    await job.target.discard();
  }

  private progress(job: ExportJob, done: number, all: number): void {
    job.done = done;
    job.all = all;
    this.onChange();
  }

  private enter(job: ExportJob, state: JobState): void {
    job.enter(state);
    this.onChange(job);
  }
}

/** The same file, and word of how long it is so far. */
function counting(file: Awaited<ReturnType<SaveTarget['open']>>, onBytes: (bytes: number) => void): typeof file {
  const writer = file.getWriter();
  let bytes = 0;
  return new WritableStream({
    write: (chunk) => {
      bytes = Math.max(bytes, chunk.position + chunk.data.length);
      onBytes(bytes);
      return writer.write(chunk);
    },
    close: () => writer.close(),
    abort: (reason) => writer.abort(reason),
  });
}
