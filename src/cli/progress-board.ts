import { cut, placesOf, progressLine } from './progress-line.ts';
import type { Terminal } from './terminal.ts';

/** Something that takes a while: what it is called, and of how many frames it consists. */
export interface Task {
  readonly name: string;
  readonly frames: number;
}

/** What a name needs at least to be worth its place. */
const LEAST_NAME = 12;
const USUAL_COLUMNS = 80;

/** Shows in one line how far several tasks are, of which some may be under way at once. Silent where nobody is watching. */
export class ProgressBoard {
  private readonly underWay = new Map<number, number>();
  private frames: number;
  private done = 0;
  private ended = 0;
  private first: { readonly done: number; readonly time: number } | undefined;

  constructor(private readonly tasks: readonly Task[], private readonly terminal: Pick<Terminal, 'status' | 'columns'>, private readonly now = () => performance.now()) {
    this.frames = tasks.reduce((sum, task) => sum + task.frames, 0);
  }

  /** What hears of a task's frames; undefined where nobody is watching. */
  follow(at: number): ((frames: number) => void) | undefined {
    if (!this.terminal.status) return undefined;
    return (frames) => {
      this.underWay.set(at, frames);
      this.show();
    };
  }

  /** A task is over. One that needed nothing, or came to nothing, no longer counts towards the time that is left. */
  end(at: number, made: boolean): void {
    const frames = this.tasks[at]?.frames ?? 0;
    this.underWay.delete(at);
    this.ended++;
    if (made) this.done += frames;
    else this.frames -= frames;
  }

  private show(): void {
    const done = this.done + [...this.underWay.values()].reduce((sum, frames) => sum + frames, 0);
    const time = this.now();
    // What comes before the first frame says nothing about the others.
    this.first ??= { done, time };
    const seconds = (time - this.first.time) / 1000;
    const speed = seconds > 0 ? Math.max(0, (done - this.first.done) / seconds) : 0;
    this.terminal.status?.(this.line({ done, frames: this.frames, speed }));
  }

  private line(progress: Parameters<typeof progressLine>[0]): string {
    const columns = (this.terminal.columns?.() ?? USUAL_COLUMNS) - 1;
    if (this.tasks.length === 1) return progressLine(progress, columns);
    const count = `[${this.ended}/${this.tasks.length}] `;
    const line = count + progressLine(progress, columns - count.length);
    const room = columns - placesOf(line) - 2;
    return room < LEAST_NAME ? line : `${line}  ${cut(this.names(), room)}`;
  }

  /** What is under way, each with its share. */
  private names(): string {
    return [...this.underWay].map(([at, frames]) => `${this.tasks[at]?.name} ${Math.floor((100 * frames) / Math.max(1, this.tasks[at]?.frames ?? 1))} %`).join(', ');
  }
}
