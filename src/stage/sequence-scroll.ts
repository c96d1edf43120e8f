import type { Frame } from '../compile/frame.ts';
import type { Trace } from '../compile/trace.ts';
import type { SequenceLayout } from '../layout/types.ts';
import { leastLabel } from '../look/label-sizes.ts';
import { TYPE } from '../look/type.ts';
import type { Size } from '../shared/geometry.ts';
import type { Camera } from '../look/camera.ts';
import { lerp } from './palette.ts';

const LARGEST = 1.3;
/** Where in the view the current row stands. */
const EYE = 0.56;

/** Messages of a still, which shows all of a step: the first and the last one. */
export interface RowSpan {
  readonly first: number;
  readonly last: number;
}

/** The messages that a still shows; undefined for any other frame, which follows its current row. */
export function spanOf({ steps }: Pick<Trace, 'steps'>, frame: Frame): RowSpan | undefined {
  const step = frame.still ? steps[frame.step] : undefined;
  return step && step.last > step.first ? { first: step.first, last: step.last - 1 } : undefined;
}

/** The sequence's view: as wide as the pane, never too small to read, the current row in view, or all rows of a span as far as they fit. */
export function sequenceCamera(view: Size, layout: SequenceLayout, row: number, span?: RowSpan): Camera {
  const scale = Math.min(LARGEST, Math.max(view.width / Math.max(1, layout.size.width), leastLabel(view.width) / TYPE.sequenceLabel));
  const room = { width: view.width / scale - layout.margin, height: view.height / scale - layout.headHeight };
  const at = span ? spanPlace(layout, span, row, room) : rowPlace(layout, row);
  const wide = layout.size.width * scale;
  const x = wide <= view.width ? (view.width - wide) / 2 : Math.min(0, Math.max(view.width - wide, view.width / 2 - at.x * scale));
  const head = layout.headHeight * scale;
  const high = layout.size.height * scale;
  const wanted = head + (view.height - head) * EYE - at.y * scale;
  const y = high <= view.height ? 0 : Math.min(0, Math.max(view.height - high, wanted));
  return { scale, x, y };
}

/** The index of the first row that ends below a height. */
export function firstRowBelow(layout: SequenceLayout, height: number): number {
  let low = 0;
  let high = layout.rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const row = layout.rows[middle] as SequenceLayout['rows'][number];
    if (row.top + row.height <= height) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The row of a message; the last one before it where it has none. */
export function rowOf(layout: SequenceLayout, message: number): number {
  let low = 0;
  let high = layout.rows.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((layout.rows[middle] as SequenceLayout['rows'][number]).message <= message) low = middle;
    else high = middle - 1;
  }
  return low;
}

function rowPlace(layout: SequenceLayout, row: number): { x: number; y: number } {
  const place = (message: number): { x: number; y: number } => {
    const found = layout.rows[rowOf(layout, message)];
    return found ? { x: (found.fromX + found.toX) / 2, y: found.y } : { x: layout.size.width / 2, y: 0 };
  };
  const a = place(Math.floor(row));
  const b = place(Math.ceil(row));
  const share = row - Math.floor(row);
  return { x: lerp(a.x, b.x, share), y: lerp(a.y, b.y, share) };
}

/** The middle of a span's rows, or of their labels alone; in a direction in which neither fits, the place of the current row. */
function spanPlace(layout: SequenceLayout, span: RowSpan, row: number, room: Size): { x: number; y: number } {
  const rows = layout.rows.slice(rowOf(layout, span.first), rowOf(layout, span.last) + 1);
  const current = rowPlace(layout, row);
  const [first, last] = [rows[0], rows.at(-1)];
  if (!first || !last) return current;
  const labels = rows.filter(({ labelBox }) => labelBox.width > 0).flatMap(({ labelBox: { x, width } }) => [x, x + width]);
  const arrows = rows.flatMap(({ fromX, toX }) => [fromX, toX]);
  const fits = [[...labels, ...arrows], labels].map((xs) => [Math.min(...xs), Math.max(...xs)] as const).find(([left, right]) => right - left <= room.width);
  const [top, bottom] = [first.top, last.top + last.height];
  return {
    // The margin stays at the left: what is seen is the rest.
    x: fits && Number.isFinite(fits[0]) ? (fits[0] + fits[1] - layout.margin) / 2 : current.x,
    y: bottom - top <= room.height * 0.8 ? (top + bottom) / 2 : current.y,
  };
}
