import type { Fragment, Message } from '../compile/trace.ts';
import type { NodeId } from '../scenario/model.ts';
import { textWidth } from '../look/measure.ts';
import { TYPE, WEIGHT } from '../look/type.ts';
import type { Columns } from './sequence-columns.ts';
import { DIVIDER, FRAME_BOTTOM, FRAME_TOP } from './sequence-rows.ts';
import type { SequenceLayout, SequenceNote, SequenceRow } from './types.ts';

const SIDE = 22;
const NESTED = 10;

/** Left and right ends of what the rows of each fragment and the notes between them take up. */
function extent(rows: readonly SequenceRow[], notes: readonly SequenceNote[], { first, last }: Fragment): { low: number; high: number } {
  let [low, high] = [Infinity, -Infinity];
  for (let i = first; i < last; i++) {
    const { fromX, toX, labelBox } = rows[i] as SequenceRow;
    low = Math.min(low, fromX, toX, labelBox.width > 0 ? labelBox.x : Infinity);
    high = Math.max(high, fromX, toX, labelBox.width > 0 ? labelBox.x + labelBox.width : -Infinity);
  }
  for (const { afterMessage, lifelineX, box } of notes) {
    if (afterMessage < first || afterMessage >= last - 1) continue;
    low = Math.min(low, lifelineX);
    high = Math.max(high, box.x + box.width);
  }
  return { low, high };
}

/** Room beside a frame's label: padding, and the word for its kind. */
const LABEL_ROOM = 112;

interface Open { readonly fragment: Fragment; readonly inner: number; readonly outer: Fragment | undefined }

/** How many frames stand inside each one, one in the other. */
function depthsWithin(fragments: readonly Fragment[]): Open[] {
  const heights = new Map<Fragment, number>();
  // Outer before inner: from the back, every frame knows its inner ones before its outer one asks.
  const stack: Fragment[] = [];
  const parents = new Map<Fragment, Fragment | undefined>();
  for (const fragment of fragments) {
    while (stack.length > 0 && (stack.at(-1) as Fragment).last <= fragment.first) stack.pop();
    const outer = stack.at(-1);
    parents.set(fragment, outer && fragment.last <= outer.last ? outer : undefined);
    stack.push(fragment);
  }
  for (const fragment of [...fragments].reverse()) {
    const outer = parents.get(fragment);
    const own = heights.get(fragment) ?? 0;
    if (outer) heights.set(outer, Math.max(heights.get(outer) ?? 0, own + 1));
  }
  return fragments.map((fragment) => ({ fragment, inner: heights.get(fragment) ?? 0, outer: parents.get(fragment) }));
}

/** How far right each frame reaches: around its rows, its label and the frames inside it. */
function rightEnds(all: readonly Open[], rows: readonly SequenceRow[], notes: readonly SequenceNote[]): Map<Fragment, number> {
  const ends = new Map<Fragment, number>();
  for (const { fragment, inner, outer } of [...all].reverse()) {
    const { low, high } = extent(rows, notes, fragment);
    const side = SIDE + inner * NESTED;
    const label = textWidth(fragment.label, { size: TYPE.fragment, weight: WEIGHT.strong }) + LABEL_ROOM;
    const end = Math.max(high + side, low - side + label, ends.get(fragment) ?? 0);
    ends.set(fragment, end);
    if (outer) ends.set(outer, Math.max(ends.get(outer) ?? 0, end + NESTED));
  }
  return ends;
}

/** The frames of parallel branches, choices and traffic around their rows; an outer frame holds its inner ones. */
export function makeFragments(
  fragments: readonly Fragment[], rows: readonly SequenceRow[], notes: readonly SequenceNote[], margin: number,
): SequenceLayout['fragments'] {
  const started = new Map<number, number>();
  const ended = new Map<number, number>();
  const shown = fragments.filter(({ first, last }) => last > first && last <= rows.length);
  const all = depthsWithin(shown);
  // Of several that begin at one row the outer one begins higher; of several that end there it ends lower.
  const countAt = (map: Map<number, number>, at: number): number => {
    const count = map.get(at) ?? 0;
    map.set(at, count + 1);
    return count;
  };
  const bottoms = new Map<Fragment, number>();
  for (const { fragment } of [...all].reverse()) bottoms.set(fragment, countAt(ended, fragment.last));
  const starting = new Map<number, number>();
  for (const { fragment } of all) starting.set(fragment.first, (starting.get(fragment.first) ?? 0) + 1);
  const reach = rightEnds(all, rows, notes);
  return all.map(({ fragment, inner }) => {
    const { kind, label, first, last, dividers } = fragment;
    const [top, end] = [rows[first] as SequenceRow, rows[last - 1] as SequenceRow];
    const above = FRAME_TOP * ((starting.get(first) as number) - countAt(started, first)) - 6;
    const below = FRAME_BOTTOM * ((bottoms.get(fragment) as number) + 1) - 6;
    const { low } = extent(rows, notes, fragment);
    const side = SIDE + inner * NESTED;
    const x = Math.max(margin + 4, low - side);
    const box = { x, y: top.top - above, width: (reach.get(fragment) as number) - x, height: end.top + end.height + below - (top.top - above) };
    return { kind, label, box, dividers: dividers.filter((at) => at > first && at < last).map((at) => (rows[at] as SequenceRow).top - DIVIDER / 2) };
  });
}

const ACTIVATION_STEP = 6;
/** Deeper bars would stand apart from their lifeline. */
const MOST_NESTED = 2;

type Activation = SequenceLayout['activations'][number];

/** The bars on lifelines between a request's arrival and its answer: nested ones a little aside, those of concurrent packets as one. */
export function makeActivations(messages: readonly Message[], rows: readonly SequenceRow[], columns: Columns): SequenceLayout['activations'] {
  const open = new Map<NodeId, Set<number>>();
  const ends = new Map<number, number>();
  for (const message of messages) if (message.request !== undefined) ends.set(message.request, message.index);
  const made: Activation[] = [];
  for (const message of messages) {
    const answer = ends.get(message.index);
    const node = columns.of.get(message.kind === 'reply' ? message.from : message.to) as NodeId;
    if (message.request !== undefined) open.get(node)?.delete(message.request);
    if (answer === undefined || answer <= message.index) continue;
    const active = open.get(node) ?? new Set<number>();
    const depth = message.traffic ? 0 : Math.min(MOST_NESTED, active.size);
    const x = (columns.lifelines[columns.index.get(node) as number]?.x ?? 0) + depth * ACTIVATION_STEP;
    made.push({ node, x, top: (rows[message.index] as SequenceRow).y, bottom: (rows[answer] as SequenceRow).y });
    if (!message.traffic) open.set(node, active.add(message.index));
  }
  return merged(made);
}

/** Bars of one lifeline that lie on one another become one. They come in the order of their tops, so only the last of each place can be met. */
function merged(bars: readonly Activation[]): Activation[] {
  const result: Activation[] = [];
  const last = new Map<number, number>();
  for (const bar of bars) {
    const at = last.get(bar.x);
    const before = at === undefined ? undefined : result[at];
    if (at !== undefined && before && bar.top < before.bottom) result[at] = { ...before, bottom: Math.max(before.bottom, bar.bottom) };
    else last.set(bar.x, result.push(bar) - 1);
  }
  return result;
}
