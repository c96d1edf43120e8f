import type { HopFrame } from '../compile/frame.ts';
import type { Message } from '../compile/trace.ts';
import { textWidth } from '../look/measure.ts';
import { SHAPE, TYPE } from '../look/type.ts';
import { inflate, type Rect } from '../shared/geometry.ts';
import { arrowhead, cross, dashes, dots, line, round, type Easel } from './paint.ts';
import type { AccentPaint, Palette } from './palette.ts';
import { placeAt, rimPath, slice, type Place, type RoutePath } from './route-path.ts';

/** A hop as it is drawn: what it is, how far it is, its way and its sender's colours. */
export interface HopDraw {
  readonly message: Message;
  readonly frame: HopFrame;
  readonly way: RoutePath;
  readonly paint: AccentPaint;
}

/** A head's least size on screen, CSS px: in a picture for a hall, and on a phone. */
const LEAST_HEAD = { wide: 33, narrow: 24 };

/** How much larger heads and crosses are drawn in a picture that is scaled down, so that they keep their size on screen. */
export function headScale(cameraScale: number, viewWidth: number): number {
  const least = viewWidth >= 960 ? LEAST_HEAD.wide : LEAST_HEAD.narrow;
  return Math.min(1.75, Math.max(1, least / SHAPE.token / cameraScale));
}

/** Whether a hop stopped before it arrived, or arrived as a failure. */
export function hasFailed({ message, frame }: Pick<HopDraw, 'message' | 'frame'>): boolean {
  return frame.done && message.outcome.kind !== 'ok';
}

/** The lit way of a hop: solid for a request, dashed for an answer, dotted for an event; what lies behind the head is brighter. */
export function paintLitEdge(p: Easel, { message, frame, way, paint }: HopDraw): void {
  const alpha = frame.label;
  if (alpha <= 0 || way.length === 0) return;
  const reach = way.length * (frame.done && message.outcome.kind === 'ok' ? 1 : frame.progress);
  const strong = frame.done ? alpha : 1;
  const tip = frame.done && message.outcome.kind === 'ok' ? 16 : 0;
  const color = paint.accent;
  if (message.kind === 'event') {
    dots(p.g, way, { width: 5, color, alpha: alpha * 0.55 }, 11, 6);
    dots(p.g, way, { width: 6, color, alpha: strong }, 11, 6, reach - tip);
  } else {
    line(p.g, way.points, { width: 14, color, alpha: alpha * 0.16 }, 'butt');
    if (message.kind === 'reply') {
      dashes(p.g, way, { width: 3, color, alpha: alpha * 0.5 }, 12, 8);
      dashes(p.g, way, { width: SHAPE.activeLine, color, alpha: strong }, 12, 8, 0, reach - tip);
    } else {
      line(p.g, way.points, { width: 3, color, alpha: alpha * 0.5 }, 'butt');
      line(p.g, slice(way, 0, reach - tip), { width: SHAPE.activeLine + 0.5, color, alpha: strong }, 'butt');
    }
  }
  if (frame.done && message.outcome.kind === 'ok') arrowhead(p.g, placeAt(way, way.length - 1), 18, color, alpha);
}

/** Between a head and the cards at the ends of its way. */
const CLEAR = 4;
/** Of a way that is shorter than its head wants, so much at each end is not gone; the rest still shows that it moves. */
const MOST_TRIMMED = 0.38;

/** How much larger than its map units the head of a hop is drawn: not so large that a short way has no room for it. */
export function scaleOn({ way }: Pick<HopDraw, 'way'>, scale: number): number {
  return Math.min(scale, Math.max(1, (way.length * 0.8) / SHAPE.token));
}

/** The size of a head: a disc, longer for a number such as `4.12`. */
function headSize({ message }: HopDraw, scale: number): { width: number; height: number } {
  const height = SHAPE.token * scale;
  return { width: Math.max(height, textWidth(message.number, { size: TYPE.number * scale, weight: 700 }) + 16 * scale), height };
}

/** How far along its way a head is, map units: it starts and ends outside the cards, so that it never covers a title. */
export function headAlong(hop: HopDraw, scale: number): number {
  const { way, frame } = hop;
  const { width, height } = headSize(hop, scaleOn(hop, scale));
  const trim = (end: Place): number => {
    return Math.min(MOST_TRIMMED * way.length, CLEAR + Math.abs(end.dx) * width / 2 + Math.abs(end.dy) * height / 2);
  };
  const from = trim(placeAt(way, 0));
  return from + (way.length - from - trim(placeAt(way, way.length))) * frame.progress;
}

const TRAIL = 7;

/** A dot of the trail: how far behind the head, its radius (map units) and its opacity. */
export interface TrailDot {
  readonly lag: number;
  readonly radius: number;
  readonly alpha: number;
}

/** The dots of a trail, the farthest first. */
export function trailDots(scale: number): TrailDot[] {
  return Array.from({ length: TRAIL }, (_, at) => {
    const i = TRAIL - at;
    const fade = 1 - i / (TRAIL + 1);
    return { lag: (SHAPE.token / 2) * scale * 0.7 + i * 12 * scale, radius: (3 + 8 * fade) * scale, alpha: 0.62 * fade };
  });
}

/** The fading dots behind a head. */
export function paintTrail(p: Easel, hop: HopDraw, most: number): void {
  const { message, frame, way, paint } = hop;
  const scale = scaleOn(hop, most);
  if (frame.head <= 0 || message.kind === 'work') return;
  const head = headAlong(hop, scale);
  for (const { lag, radius, alpha } of trailDots(scale)) {
    if (head < lag) continue;
    const place = placeAt(way, head - lag);
    p.g.circle(place.x, place.y, radius).fill({ color: paint.accent, alpha: alpha * frame.head });
  }
}

