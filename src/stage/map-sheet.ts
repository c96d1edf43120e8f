import { AT_REST, type Camera } from '../look/camera.ts';
import type { Point, Rect, Size } from '../shared/geometry.ts';

/** The view of the map at an instant. */
export interface MapCamera {
  readonly camera: Camera;
  /** It goes from the view of the step before to this one's. */
  readonly goes: boolean;
  /** It goes, or it follows what is under way. */
  readonly moves: boolean;
  /** The largest scale of the whole movement. */
  readonly closest: number;
}

/** A bitmap of the resting map, and where it stands in the pane. */
export interface MapSheet {
  /** What it is painted through. */
  readonly camera: Camera;
  /** CSS px. */
  readonly size: Size;
  /** From its px to the pane's. */
  readonly place: Camera;
  /** Where its corner counts as standing on the canvas when its letters are put on whole pixels, CSS px. */
  readonly origin: Point;
}

/** A larger one takes longer to paint than a movement takes to draw. */
const MOST_PIXELS = 8e6;

/**
 * At rest, a bitmap of the pane. While the view moves, one of the whole map, as large as it comes to be on the way or half, a quarter … of that: it is drawn
 * smaller, but never to less than half its size, where a browser's quick way of scaling would leave out pixels. Undefined where that would be too large.
 */
export function sheetFor(pane: Rect, map: Size, { camera, moves, closest }: MapCamera, pixelRatio: number): MapSheet | undefined {
  if (!moves) return { camera, size: { width: pane.width, height: pane.height }, place: AT_REST, origin: { x: pane.x, y: pane.y } };
  const halvings = Math.max(0, Math.floor(Math.log2(closest / camera.scale) + 1e-6));
  const scale = Math.round((closest / 2 ** halvings) * 1e5) / 1e5;
  const size = { width: Math.ceil(map.width * scale), height: Math.ceil(map.height * scale) };
  if (size.width * size.height * pixelRatio ** 2 > MOST_PIXELS) return undefined;
  return { camera: { scale, x: 0, y: 0 }, size, place: { scale: camera.scale / scale, x: camera.x, y: camera.y }, origin: { x: 0, y: 0 } };
}
