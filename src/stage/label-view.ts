import { PILL_INSET, placePill, TWO_LINES, type PillRoom } from '../look/pill-place.ts';
import { LINE_HEIGHT, SHAPE, TYPE } from '../look/type.ts';
import { inflate, type Rect } from '../shared/geometry.ts';
import { round, type Easel } from './paint.ts';
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

/** Paints a pill within its room, as near to its anchor as its width allows, and says where it stands. */
export function paintPill(p: Easel, room: PillRoom, facts: PillFacts, palette: Palette): Rect {
  const { box, fitted, lead, chip } = placePill(room, facts.text, facts.number);
  const radius = box.height > TWO_LINES ? 18 : box.height / 2;
  round(p.g, box, radius).fill({ color: palette.page, alpha: facts.ground });
  round(p.g, inflate(box, -1), radius - 1).stroke({ width: 2, color: facts.paint.accent, alpha: facts.alpha });
  const middle = box.y + box.height / 2;
  if (chip > 0) paintChip(p, box.x + PILL_INSET + chip / 2, middle, facts, chip);
  p.text(fitted.lines.join('\n'), box.x + lead, middle, {
    size: fitted.size, weight: 700, color: palette.text, alpha: facts.alpha, leading: LINE_HEIGHT,
  });
  return box;
}

function paintChip(p: Easel, x: number, y: number, facts: PillFacts, width: number): void {
  const box = { x: x - width / 2, y: y - SHAPE.chip / 2, width, height: SHAPE.chip };
  round(p.g, box, SHAPE.chip / 2).fill({ color: facts.paint.accent, alpha: facts.alpha });
  p.text(facts.number, x, y, { size: TYPE.number, weight: 700, color: facts.paint.onAccent, align: 0.5, alpha: Math.min(1, facts.ground) });
}
