import { inflate } from '../shared/geometry.ts';
import type { GroupBox } from '../layout/types.ts';
import { textWidth } from '../look/measure.ts';
import { TINT } from '../look/opacity.ts';
import { SHAPE, TYPE } from '../look/type.ts';
import type { Palette } from './palette.ts';
import { round, type Easel } from './paint.ts';

/** Around a title that a line runs behind. */
const CLEAR = 5;

/** A group: a tint and a frame in its accent. */
export function paintGroup(p: Easel, box: GroupBox, palette: Palette): void {
  const accent = palette.accents[box.accent].accent;
  const radius = Math.max(12, SHAPE.groupRadius - 4 * box.depth);
  if (!palette.firm) round(p.g, box, radius).fill({ color: accent, alpha: TINT.group });
  round(p.g, inflate(box, -1), radius - 1).stroke({ width: 2, color: accent, alpha: palette.firm ? 1 : 0.5 });
}

/** A group's title in its accent; on a ground of its own where a line runs behind it. */
export function paintGroupTitle(p: Easel, box: GroupBox, title: string, ground: number | undefined, palette: Palette): void {
  const size = box.depth > 0 ? TYPE.group - 2 : TYPE.group;
  const { x, y, height } = box.titleBox;
  const middle = y + height / 2;
  if (ground !== undefined) {
    const width = textWidth(title, { size, weight: 700 });
    p.g.rect(x - CLEAR, middle - size * 0.7, width + 2 * CLEAR, size * 1.4).fill({ color: ground });
  }
  p.text(title, x, middle, { size, weight: 700, color: palette.accents[box.accent].accent });
}
