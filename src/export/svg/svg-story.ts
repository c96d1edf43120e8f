import type { Trace } from '../../compile/trace.ts';
import type { MapLayout } from '../../layout/types.ts';
import type { Theme } from '../../look/tokens.ts';
import type { Size } from '../../shared/geometry.ts';

/** What an SVG shows, and how. */
export interface SvgStory {
  readonly trace: Trace;
  readonly map: MapLayout;
  /** One theme, or one for light and one for dark surroundings. */
  readonly themes: readonly Theme[];
}

/** Width of every picture, px; a page shows it in any width. */
export const WIDTH = 1280;

/** The room for a map above the band: as high as the map wants to be in a picture of that width, within bounds. */
export function paneFor(map: MapLayout): Size {
  const wanted = (WIDTH * map.size.height) / map.size.width;
  return { width: WIDTH, height: Math.round(Math.min(720, Math.max(480, wanted))) };
}