/** The travelling head with its number; an event's is hollow. Says where it stands. */
export function paintHead(p: Easel, hop: HopDraw, most: number, palette: Palette): Rect {
  const { message, frame, way, paint } = hop;
  const scale = scaleOn(hop, most);
  const at = placeAt(way, headAlong(hop, scale));
  const size = TYPE.number * scale;
  const { width, height } = headSize(hop, scale);
  const box = { x: at.x - width / 2, y: at.y - height / 2, width, height };
  const alpha = frame.head;
  round(p.g, inflate(box, 8 * scale), height / 2 + 8 * scale).fill({ color: paint.accent, alpha: 0.3 * alpha });
  if (message.kind === 'event') {
    round(p.g, box, height / 2).fill({ color: palette.page, alpha });
    round(p.g, inflate(box, -1.5), height / 2 - 1.5).stroke({ width: 3, color: paint.accent, alpha });
  } else round(p.g, box, height / 2).fill({ color: paint.accent, alpha });
  const color = message.kind === 'event' ? paint.accent : paint.onAccent;
  p.text(message.number, at.x, at.y, { size, weight: 700, color, align: 0.5, alpha });
  return box;
}

/** The receiver's answer: one ring that widens and goes. */
export function paintRing(p: Easel, box: Rect, radius: number, ring: number, paint: AccentPaint): void {
  if (ring <= 0 || ring >= 1) return;
  const by = 4 + 20 * ring;
  round(p.g, inflate(box, by), radius + by).stroke({ width: 4 - 2 * ring, color: paint.accent, alpha: 0.85 * (1 - ring) });
}

/** An active card: a soft halo outside its rim, and the rim in the sender's accent. */
export function paintActiveCard(p: Easel, box: Rect, radius: number, halo: number, rim: number, paint: AccentPaint): void {
  if (halo > 0) {
    round(p.g, inflate(box, 5), radius + 5).stroke({ width: 10, color: paint.accent, alpha: 0.3 * halo });
    round(p.g, inflate(box, 13), radius + 13).stroke({ width: 8, color: paint.accent, alpha: 0.1 * halo });
  }
  if (rim > 0) round(p.g, inflate(box, -1), radius - 1).stroke({ width: 3, color: paint.accent, alpha: rim });
}

/** Work inside a component: a ring that runs round the card, with a bright end. */
export function paintWork(p: Easel, box: Rect, radius: number, { frame, paint }: HopDraw): void {
  const path = rimPath(inflate(box, 4), radius + 4);
  const alpha = frame.label;
  line(p.g, path.points, { width: 4, color: paint.accent, alpha: 0.22 * alpha });
  const reach = path.length * (frame.done ? 1 : frame.progress);
  line(p.g, slice(path, 0, reach), { width: 5, color: paint.accent, alpha });
  if (frame.done || frame.head <= 0) return;
  const tip = placeAt(path, reach);
  p.g.circle(tip.x, tip.y, 13).fill({ color: paint.accent, alpha: 0.3 * frame.head });
  p.g.circle(tip.x, tip.y, 7.5).fill({ color: paint.accent, alpha: frame.head });
}

/** Where a failure's cross stands: where the hop stopped, or just before the card that refused it. */
export function failurePlace(hop: HopDraw, scale: number): Place {
  const { message, way } = hop;
  const reach = message.outcome.kind === 'error' ? way.length : headAlong(hop, scale);
  const margin = SHAPE.cross * scale * 0.9;
  return placeAt(way, Math.min(reach, Math.max(way.length / 2, way.length - margin)));
}

/** The cross of a failure and its word beside it; says where they stand. */
export function paintFailure(p: Easel, at: Place, text: string, free: (box: Rect) => boolean, scale: number, palette: Palette): Rect {
  const size = SHAPE.cross * scale;
  cross(p.g, at.x, at.y, size, palette.failure, palette.page);
  const disc = { x: at.x - size / 2 - 5, y: at.y - size / 2 - 5, width: size + 10, height: size + 10 };
  if (text === '') return disc;
  const textSize = TYPE.badge * Math.min(1.25, scale);
  const width = textWidth(text, { size: textSize, weight: 700 }) + 24;
  const box = besides(at, size / 2 + 12, width, textSize * 1.6, free);
  round(p.g, box, box.height / 2).fill({ color: palette.page });
  round(p.g, inflate(box, -1), box.height / 2 - 1).stroke({ width: 2, color: palette.failure });
  p.text(text, box.x + width / 2, box.y + box.height / 2, { size: textSize, weight: 700, color: palette.failure, align: 0.5 });
  return box;
}

/** The first free place near a point for a box: beside a line that goes up or down, over or under one that goes across; farther out if need be. */
function besides(at: Place, gap: number, width: number, height: number, free: (box: Rect) => boolean): Rect {
  const box = (dx: number, dy: number): Rect => ({ x: at.x + dx - width / 2, y: at.y + dy - height / 2, width, height });
  const flat = Math.abs(at.dx) > Math.abs(at.dy);
  const ring = (far: number): Rect[] => {
    const [x, y] = [far + width / 2, far + height / 2];
    const sides = flat ? [box(0, y), box(0, -y), box(x, 0), box(-x, 0)] : [box(x, 0), box(-x, 0), box(0, y), box(0, -y)];
    return [...sides, box(-x, y), box(x, y), box(-x, -y), box(x, -y)];
  };
  const places = [gap, gap * 2, gap * 3.5].flatMap(ring);
  return places.find(free) ?? places[0] as Rect;
}
