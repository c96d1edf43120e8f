import type { MapLayout } from '../layout/types.ts';
import type { Scenario } from '../scenario/model.ts';
import type { Rect } from '../shared/geometry.ts';
import { offeredLanguage } from './player-attributes.ts';
import type { PlayerElement } from './player-face.ts';
import type * as Scenes from './player-scene.ts';
import { SequenceFit } from './sequence-fit.ts';

/** Holds what the player shows, in the variant and for the pane that are asked for. */
export class SceneKeeper {
  /** Stays when a load fails. */
  scene: Scenes.PlayerScene | undefined;
  private readonly fit = new SequenceFit();
  private map: MapLayout | undefined;
  /** What builds scenes comes with the first scenario. */
  private scenes!: typeof Scenes;

  constructor(private readonly element: PlayerElement) {}

  /** Builds ahead, in slices that let the page in. May reject. */
  prepare(scenes: typeof Scenes, scenario: Scenario, map: MapLayout, lang: string): Promise<void> {
    this.scenes = scenes;
    return scenes.prepareScene(...this.asked(scenario, map, lang));
  }

  /** Takes a scenario that was prepared, with its places, for a wanted language. */
  take(scenario: Scenario, map: MapLayout, lang: string): Scenes.PlayerScene {
    this.map = map;
    this.scene = this.scenes.buildScene(...this.asked(scenario, map, lang));
    return this.scene;
  }

  /** Another variant of the same scenario, where the element now asks for one that differs. */
  renew(lang: string): Scenes.PlayerScene | undefined {
    const { scene, map } = this;
    if (!scene || !map) return undefined;
    const next = this.scenes.buildScene(...this.asked(scene.trace.scenario, map, lang));
    if (JSON.stringify(next.trace.variant) === JSON.stringify(scene.trace.variant)) return undefined;
    this.scene = next;
    return next;
  }

  /** The sequence follows the width of its pane; a scene where that made another one. */
  fitTo(pane: Rect | undefined): Scenes.PlayerScene | undefined {
    const fitted = this.fit.fit(this.scene, pane, (trace, width) => this.scenes.sequenceFor(trace, width));
    if (fitted) this.scene = fitted;
    return fitted;
  }

  private asked(scenario: Scenario, map: MapLayout, lang: string): Parameters<typeof Scenes.buildScene> {
    const { level, path, pace } = this.element;
    return [scenario, map, { level, path, pace, lang: offeredLanguage(lang, scenario.languages) }, this.fit.width];
  }
}
