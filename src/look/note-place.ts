import { sharedArea, type Rect, type Size } from '../shared/geometry.ts';
import { fitText, type Fitted } from './fit.ts';
import { textWidth } from './measure.ts';
import { LINE_HEIGHT, TYPE, WEIGHT } from './type.ts';

const WIDEST = 360;
/** Beside the lines: a bar at the left, room at the right. */
const SIDES = 36;

/** A note at a component: its words, broken, and its box on the side where it covers least of what is `taken` and leaves the map least. */
export function placeNote(card: Rect, text: string, taken: readonly Rect[], map: Size): { readonly fitted: Fitted; readonly box: Rect } {
  const fitted = fitText(text, { width: WIDEST - SIDES, size: TYPE.note, minSize: TYPE.note - 2, weight: WEIGHT.regular, maxLines: 4 });
  const width = Math.max(...fitted.lines.map((line) => textWidth(line, { size: fitted.size, weight: WEIGHT.regular }))) + SIDES;
  const height = fitted.lines.length * fitted.size * LINE_HEIGHT + 20;
  return { fitted, box: leastCovering(card, { width, height }, taken, map) };
}

/** Under the card, over it, beside it; then under what hangs there, and at its corners. */
function leastCovering(card: Rect, { width, height }: Size, taken: readonly Rect[], map: Size): Rect {
  const x = card.x + card.width / 2 - width / 2;
  const y = card.y + card.height / 2 - height / 2;
  const places = [
    { x, y: card.y + card.height + 12 },
    { x, y: card.y - 12 - height },
    { x: card.x + card.width + 14, y },
    { x: card.x - 14 - width, y },
    { x: card.x, y: card.y + card.height + 52 },
    { x, y: card.y + card.height + 52 },
    ...[card.x, card.x + card.width - width].flatMap((left) => [{ x: left, y: card.y + card.height + 12 }, { x: left, y: card.y - 12 - height }]),
    ...[card.x + card.width + 14, card.x - 14 - width].flatMap((left) => [{ x: left, y: card.y }, { x: left, y: card.y + card.height - height }]),
  ];
  const inside = { x: 0, y: 0, ...map };
  const covered = (box: Rect): number => taken.reduce((sum, other) => sum + sharedArea(box, other), width * height - sharedArea(box, inside));
  let best = { ...(places[0] as { x: number; y: number }), width, height };
  for (const place of places) {
    const box = { ...place, width, height };
    if (covered(box) < covered(best)) best = box;
  }
  return best;
}
