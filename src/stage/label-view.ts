import { fitText } from '../look/fit.ts';
import { textWidth } from '../look/measure.ts';
import { LINE_HEIGHT, SHAPE, TYPE } from '../look/type.ts';
import type { Point, Rect } from '../shared/geometry.ts';
import { grow, round } from './paint.ts';
import type { Painter } from './painter.ts';
import type { AccentPaint, Palette } from './palette.ts';

/** A hop's label as a pill: number chip and text on an opaque ground, framed in the sender's accent. */
export interface PillFacts {
  readonly text: string;
  /** On the chip; empty: no chip. */
  readonly number: string;
  readonly paint: AccentPaint;
  /** Of frame and text: 1 under way, less at rest. */
  readonly alpha: number;
  /** Of the ground: rises at once, so that nothing shines through a label that can be read. */
  readonly ground: number;
}

/** Where a pill may stand: the room found by the layout, and the point of the way that it belongs to. */
export interface PillRoom extends Rect {
  readonly anchor?: Point;
}

const GAP = 10;
const INSET = 5;

/** Paints a pill within its room, as near to its anchor as its width allows, and says where it stands. */
export function paintPill(p: Painter, room: PillRoom, facts: PillFacts, palette: Palette): Rect {
  const height = room.height;
  const chip = facts.number === '' ? 0 : chipWidth(facts.number);
  const lead = chip > 0 ? INSET + chip + (facts.text ? GAP : 0) : SHAPE.pillPadding;
  const trail = facts.text ? SHAPE.pillPadding : INSET;
  const fitted = fitText(facts.text, {
    width: Math.max(40, room.width - lead - trail), size: TYPE.label, minSize: TYPE.labelLeast, weight: 700, maxLines: height > 56 ? 2 : 1,
  });
  const wide = Math.max(0, ...fitted.lines.map((line) => textWidth(line, { size: fitted.size, weight: 700 })));
  const width = Math.max(height, lead + wide + trail);
  const box = { x: near(room, width), y: room.y, width, height };
  const radius = height > 56 ? 18 : height / 2;
  round(p.g, box, radius).fill({ color: palette.page, alpha: facts.ground });
  round(p.g, grow(box, -1), radius - 1).stroke({ width: 2, color: facts.paint.accent, alpha: facts.alpha });
  const middle = box.y + height / 2;
  if (chip > 0) paintChip(p, box.x + INSET + chip / 2, middle, facts, chip);
  p.text(fitted.lines.join('\n'), box.x + lead, middle, {
    size: fitted.size, weight: 700, color: palette.text, alpha: facts.alpha, leading: LINE_HEIGHT,
  });
  return box;
}

/** The width of a number's chip: a disc for one or two figures, longer for `4.12`. */
export function chipWidth(number: string, least: number = SHAPE.chip): number {
  return Math.max(least, textWidth(number, { size: TYPE.number, weight: 700 }) + 16);
}

function paintChip(p: Painter, x: number, y: number, facts: PillFacts, width: number): void {
  const box = { x: x - width / 2, y: y - SHAPE.chip / 2, width, height: SHAPE.chip };
  round(p.g, box, SHAPE.chip / 2).fill({ color: facts.paint.accent, alpha: facts.alpha });
  p.text(facts.number, x, y, { size: TYPE.number, weight: 700, color: facts.paint.onAccent, align: 0.5, alpha: Math.min(1, facts.ground) });
}

function near(room: PillRoom, width: number): number {
  const wanted = (room.anchor?.x ?? room.x + room.width / 2) - width / 2;
  const last = room.x + room.width - width;
  return last < room.x ? room.x + (room.width - width) / 2 : Math.min(last, Math.max(room.x, wanted));
}
