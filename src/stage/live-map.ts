import type { Frame } from '../compile/frame.ts';
import type { SceneState } from '../compile/trace.ts';
import type { DisplayRecorder } from './display-list.ts';
import type { MapFacts } from './map-facts.ts';
import type { Palette } from './palette.ts';

/** All that a live map is painted from. */
export interface LiveMap {
  readonly facts: MapFacts;
  readonly frame: Frame;
  readonly state: SceneState;
  readonly palette: Palette;
  readonly list: DisplayRecorder;
  /** How much larger than its map units a head is drawn. */
  readonly headScale: number;
}
