import { TYPE } from '../look/type.ts';
import type { Point, Rect, Size } from '../shared/geometry.ts';

/** From map units to CSS px of a view: `screen = map × scale + (x, y)`. */
export interface Camera {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/** What a step asks of the camera. */
export interface Framing {
  /** The whole map, with its margin. */
  readonly map: Size;
  /** Around all that takes part; undefined: nothing in particular. */
  readonly part: Rect | undefined;
  /** What is under way now, for a view that cannot hold the whole part. */
  readonly now: Point | undefined;
  /** The author asked for exactly this part. */
  readonly asked: boolean;
}

/** No title is drawn smaller, CSS px; the wider a view, the farther away it is read from. */
const LEAST_TITLE = 12;
const WIDE_TITLE = 20;
const WIDE = 1280;
/** Of map units to CSS px. */
const CLOSEST = 1.6;
/** A view that would be hardly closer than the whole map is not worth a movement. */
const WORTH = 1.15;
const MARGIN = 56;

/** The view of a step: the whole map where what takes part is large enough in it, else a frame around what takes part. */
export function cameraFor(view: Size, { map, part, now, asked }: Framing): Camera {
  const whole = Math.min(view.width / map.width, view.height / map.height, CLOSEST);
  const all = centred(view, map, { x: map.width / 2, y: map.height / 2 }, whole);
  const title = Math.min(WIDE_TITLE, Math.max(LEAST_TITLE, (view.width / WIDE) * WIDE_TITLE));
  if (!part || (!asked && largeEnough(view, part, whole) && TYPE.title * whole >= title)) return all;
  const margin = Math.min(MARGIN, view.width / 14, view.height / 14);
  const fit = Math.min((view.width - 2 * margin) / part.width, (view.height - 2 * margin) / part.height);
  // As close as titles want it, and not so close that the map is lost.
  const close = Math.min(fit, CLOSEST, Math.max(whole * 1.5, (title * 1.25) / TYPE.title));
  const least = LEAST_TITLE / TYPE.title;
  const scale = Math.max(close, whole, least);
  if (scale < whole * WORTH) return all;
  return centred(view, map, fit < least && now ? now : middle(part), scale);
}

/** Between two views: the centre goes straight, the scale by a constant factor. */
export function between(view: Size, from: Camera, to: Camera, share: number): Camera {
  if (share <= 0) return from;
  if (share >= 1) return to;
  const scale = from.scale * (to.scale / from.scale) ** share;
  const a = seen(view, from);
  const b = seen(view, to);
  const x = a.x + (b.x - a.x) * share;
  const y = a.y + (b.y - a.y) * share;
  return { scale, x: view.width / 2 - x * scale, y: view.height / 2 - y * scale };
}

/** Two cameras that show the same, to a hundredth of a pixel. */
export function sameCamera(a: Camera, b: Camera): boolean {
  return Math.abs(a.scale - b.scale) < 1e-5 && Math.abs(a.x - b.x) < 0.01 && Math.abs(a.y - b.y) < 0.01;
}

/** A camera seen through the viewer's own pan and zoom. */
export function through(camera: Camera, viewer: Camera): Camera {
  return { scale: camera.scale * viewer.scale, x: camera.x * viewer.scale + viewer.x, y: camera.y * viewer.scale + viewer.y };
}

/** No pan, no zoom. */
export const AT_REST: Camera = { scale: 1, x: 0, y: 0 };

function largeEnough(view: Size, part: Rect, scale: number): boolean {
  return Math.max((part.width * scale) / view.width, (part.height * scale) / view.height) >= 1 / 3;
}

function centred(view: Size, map: Size, at: Point, scale: number): Camera {
  return { scale, x: inBounds(view.width, map.width * scale, at.x * scale), y: inBounds(view.height, map.height * scale, at.y * scale) };
}

/** Puts a point in the middle, without showing more than the map where the map is larger than the view. */
function inBounds(view: number, map: number, at: number): number {
  if (map <= view) return (view - map) / 2;
  return Math.min(0, Math.max(view - map, view / 2 - at));
}

function seen(view: Size, camera: Camera): Point {
  return { x: (view.width / 2 - camera.x) / camera.scale, y: (view.height / 2 - camera.y) / camera.scale };
}

function middle(box: Rect): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
