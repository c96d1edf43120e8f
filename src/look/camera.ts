import { around, type Point, type Rect, type Size } from '../shared/geometry.ts';
import { TYPE } from './type.ts';

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
  /** Around the cards of it alone, whose size decides whether the camera moves: a long label does not make a card easier to see. */
  readonly cards?: Rect | undefined;
  /** What is under way now, for a view that cannot hold the whole part. */
  readonly now: Point | undefined;
  /** 0 while it is followed … 1 when there is time to see the whole part, however small. */
  readonly overview?: number;
  /** Groups of the map: one that fits in is shown whole. */
  readonly groups?: readonly Rect[];
  /** The author asked for exactly this part. */
  readonly asked: boolean;
}

/** No title is drawn smaller while something moves, nor in an overview, CSS px. */
const LEAST_TITLE = 12;
const OVERVIEW_TITLE = 10;
/** Of a view that follows what is under way: the largest that it comes to be. */
export const FOLLOWING_SCALE = LEAST_TITLE / TYPE.title;
/** Titles smaller than this are worth a movement, CSS px; the wider a view, the farther away it is read from. */
const GOOD_TITLE = { wide: 20, narrow: 16 };
const WIDE = 1280;
/** Of map units to CSS px. */
const CLOSEST = 1.6;
/** A view that would be hardly closer than the whole map is not worth a movement. */
const WORTH = 1.15;
const MARGIN = 56;
/** For a group to be seen whole, a view may be so much farther away. */
const FOR_A_GROUP = 0.94;

/** The view of a step: the whole map where what takes part is large enough in it, else a frame around what takes part. */
export function cameraFor(view: Size, framing: Framing): Camera {
  const { map, part, asked } = framing;
  const whole = Math.min(view.width / map.width, view.height / map.height, CLOSEST);
  const all = centred(view, map, { x: map.width / 2, y: map.height / 2 }, whole);
  const title = goodTitle(view);
  if (!part || (!asked && largeEnough(view, framing.cards ?? part, whole) && TYPE.title * whole >= title)) return all;
  const fit = fitting(view, part);
  if (follows(view, framing)) return following(view, framing, part);
  // As close as titles want it, closer where the map then fills the view, and not so close that the map is lost.
  const fills = Math.max(view.width / map.width, view.height / map.height);
  const close = Math.min(CLOSEST, Math.max(whole * 1.5, (title * 1.25) / TYPE.title, fills));
  const scale = Math.max(Math.min(fit, close), whole);
  if (scale < whole * WORTH) return all;
  return centred(view, map, ...withGroups(view, part, scale, framing.groups ?? []));
}

/** Whether a view cannot hold a part at a size that can be read: it then follows what is under way. */
export function follows(view: Size, { map, part }: Framing): boolean {
  const whole = Math.min(view.width / map.width, view.height / map.height);
  return part !== undefined && Math.max(whole, fitting(view, part)) * TYPE.title < LEAST_TITLE;
}

/** What is under way at a size that can be read; the whole part in an overview, up to the rim of the view. */
function following(view: Size, { map, now, overview = 0 }: Framing, part: Rect): Camera {
  const most = Math.min(view.width / part.width, view.height / part.height, FOLLOWING_SCALE);
  const over = centred(view, map, middle(part), Math.max(most, OVERVIEW_TITLE / TYPE.title));
  return now ? between(view, centred(view, map, now, FOLLOWING_SCALE), over, overview) : over;
}

/** The part grown to whole groups, those first that ask for least, as long as the view comes hardly farther away. */
function withGroups(view: Size, part: Rect, scale: number, groups: readonly Rect[]): [at: Point, scale: number] {
  let box = part;
  const grown = groups.map((group) => around([part, group]) as Rect).sort((a, b) => a.width * a.height - b.width * b.height);
  for (const group of grown) {
    const more = around([box, group]) as Rect;
    if (fitting(view, more) >= scale * FOR_A_GROUP) box = more;
  }
  return [middle(box), Math.min(scale, fitting(view, box))];
}

/** The scale at which a box and a margin around it fill a view. */
function fitting(view: Size, box: Rect): number {
  const margin = Math.min(MARGIN, view.width / 14, view.height / 14);
  return Math.min((view.width - 2 * margin) / box.width, (view.height - 2 * margin) / box.height);
}

function goodTitle({ width }: Size): number {
  return width >= WIDE ? GOOD_TITLE.wide : GOOD_TITLE.narrow;
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

/** The middle of a box. */
export function middle(box: Rect): Point {
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
