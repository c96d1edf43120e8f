import type { MediaEventName } from './player-events.ts';

/**
 * Fires media events in the order in which they were queued, after the running script, as media elements do: by then every state
 * that belongs to them has changed.
 */
export class MediaEvents {
  private readonly target: EventTarget;
  private queued: { readonly work: () => void; readonly event: boolean }[] = [];
  private scheduled = false;

  constructor(target: EventTarget) {
    this.target = target;
  }

  /** Queues events. */
  queue(...names: readonly MediaEventName[]): void {
    for (const name of names) this.add({ work: () => this.fire(name), event: true });
  }

  /** Forgets the events that are not out yet: they are of what was there before a load. Queued work is still done. */
  forget(): void {
    this.queued = this.queued.filter(({ event }) => !event);
  }

  /** Fires an event at once: only from within queued work. */
  fire(name: MediaEventName): void {
    this.target.dispatchEvent(new Event(name));
  }

  /** Queues work that has to happen between events. */
  run(work: () => void): void {
    this.add({ work, event: false });
  }

  private add(item: { readonly work: () => void; readonly event: boolean }): void {
    this.queued.push(item);
    if (this.scheduled) return;
    this.scheduled = true;
    queueMicrotask(this.drain);
  }

  private readonly drain = (): void => {
    for (let item = this.queued.shift(); item; item = this.queued.shift()) {
      try {
        item.work();
      } catch (error) {
        reportError(error);
      }
    }
    this.scheduled = false;
  };
}
