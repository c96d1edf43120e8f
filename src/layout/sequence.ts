import type { Trace } from '../compile/trace.ts';
import type { EdgeId, NodeId } from '../scenario/model.ts';
import { textWidth } from '../look/measure.ts';
import { TYPE, WEIGHT } from '../look/type.ts';
import { makeColumns, type Columns } from './sequence-columns.ts';
import { makeActivations, makeFragments } from './sequence-frames.ts';
import { notesOf } from './sequence-note-facts.ts';
import { addNoteRoom, fitNote, placeNotes } from './sequence-notes.ts';
import { frameRoom, makeRows } from './sequence-rows.ts';
import type { Lifeline, SequenceLayout } from './types.ts';

const STANDING_ROW = 30;
const AFTER_HEADS = 10;
const FOOT = 24;

/** Width of the margin that holds the messages' numbers. */
function marginFor(trace: Trace): number {
  const longest = trace.messages.reduce((most, { number }) => (number.length > most.length ? number : most), '');
  return Math.max(48, Math.ceil(textWidth(longest, { size: TYPE.margin, weight: WEIGHT.strong })) + 24);
}

/** More connections than this stand in one row for each side that was dialled. */
const MOST_STANDING = 4;

/** Connections that stand from the start between two lifelines; several in one row where they do not meet, or where they were dialled to the same side. */
function makeStanding(trace: Trace, columns: Columns, top: number): SequenceLayout['standing'] {
  const place = (id: NodeId): number | undefined => {
    const component = trace.scenario.architecture.nodes.get(id)?.parent;
    const own = columns.of.get(id) ?? (component === undefined ? undefined : columns.of.get(component));
    return own === undefined ? undefined : columns.lifelines[columns.index.get(own) as number]?.x;
  };
  const found = trace.scenario.open.flatMap((edge) => {
    const [from, to] = edge.split('->') as [NodeId, NodeId];
    const [fromX, toX] = [place(from), place(to)];
    return fromX === undefined || toX === undefined || fromX === toX ? [] : [{ edge, fromX, toX }];
  });
  // Components whose parts have no lifeline of their own may have several between the same two.
  const distinct = found.filter(({ fromX, toX }, i) => found.findIndex((other) => other.fromX === fromX && other.toX === toX) === i);
  const gathered = distinct.length > MOST_STANDING;
  const bundles = new Map<EdgeId | number, typeof distinct>();
  for (const one of distinct) bundles.set(gathered ? one.toX : one.edge, [...(bundles.get(gathered ? one.toX : one.edge) ?? []), one]);
  const ends: number[] = [];
  return [...bundles.values()].flatMap((bundle) => {
    const xs = bundle.flatMap(({ fromX, toX }) => [fromX, toX]);
    let line = ends.findIndex((end) => end < Math.min(...xs));
    if (line < 0) line = ends.length;
    ends[line] = Math.max(...xs);
    return bundle.map((one) => ({ ...one, y: top + line * STANDING_ROW + STANDING_ROW / 2 }));
  });
}

/** The sequence diagram of a trace: linear in its messages. `width`: what the picture should fill; it is wider where words would have to be broken otherwise. */
export function layoutSequence(trace: Trace, options: { readonly width?: number } = {}): SequenceLayout {
  const margin = marginFor(trace);
  const facts = notesOf(trace);
  const columns = makeColumns(trace, facts, margin, options.width);
  const standing = makeStanding(trace, columns, columns.headHeight + AFTER_HEADS);
  const top = columns.headHeight + AFTER_HEADS + (standing.length > 0 ? Math.max(...standing.map(({ y }) => y)) - columns.headHeight - AFTER_HEADS + STANDING_ROW / 2 + 6 : 0);
  const room = frameRoom(trace.fragments, trace.messages.length);
  const fitted = facts.map((note) => {
    const at = columns.index.get(columns.of.get(note.node) as NodeId) as number;
    return fitNote(note, columns.lifelines[at] as Lifeline, columns.lifelines[at + 1]?.x ?? columns.width);
  });
  addNoteRoom(fitted, room);
  const rows = makeRows(trace.messages, columns, room, top);
  const notes = placeNotes(fitted, rows, trace.fragments, top);
  const last = rows.at(-1);
  const fragments = makeFragments(trace.fragments, rows, notes, margin);
  const right = fragments.reduce((most, { box }) => Math.max(most, box.x + box.width + 8), columns.width);
  return {
    size: { width: Math.ceil(right), height: (last ? last.top + last.height : top) + (room.at(-1) ?? 0) + FOOT },
    headHeight: columns.headHeight, margin, lifelines: columns.lifelines, standing, rows, notes, fragments,
    activations: makeActivations(trace.messages, rows, columns),
  };
}
