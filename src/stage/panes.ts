import type { Rect, Size } from '../shared/geometry.ts';

/** `map` and `sequence` alone, or both: side by side, or one over the other. */
export type ViewName = 'map' | 'sequence' | 'split';

/** Where each view stands, CSS px on whole device pixels; a view without a pane is not drawn. */
export interface Panes {
  readonly view: ViewName;
  readonly map?: Rect;
  readonly sequence?: Rect;
  /** Frames around the panes, when both are shown. */
  readonly frames: readonly Rect[];
}

/** A pane that would get less is stacked, or left out. CSS px. */
export const LEAST_PANE = 480;
const MAP_SHARE = 0.58;
const GAP = 14;
const INSET = 8;
/** Two panes under one another need this height. */
const LEAST_STACK = 560;

/** The panes of a view in a picture of a size; a split that is too narrow becomes a stack when it is tall, else the map alone. */
export function panesFor(view: ViewName, size: Size, pixelRatio: number): Panes {
  const snap = (value: number): number => Math.round(value * pixelRatio) / pixelRatio;
  const all = { x: 0, y: 0, width: size.width, height: size.height };
  if (view !== 'split') return { view, frames: [], [view]: all };
  const left = snap((size.width - GAP) * MAP_SHARE);
  const right = size.width - GAP - left;
  if (right >= LEAST_PANE) {
    const map = { x: 0, y: 0, width: left, height: size.height };
    return framed(view, map, { x: left + GAP, y: 0, width: right, height: size.height }, snap(INSET));
  }
  if (size.height < LEAST_STACK || size.height < size.width * 0.9) return { view: 'map', frames: [], map: all };
  const upper = snap((size.height - GAP) * 0.5);
  const map = { x: 0, y: 0, width: size.width, height: upper };
  return framed(view, map, { x: 0, y: upper + GAP, width: size.width, height: size.height - GAP - upper }, snap(INSET));
}

/** The map fills its frame; the sequence keeps a margin, so that its heads do not touch the frame. */
function framed(view: ViewName, map: Rect, sequence: Rect, inset: number): Panes {
  const inner = { x: sequence.x + inset, y: sequence.y + inset, width: sequence.width - 2 * inset, height: sequence.height - 2 * inset };
  return { view, frames: [map, sequence], map, sequence: inner };
}
