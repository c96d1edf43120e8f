import type { Fragment, Message } from '../compile/trace.ts';
import type { NodeId } from '../scenario/model.ts';
import { fitText } from '../look/fit.ts';
import { textWidth } from '../look/measure.ts';
import { LINE_HEIGHT, TYPE, WEIGHT } from '../look/type.ts';
import { LABEL_INSET, SELF_INSET, type Columns } from './sequence-columns.ts';
import type { FittedText, SequenceRow } from './types.ts';

const ABOVE = 8;
const UNDER_LABEL = 7;
const BELOW = 14;
const LEAST_ROW = 40;
const SELF_ROW = 48;
/** Room for the name of a frame above its first row, below its last, and around a divider. */
export const FRAME_TOP = 34;
export const FRAME_BOTTOM = 14;
export const DIVIDER = 12;

/** Room before each row (and after the last): index of the row. */
export function frameRoom(fragments: readonly Fragment[], count: number): Float64Array {
  const before = new Float64Array(count + 1);
  for (const { first, last, dividers } of fragments) {
    if (last <= first) continue;
    before[first] = (before[first] as number) + FRAME_TOP;
    before[last] = (before[last] as number) + FRAME_BOTTOM;
    for (const divider of dividers) if (divider > first && divider < last) before[divider] = (before[divider] as number) + DIVIDER;
  }
  return before;
}

/** Breaks labels for a width, each pair of label and width once. */
class Labels {
  private readonly known = new Map<string, FittedText>();

  fit(label: string, width: number): FittedText {
    const key = `${Math.round(width)} ${label}`;
    const known = this.known.get(key);
    if (known) return known;
    const fitted = fitText(label, { width, size: TYPE.sequenceLabel, minSize: TYPE.sequenceLabel - 2, weight: WEIGHT.regular, maxLines: 3 });
    this.known.set(key, fitted);
    return fitted;
  }
}

const heightOf = ({ lines, size }: FittedText): number => Math.ceil(lines.length * size * LINE_HEIGHT);
const widthOf = ({ lines, size }: FittedText): number => Math.ceil(Math.max(0, ...lines.map((line) => textWidth(line, { size, weight: WEIGHT.regular }))));

/** Where the room for a self-message's label ends: before the next lifeline. */
function selfRoom(columns: Columns, at: number): number {
  const next = columns.lifelines[at + 1];
  const from = columns.lifelines[at]?.x ?? 0;
  return (next ? next.x : columns.width) - LABEL_INSET - from - SELF_INSET;
}

function selfRow(message: Message, index: number, top: number, columns: Columns, labels: Labels): SequenceRow {
  const x = columns.lifelines[index]?.x ?? 0;
  const label = labels.fit(message.label, selfRoom(columns, index));
  const [width, height] = [widthOf(label), heightOf(label)];
  const row = Math.max(SELF_ROW, height + 12);
  const y = top + row / 2;
  return { message: message.index, y, top, height: row, fromX: x, toX: x, label, labelBox: { x: x + SELF_INSET, y: y - height / 2, width, height } };
}

function arrowRow(message: Message, ends: readonly [number, number], top: number, columns: Columns, labels: Labels): SequenceRow {
  const [fromX, toX] = ends.map((at) => columns.lifelines[at]?.x ?? 0) as [number, number];
  const label = labels.fit(message.label, Math.abs(toX - fromX) - 2 * LABEL_INSET);
  const [width, height] = [widthOf(label), heightOf(label)];
  const y = top + Math.max(ABOVE + height + (height > 0 ? UNDER_LABEL : 0), LEAST_ROW - BELOW);
  const labelBox = { x: (fromX + toX - width) / 2, y: y - UNDER_LABEL - height, width, height };
  return { message: message.index, y, top, height: y + BELOW - top, fromX, toX, label, labelBox };
}

/** One row for each message, from `top` down. */
export function makeRows(messages: readonly Message[], columns: Columns, room: Float64Array, top: number): SequenceRow[] {
  const labels = new Labels();
  let y = top;
  return messages.map((message, i) => {
    y += room[i] as number;
    const at = (node: NodeId): number => columns.index.get(columns.of.get(node) as NodeId) as number;
    const [from, to] = [at(message.from), at(message.to)];
    const row = from === to ? selfRow(message, from, y, columns, labels) : arrowRow(message, [from, to], y, columns, labels);
    y += row.height;
    return row;
  });
}
