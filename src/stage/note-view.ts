import { fitText } from '../look/fit.ts';
import { textWidth } from '../look/measure.ts';
import { LINE_HEIGHT, TYPE } from '../look/type.ts';
import { overlaps, type Rect } from '../shared/geometry.ts';
import { grow, round } from './paint.ts';
import type { Painter } from './painter.ts';
import type { AccentPaint, Palette } from './palette.ts';

const WIDEST = 360;

/** A note at a component: on the side of it where it covers least. Says where it stands. */
export function paintNote(p: Painter, card: Rect, text: string, taken: readonly Rect[], paint: AccentPaint, palette: Palette): Rect {
  const fitted = fitText(text, { width: WIDEST - 36, size: TYPE.note, minSize: TYPE.note - 2, weight: 500, maxLines: 4 });
  const width = Math.max(...fitted.lines.map((line) => textWidth(line, { size: fitted.size, weight: 500 }))) + 36;
  const height = fitted.lines.length * fitted.size * LINE_HEIGHT + 20;
  const box = leastCovering(card, width, height, taken);
  round(p.g, box, 12).fill({ color: palette.card });
  round(p.g, grow(box, -1), 11).stroke({ width: 2, color: palette.quiet });
  round(p.g, { x: box.x + 8, y: box.y + 10, width: 5, height: box.height - 20 }, 2.5).fill({ color: paint.accent });
  p.text(fitted.lines.join('\n'), box.x + 22, box.y + height / 2, {
    size: fitted.size, weight: 500, color: palette.text, leading: LINE_HEIGHT,
  });
  return box;
}

function leastCovering(card: Rect, width: number, height: number, taken: readonly Rect[]): Rect {
  const x = card.x + card.width / 2 - width / 2;
  const y = card.y + card.height / 2 - height / 2;
  const places = [
    { x, y: card.y + card.height + 12 },
    { x, y: card.y - 12 - height },
    { x: card.x + card.width + 14, y },
    { x: card.x - 14 - width, y },
    { x: card.x, y: card.y + card.height + 52 },
  ];
  const covered = (box: Rect): number => taken.reduce((sum, other) => sum + common(box, other), 0);
  let best = { ...(places[0] as { x: number; y: number }), width, height };
  for (const place of places) {
    const box = { ...place, width, height };
    if (covered(box) < covered(best)) best = box;
  }
  return best;
}

function common(a: Rect, b: Rect): number {
  if (!overlaps(a, b)) return 0;
  return (Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) * (Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));
}
