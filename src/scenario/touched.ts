import type { Action } from './model.ts';

/** Something that actions change and later ones rely on: `open a->b`, `present pod-1`, `request txn`. */
export type FactKey = string;

/** Collects what the actions change, whatever path is taken. */
export function touchedBy(actions: readonly Action[], into: Set<FactKey> = new Set()): Set<FactKey> {
  for (const action of actions) {
    if (action.verb === 'open' || action.verb === 'close') into.add(`open ${action.edge}`);
    else if (action.verb === 'create' || action.verb === 'remove') into.add(`present ${action.target}`);
    else if (action.verb === 'send' && action.as !== undefined) into.add(`request ${action.as}`);
    else if (action.verb === 'reply') into.add(`request ${action.request}`);
    else if (action.verb === 'every') touchedBy(action.actions, into);
    else if (action.verb === 'parallel') for (const branch of action.branches) touchedBy(branch, into);
    else if (action.verb === 'choose') for (const option of action.options.values()) touchedBy(option, into);
  }
  return into;
}

/** What branches that run at the same time change: of that nothing certain can be said without their times. */
export class Concurrent {
  private readonly total = new Map<FactKey, number>();
  private readonly own: readonly ReadonlySet<FactKey>[];
  private readonly outer: Concurrent | undefined;
  private current = 0;

  constructor(branches: readonly (readonly Action[])[], outer?: Concurrent) {
    this.outer = outer;
    this.own = branches.map((branch) => touchedBy(branch));
    for (const keys of this.own) for (const key of keys) this.total.set(key, (this.total.get(key) ?? 0) + 1);
  }

  /** From here on the questions come from this branch. */
  enter(branch: number): this {
    this.current = branch;
    return this;
  }

  /** Whether another branch, here or further out, changes this. */
  has(key: FactKey): boolean {
    const others = (this.total.get(key) ?? 0) - (this.own[this.current]?.has(key) ? 1 : 0);
    return others > 0 || (this.outer?.has(key) ?? false);
  }
}
