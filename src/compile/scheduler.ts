import { EventQueue, type QueuedEvent } from './event-queue.ts';

/**
 * What happens first among things of the same microsecond: facts settle (a member becomes not ready, a reply leaves) before anybody
 * picks by them.
 */
export const PRIORITY = { flow: 0, pick: 1 } as const;

/** A point of time, its turn among what happens then, and, once it is waited for, who waits. */
export interface Until extends QueuedEvent {
  task: Task | undefined;
}

/** What a routine waits for: a point of time, or the end of other tasks. */
export type Pause = Until | { readonly tasks: readonly Task[]; readonly order: number };

/** A process of the simulation: it runs at an instant, then says what it waits for. */
export type Routine = Generator<Pause, void, void>;

/** What an action turns out to be: over at once, a single pause, or a routine of its own. */
export type Doing = undefined | Pause | Routine;

/** A routine under way. */
export class Task {
  finished = false;
  private waiting: (() => void)[] | undefined;

  constructor(readonly routine: Routine) {}

  whenFinished(run: () => void): void {
    (this.waiting ??= []).push(run);
  }

  finish(): void {
    this.finished = true;
    for (const run of this.waiting ?? []) run();
  }
}

/** Runs routines on one event queue; `now` is in integer microseconds. */
export class Scheduler {
  now = 0;
  private readonly queue = new EventQueue<Until>();

  /** Starts a routine at this instant, in its turn. */
  spawn(routine: Routine, order: number): Task {
    const task = new Task(routine);
    this.queue.push(this.turn(order, task));
    return task;
  }

  /** Runs until nothing is left to do. */
  runAll(): void {
    for (let event = this.queue.pop(); event; event = this.queue.pop()) {
      this.now = event.until;
      if (event.task) this.advance(event.task);
    }
  }

  private advance(task: Task): void {
    const { done, value } = task.routine.next();
    if (done) task.finish();
    else if ('tasks' in value) this.join(task, value.tasks, value.order);
    else {
      value.task = task;
      this.queue.push(value);
    }
  }

  private turn(order: number, task: Task): Until {
    return { until: this.now, priority: PRIORITY.flow, order, sequence: 0, task };
  }

  private join(task: Task, others: readonly Task[], order: number): void {
    const resume = (): void => this.queue.push(this.turn(order, task));
    let left = others.length;
    const one = (): void => void (--left === 0 && resume());
    if (left === 0) return resume();
    for (const other of others) {
      if (other.finished) one();
      else other.whenFinished(one);
    }
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
