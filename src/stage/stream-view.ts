import { textWidth } from '../look/measure.ts';
import { TYPE } from '../look/type.ts';
import type { EdgeId } from '../scenario/model.ts';
import { inflate, type Rect } from '../shared/geometry.ts';
import type { HopDraw } from './hop-view.ts';
import { line, round, type Easel } from './paint.ts';
import type { AccentPaint, Palette } from './palette.ts';
import { placeAt, type RoutePath } from './route-path.ts';

/** From this many tokens on, heads with numbers can no longer be followed: they become dots with a count on each edge. */
export const MOST_HEADS = 24;

/** A token among so many. */
export const DOT = { radius: 7, alpha: 0.9 } as const;

interface Stream {
  readonly edge: EdgeId;
  readonly way: RoutePath;
  readonly paint: AccentPaint;
  readonly hops: HopDraw[];
}

/** Paints all tokens as dots on their edges, each edge with its count; says where each count stands. */
export function paintStreams(p: Easel, hops: readonly HopDraw[], palette: Palette): { edge: EdgeId; count: number; box: Rect }[] {
  const streams = streamsOf(hops);
  for (const { way, paint, edge } of streams) {
    p.mark?.('stream', edge);
    line(p.g, way.points, { width: 10, color: paint.accent, alpha: 0.16 }, 'butt');
  }
  for (const { hops: tokens, paint } of streams) paintDots(p, tokens, paint);
  return streams.map((stream) => ({ edge: stream.edge, count: stream.hops.length, box: paintCount(p, stream, palette) }));
}

/** By edge and direction, which the sender's colour tells apart. */
function streamsOf(hops: readonly HopDraw[]): Stream[] {
  const streams = new Map<RoutePath, Stream>();
  for (const hop of hops) {
    let stream = streams.get(hop.way);
    if (!stream) streams.set(hop.way, (stream = { edge: hop.message.edge, way: hop.way, paint: hop.paint, hops: [] }));
    stream.hops.push(hop);
  }
  return [...streams.values()];
}

/** All dots of a stream as one shape: a thousand of them cost one instruction. */
function paintDots(p: Easel, tokens: readonly HopDraw[], paint: AccentPaint): void {
  for (const { way, frame, message } of tokens) {
    p.mark?.('token', message.index);
    const place = placeAt(way, way.length * frame.progress);
    p.g.circle(place.x, place.y, DOT.radius);
  }
  p.g.fill({ color: paint.accent, alpha: DOT.alpha });
}

function paintCount(p: Easel, { edge, way, hops, paint }: Stream, palette: Palette): Rect {
  p.mark?.('count', edge);
  const text = `×${hops.length}`;
  // Before the middle of its own way: the stream that comes back has its count on the other side of it.
  const at = placeAt(way, way.length / 2 - Math.min(44, way.length / 4));
  const width = textWidth(text, { size: TYPE.count, weight: 700 }) + 20;
  const box = { x: at.x - width / 2, y: at.y - 16, width, height: 32 };
  round(p.g, box, 16).fill({ color: palette.page });
  round(p.g, inflate(box, -1), 15).stroke({ width: 2, color: paint.accent });
  p.text(text, at.x, at.y, { size: TYPE.count, weight: 700, color: palette.text, align: 0.5 });
  return box;
}
