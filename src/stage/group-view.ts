import type { GroupBox } from '../layout/types.ts';
import { TINT } from '../look/opacity.ts';
import { SHAPE, TYPE } from '../look/type.ts';
import type { Palette } from './palette.ts';
import { grow, round } from './paint.ts';
import type { Painter } from './painter.ts';

/** A group: a tint, a frame, its title, all in its accent. */
export function paintGroup(p: Painter, box: GroupBox, title: string, palette: Palette): void {
  const accent = palette.accents[box.accent].accent;
  const radius = Math.max(12, SHAPE.groupRadius - 4 * box.depth);
  if (!palette.firm) round(p.g, box, radius).fill({ color: accent, alpha: TINT.group });
  round(p.g, grow(box, -1), radius - 1).stroke({ width: 2, color: accent, alpha: palette.firm ? 1 : 0.5 });
  p.text(title, box.titleBox.x, box.titleBox.y + box.titleBox.height / 2, {
    size: box.depth > 0 ? TYPE.group - 2 : TYPE.group, weight: 700, color: accent,
  });
}
