import { EventQueue } from './event-queue.ts';

/**
 * What happens first among things of the same microsecond: facts settle (a member becomes not ready, a reply leaves) before anybody
 * picks by them.
 */
export const PRIORITY = { flow: 0, pick: 1 } as const;

/** A point of time in integer microseconds, and its turn among what happens then. */
export interface Until {
  readonly until: number;
  readonly priority: number;
  readonly order: number;
}

/** What a routine waits for: a point of time, or the end of other tasks. */
export type Pause = Until | { readonly tasks: readonly Task[]; readonly order: number };

/** A process of the simulation: it runs at an instant, then says what it waits for. */
export type Routine = Generator<Pause, void, void>;

/** A routine under way. */
export class Task {
  finished = false;
  private waiting: (() => void)[] = [];

  whenFinished(run: () => void): void {
    this.waiting.push(run);
  }

  finish(): void {
    this.finished = true;
    for (const run of this.waiting) run();
    this.waiting = [];
  }
}

/** Runs routines on one event queue; `now` is in integer microseconds. */
export class Scheduler {
  now = 0;
  private readonly queue = new EventQueue();

  /** Starts a routine at this instant, in its turn. */
  spawn(routine: Routine, order: number): Task {
    const task = new Task();
    this.queue.push({ time: this.now, priority: PRIORITY.flow, order, run: () => this.advance(task, routine) });
    return task;
  }

  /** Runs until nothing is left to do. */
  runAll(): void {
    for (let event = this.queue.pop(); event; event = this.queue.pop()) {
      this.now = event.time;
      event.run();
    }
  }

  private advance(task: Task, routine: Routine): void {
    const { done, value } = routine.next();
    if (done) return task.finish();
    const run = (): void => this.advance(task, routine);
    if ('tasks' in value) return this.join(value.tasks, value.order, run);
    this.queue.push({ time: value.until, priority: value.priority, order: value.order, run });
  }

  private join(tasks: readonly Task[], order: number, run: () => void): void {
    const resume = (): void => this.queue.push({ time: this.now, priority: PRIORITY.flow, order, run });
    const open = tasks.filter((task) => !task.finished);
    if (open.length === 0) return resume();
    let left = open.length;
    for (const task of open) task.whenFinished(() => --left === 0 && resume());
  }
}

/** Seconds as integer microseconds. */
export function toMicros(seconds: number): number {
  return Math.round(seconds * 1e6);
}

/** Integer microseconds as seconds. */
export function toSeconds(micros: number): number {
  return micros / 1e6;
}
