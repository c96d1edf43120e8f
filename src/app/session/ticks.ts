import type { Checklist } from '../../scenario/session/model.ts';

/** Done and all, of a list or of several. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** Which items of a session's checklists are done. Kept in the browser; where it keeps nothing, as long as the page lives. */
export class ChecklistTicks {
  private ticked: Set<string>;
  private readonly key: string;

  constructor(
    session: string,
    private readonly storage: () => Storage = () => localStorage,
  ) {
    this.key = keyOf(session);
    this.ticked = this.load();
  }

  has(list: string, item: string): boolean {
    return this.ticked.has(`${list}/${item}`);
  }

  set(list: string, item: string, done: boolean): void {
    // Another window may have ticked something meanwhile.
    this.refresh();
    if (done) this.ticked.add(`${list}/${item}`);
    else this.ticked.delete(`${list}/${item}`);
    this.save();
  }

  /** Takes all ticks away and gives them back to whoever regrets it, by `restore`. */
  clear(): ReadonlySet<string> {
    const before = this.ticked;
    this.ticked = new Set();
    this.save();
    return before;
  }

  restore(ticks: ReadonlySet<string>): void {
    this.ticked = new Set(ticks);
    this.save();
  }

  /** Reads again what another window may have changed. */
  refresh(): void {
    if (this.kept()) this.ticked = this.load();
  }

  /** Whether an event of the storage is about these ticks. */
  concerns(event: StorageEvent): boolean {
    return event.key === this.key || event.key === null;
  }

  progress(lists: readonly Checklist[]): Progress {
    const items = lists.flatMap(({ id, items: own }) => own.map((item) => this.has(id, item.id)));
    return { done: items.filter(Boolean).length, total: items.length };
  }

  private kept(): boolean {
    try {
      return this.storage().getItem(this.key) !== null;
    } catch {
      return false;
    }
  }

  private load(): Set<string> {
    try {
      const kept: unknown = JSON.parse(this.storage().getItem(this.key) ?? '[]');
      return new Set(Array.isArray(kept) ? kept.filter((item): item is string => typeof item === 'string') : []);
    } catch {
      return new Set();
    }
  }

  private save(): void {
    try {
      this.storage().setItem(this.key, JSON.stringify([...this.ticked].sort()));
    } catch {
      // Private windows and full storages refuse; the ticks then last as long as the page.
    }
  }
}

function keyOf(session: string): string {
  return `hopline-checklists-${session}`;
}
