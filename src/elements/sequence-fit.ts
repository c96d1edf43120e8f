import type { Rect } from '../shared/geometry.ts';
import type { PlayerScene, sequenceFor } from './player-scene.ts';

/** Layouts are made for widths in these steps, CSS px: a window that is drawn larger has a new one with each frame. */
const STEP = 16;

/** Keeps the sequence as wide as its pane asks for. */
export class SequenceFit {
  /** Of the pane that layouts are made for, CSS px; undefined until the sequence is first shown. */
  width: number | undefined;

  /** The scene with a sequence for the pane; undefined where it fits already, and where only the map is shown: then the last one stays. */
  fit(scene: PlayerScene | undefined, pane: Rect | undefined, layout: typeof sequenceFor): PlayerScene | undefined {
    const wanted = pane && pane.width > 0 ? Math.floor(pane.width / STEP) * STEP : undefined;
    if (wanted === undefined || wanted === this.width) return undefined;
    this.width = wanted;
    if (!scene) return undefined;
    const sequence = layout(scene.trace, wanted);
    return sequence.size.width === scene.sequence.size.width ? undefined : { ...scene, sequence };
  }
}
