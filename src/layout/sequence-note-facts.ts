import type { Trace } from '../compile/trace.ts';
import type { NodeId } from '../scenario/model.ts';

/** Around a note: from its lifeline, past the bars on it, to the next lifeline, and from its rim to its words. */
export const NOTE = { inset: 28, aside: 12, left: 14, right: 20, y: 9 } as const;
/** Notes are broken rather than made wider than this. */
const WIDEST = 220;

/** A note of the story: `row` is the index of the first row below it. */
export interface NoteFact {
  readonly node: NodeId;
  readonly words: string;
  readonly time: number;
  readonly step: number;
  readonly row: number;
}

/** The notes of a trace by time, each between the rows of its own step; saying the same again makes no second one. */
export function notesOf({ changes, messages, steps }: Trace): NoteFact[] {
  const shown = new Map<NodeId, string>();
  const found: NoteFact[] = [];
  let started = 0;
  for (const change of changes) {
    if (change.kind !== 'note') continue;
    const { node, value, time, step } = change;
    const before = shown.get(node);
    shown.set(node, value ?? '');
    if (!value || value === before) continue;
    // What starts at the same instant was written after the note, which takes no time.
    while (started < messages.length && (messages[started] as Trace['messages'][number]).start < time) started++;
    const { first, last } = steps[step] ?? { first: started, last: started };
    found.push({ node, words: value, time, step, row: Math.min(last, Math.max(first, started)) });
  }
  return found;
}

/** What the gap right of a lifeline should have for a note; `measure` says how wide its words should be. */
export function noteRoom(words: string, measure: (words: string) => number): number {
  return NOTE.inset + NOTE.left + Math.min(WIDEST, measure(words)) + NOTE.right + NOTE.aside;
}
