import type { SequenceLayout } from '../layout/types.ts';
import { TYPE } from '../look/type.ts';
import type { Size } from '../shared/geometry.ts';
import type { Camera } from './camera.ts';
import { lerp } from './palette.ts';

/** Labels are not drawn smaller, CSS px, on a narrow and on a wide view; a diagram that is wider then is panned to the current message. */
const LEAST_LABEL = { narrow: 13, wide: 18 };
const NARROW = 640;
const WIDE = 1600;
const LARGEST = 1.3;
/** Where in the view the current row stands. */
const EYE = 0.56;

/** The sequence's view for a current row: as wide as the pane, never too small to read, the current row in view. */
export function sequenceCamera(view: Size, layout: SequenceLayout, row: number): Camera {
  const scale = Math.min(LARGEST, Math.max(view.width / Math.max(1, layout.size.width), leastLabel(view.width) / TYPE.sequenceLabel));
  const at = rowPlace(layout, row);
  const wide = layout.size.width * scale;
  const x = wide <= view.width ? (view.width - wide) / 2 : Math.min(0, Math.max(view.width - wide, view.width / 2 - at.x * scale));
  const head = layout.headHeight * scale;
  const high = layout.size.height * scale;
  const wanted = head + (view.height - head) * EYE - at.y * scale;
  const y = high <= view.height ? 0 : Math.min(0, Math.max(view.height - high, wanted));
  return { scale, x, y };
}

/** How wide a layout may be for its labels to be large enough to read when all of it is in a pane of a width, layout units. */
export function widestLayout(paneWidth: number): number {
  return Math.floor((paneWidth * TYPE.sequenceLabel) / leastLabel(paneWidth));
}

function leastLabel(width: number): number {
  return lerp(LEAST_LABEL.narrow, LEAST_LABEL.wide, Math.min(1, Math.max(0, (width - NARROW) / (WIDE - NARROW))));
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
