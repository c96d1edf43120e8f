import type { Frame } from '../compile/frame.ts';
import type { SceneState } from '../compile/trace.ts';
import type { Rect } from '../shared/geometry.ts';
import type { MapSight } from './map-sight.ts';
import type { Palette } from './palette.ts';
import type { ViewerLayer } from './viewer.ts';

/** All that a view draws an instant from, its scene aside; `pane`: where it stands on the canvas, CSS px. */
export interface ViewOrder {
  readonly frame: Frame;
  readonly state: SceneState;
  readonly pane: Rect;
  readonly pixelRatio: number;
  readonly palette: Palette;
  readonly viewer: ViewerLayer;
  readonly sight: MapSight;
}
