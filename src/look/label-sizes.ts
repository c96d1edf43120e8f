import { TYPE } from './type.ts';

/** Labels of a diagram are not drawn smaller, CSS px, on a narrow and on a wide view; one that is wider then is panned to the current message. */
const LEAST_LABEL = { narrow: 13, wide: 18 };
const NARROW = 640;
const WIDE = 1600;

/** The least size of a diagram's labels in a view of a width, CSS px. */
export function leastLabel(width: number): number {
  const share = Math.min(1, Math.max(0, (width - NARROW) / (WIDE - NARROW)));
  return LEAST_LABEL.narrow + (LEAST_LABEL.wide - LEAST_LABEL.narrow) * share;
}

/** How wide a diagram may be for its labels to be large enough to read when all of it is in a pane of a width, layout units. */
export function widestLayout(paneWidth: number): number {
  return Math.floor((paneWidth * TYPE.sequenceLabel) / leastLabel(paneWidth));
}
