import type { MediaEventName } from './player-events.ts';

/**
 * Fires media events in the order in which they were queued, after the running script, as media elements do: by then every state
 * that belongs to them has changed.
 */
export class MediaEvents {
  private readonly target: EventTarget;
  private readonly queued: (() => void)[] = [];
  private scheduled = false;

  constructor(target: EventTarget) {
    this.target = target;
  }

  /** Queues events. */
  queue(...names: readonly MediaEventName[]): void {
    for (const name of names) this.run(() => this.fire(name));
  }

  /** Fires an event at once: only from within queued work. */
  fire(name: MediaEventName): void {
    this.target.dispatchEvent(new Event(name));
  }

  /** Queues work that has to happen between events. */
  run(work: () => void): void {
    this.queued.push(work);
    if (this.scheduled) return;
    this.scheduled = true;
    queueMicrotask(this.drain);
  }

  private readonly drain = (): void => {
    for (let work = this.queued.shift(); work; work = this.queued.shift()) {
      try {
        work();
      } catch (error) {
        reportError(error);
      }
    }
    this.scheduled = false;
  };
}
