import { placeNote } from '../look/note-place.ts';
import { LINE_HEIGHT } from '../look/type.ts';
import { inflate, type Rect, type Size } from '../shared/geometry.ts';
import { round, type Easel } from './paint.ts';
import type { AccentPaint, Palette } from './palette.ts';

/** A note at a component: on the side of it where it covers least. Says where it stands. */
export function paintNote(p: Easel, card: Rect, text: string, taken: readonly Rect[], map: Size, paint: AccentPaint, palette: Palette): Rect {
  const { fitted, box } = placeNote(card, text, taken, map);
  round(p.g, box, 12).fill({ color: palette.card });
  round(p.g, inflate(box, -1), 11).stroke({ width: 2, color: palette.quiet });
  round(p.g, { x: box.x + 8, y: box.y + 10, width: 5, height: box.height - 20 }, 2.5).fill({ color: paint.accent });
  p.text(fitted.lines.join('\n'), box.x + 22, box.y + box.height / 2, {
    size: fitted.size, weight: 500, color: palette.text, leading: LINE_HEIGHT,
  });
  return box;
}
