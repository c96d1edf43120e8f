/** What must be true of every map: each function lists the breaches in words. */
import { bottom, right } from '../../../src/layout/rects.ts';
import { labelWishes, meet } from '../../../src/layout/label-wishes.ts';
import type { MapLayout, Route } from '../../../src/layout/types.ts';
import type { Scenario } from '../../../src/scenario/model.ts';
import { inflate, overlaps, type Point, type Rect } from '../../../src/shared/geometry.ts';

interface Piece { readonly edge: string; readonly horizontal: boolean; readonly at: number; readonly low: number; readonly high: number }

const piecesOf = ([edge, { points }]: readonly [string, Route]): Piece[] => points.slice(1).map((b, i) => {
  const a = points[i] as Point;
  const horizontal = a.y === b.y;
  const [from, to] = horizontal ? [a.x, b.x] : [a.y, b.y];
  return { edge, horizontal, at: horizontal ? a.y : a.x, low: Math.min(from, to), high: Math.max(from, to) };
});

const boxOf = ({ horizontal, at, low, high }: Piece): Rect =>
  horizontal ? { x: low + 1, y: at - 0.5, width: high - low - 2, height: 1 } : { x: at - 0.5, y: low + 1, width: 1, height: high - low - 2 };

/** Routes through a card that is not their own, through their own box, or through a part of another. */
export function routesThroughBoxes(scenario: Scenario, layout: MapLayout): string[] {
  const parent = (id: string): string => scenario.architecture.nodes.get(id)?.parent ?? id;
  return [...layout.routes].flatMap(([edge, route]) => {
    const ends = edge.split('->');
    const carriers = new Set(ends.map(parent));
    const solid = [...layout.nodes].filter(([id]) => !carriers.has(id) || ends.includes(id)).filter(([id, box]) => !box.inner || !ends.some((end) => end !== id && parent(end) === id));
    return piecesOf([edge, route]).flatMap((piece) => solid.filter(([, box]) => overlaps(boxOf(piece), box)).map(([id]) => `${edge} passes ${id}`));
  });
}

/** Pieces of two routes that lie on each other or look as if they did. */
export function sharedLanes(layout: MapLayout, apart = 6): string[] {
  const pieces = [...layout.routes].flatMap(piecesOf);
  return pieces.flatMap((a, i) => pieces.slice(i + 1)
    .filter((b) => a.edge !== b.edge && a.horizontal === b.horizontal && Math.abs(a.at - b.at) < apart && Math.min(a.high, b.high) - Math.max(a.low, b.low) > 1)
    .map((b) => `${a.edge} and ${b.edge} at ${a.at} and ${b.at}`));
}

/** Routes that are not orthogonal, or do not lead from rim to rim. */
export function looseRoutes(layout: MapLayout): string[] {
  const onRim = ({ x, y }: Point, box: Rect): boolean =>
    ((Math.abs(x - box.x) < 0.01 || Math.abs(x - right(box)) < 0.01) && y > box.y + 5 && y < bottom(box) - 5)
    || ((Math.abs(y - box.y) < 0.01 || Math.abs(y - bottom(box)) < 0.01) && x > box.x + 5 && x < right(box) - 5);
  return [...layout.routes].flatMap(([edge, { points }]) => {
    const [from, to] = edge.split('->').map((id) => layout.nodes.get(id) as Rect) as [Rect, Rect];
    const bent = points.slice(1).some((b, i) => (points[i]!.x === b.x) === (points[i]!.y === b.y));
    const loose = !onRim(points[0]!, from) || !onRim(points.at(-1)!, to);
    return [...(bent ? [`${edge} is not orthogonal`] : []), ...(loose ? [`${edge} is loose`] : [])];
  });
}

/** Labels that cover what they must not, though they are not marked as crowded. */
export function coveringLabels(scenario: Scenario, layout: MapLayout): string[] {
  const map = { x: 0, y: 0, ...layout.size };
  const inside = ({ x, y, width, height }: Rect): boolean => x >= map.x && y >= map.y && x + width <= map.width && y + height <= map.height;
  return labelWishes(scenario).flatMap(({ labels, edges }) => labels.flatMap((wish, i) => {
    const place = layout.labels.get(wish.action);
    if (!place) return [`${wish.action} has no place`];
    if (place.crowded) return [];
    const found: string[] = inside(place) ? [] : [`${wish.action} is outside`];
    for (const [id, box] of layout.nodes) if (overlaps(place, box)) found.push(`${wish.action} covers ${id}`);
    for (const [id, group] of layout.groups) if (overlaps(place, group.titleBox)) found.push(`${wish.action} covers the title of ${id}`);
    for (const [edge, all] of edges) {
      if (!all.some((options) => meet(options, wish.options))) continue;
      const route = layout.routes.get(edge);
      if (edge !== wish.edge && route && piecesOf([edge, route]).some((piece) => overlaps(inflate(boxOf(piece), 1), place))) found.push(`${wish.action} lies on ${edge}`);
    }
    for (const other of labels.slice(i + 1)) {
      const otherPlace = layout.labels.get(other.action);
      if (meet(wish.options, other.options) && otherPlace && !otherPlace.crowded && overlaps(place, otherPlace)) found.push(`${wish.action} covers ${other.action}`);
    }
    return found;
  }));
}
