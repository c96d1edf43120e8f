import type { Point, Rect } from '../shared/geometry.ts';
import { fitText, type Fitted } from './fit.ts';
import { textWidth } from './measure.ts';
import { SHAPE, TYPE, WEIGHT } from './type.ts';

/** Where a pill may stand: the room found by the layout, and the point of the way that it belongs to. */
export interface PillRoom extends Rect {
  readonly anchor?: Point;
}

/** A pill as it is drawn. */
export interface PlacedPill {
  readonly box: Rect;
  /** Its text, broken. */
  readonly fitted: Fitted;
  /** Where the text begins, and how wide the chip of its number is; 0: no chip. */
  readonly lead: number;
  readonly chip: number;
}

const GAP = 10;
/** Between the rim and the chip. */
export const PILL_INSET = 5;
/** Higher rooms hold two lines. */
export const TWO_LINES = 56;

/** The pill of a label with its number (`''`: no chip) within its room, as near to its anchor as its width allows. */
export function placePill(room: PillRoom, text: string, number: string): PlacedPill {
  const { height } = room;
  const chip = number === '' ? 0 : chipWidth(number);
  const lead = chip > 0 ? PILL_INSET + chip + (text ? GAP : 0) : SHAPE.pillPadding;
  const trail = text ? SHAPE.pillPadding : PILL_INSET;
  const fitted = fitText(text, {
    width: Math.max(40, room.width - lead - trail), size: TYPE.label, minSize: TYPE.labelLeast, weight: WEIGHT.strong, maxLines: height > TWO_LINES ? 2 : 1,
  });
  const wide = Math.max(0, ...fitted.lines.map((line) => textWidth(line, { size: fitted.size, weight: WEIGHT.strong })));
  const width = Math.max(height, lead + wide + trail);
  return { box: { x: near(room, width), y: room.y, width, height }, fitted, lead, chip };
}

/** The width of a number's chip: a disc for one or two figures, longer for `4.12`. */
export function chipWidth(number: string, least: number = SHAPE.chip): number {
  return Math.max(least, textWidth(number, { size: TYPE.number, weight: WEIGHT.strong }) + 16);
}

function near(room: PillRoom, width: number): number {
  const wanted = (room.anchor?.x ?? room.x + room.width / 2) - width / 2;
  const last = room.x + room.width - width;
  return last < room.x ? room.x + (room.width - width) / 2 : Math.min(last, Math.max(room.x, wanted));
}
