import type { Point } from '../../shared/geometry.ts';
import { n } from './markup.ts';

/** A line through points as path data: whole units and tenths, each point from the one before it, what lies on a straight line left out. */
export function pathData(points: readonly Point[], closed = false): string {
  const tenths = points.map(({ x, y }) => ({ x: Math.round(x * 10), y: Math.round(y * 10) }));
  const bent = tenths.filter((point, i) => {
    const [before, after] = [tenths[i - 1], tenths[i + 1]];
    return !before || !after || (point.x - before.x) * (after.y - point.y) !== (point.y - before.y) * (after.x - point.x);
  });
  let data = '';
  bent.forEach((point, i) => {
    const before = bent[i - 1];
    data += before ? stepBetween(before, point) : `M${pair(point.x, point.y)}`;
  });
  return closed ? `${data}z` : data;
}

function stepBetween(a: Point, b: Point): string {
  const [dx, dy] = [b.x - a.x, b.y - a.y];
  if (dy === 0) return dx === 0 ? '' : `h${n(dx / 10, 1)}`;
  return dx === 0 ? `v${n(dy / 10, 1)}` : `l${pair(dx, dy)}`;
}

function pair(x: number, y: number): string {
  const second = n(y / 10, 1);
  return `${n(x / 10, 1)}${second.startsWith('-') ? '' : ' '}${second}`;
}
