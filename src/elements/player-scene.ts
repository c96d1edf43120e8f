import { compile } from '../compile/compile.ts';
import type { Trace, Variant } from '../compile/trace.ts';
import { layoutMapAuto } from '../layout/map.ts';
import { layoutSequence } from '../layout/sequence.ts';
import type { MapLayout, SequenceLayout } from '../layout/types.ts';
import { widestLayout } from '../look/label-sizes.ts';
import type { Scenario } from '../scenario/model.ts';
import { nameTable, type NameTable } from '../compile/narration.ts';
import { remembered } from '../shared/remembered.ts';
import { atOnce, type Work } from '../shared/work.ts';
import { inSlices } from './in-slices.ts';
import { measured, measuredNow } from './measured.ts';

/** A scenario in a variant with its places: what the stage draws and the controls tell. */
export interface PlayerScene {
  readonly trace: Trace;
  readonly map: MapLayout;
  readonly sequence: SequenceLayout;
  readonly names: NameTable;
}

/** Places a scenario once for all its variants and players, in slices; places what its author did not, which may load the layout engine. */
export const placeScenario = remembered((scenario: Scenario) => measured('map', scenario.id, () => layoutMapAuto(scenario, inSlices)));

/** The last scene of each scenario, and what it was built for. */
const built = new WeakMap<Scenario, { readonly asked: string; readonly scene: PlayerScene }>();

const askedFor = (variant: Partial<Variant>, paneWidth: number | undefined): string => JSON.stringify([variant, paneWidth]);

/** Compiles a variant and lays out its sequence for a pane; the map stays as it is. What was built last is not built again. */
export function buildScene(scenario: Scenario, map: MapLayout, variant: Partial<Variant>, paneWidth?: number): PlayerScene {
  const known = built.get(scenario);
  if (known?.scene.map === map && known.asked === askedFor(variant, paneWidth)) return known.scene;
  return measuredNow('compile', scenario.id, () => atOnce(sceneWork(scenario, map, variant, paneWidth)));
}

/** Does what `buildScene` will be asked for, in slices. */
export async function prepareScene(scenario: Scenario, map: MapLayout, variant: Partial<Variant>, paneWidth?: number): Promise<void> {
  await measured('compile', scenario.id, () => inSlices(sceneWork(scenario, map, variant, paneWidth)));
}

function* sceneWork(scenario: Scenario, map: MapLayout, variant: Partial<Variant>, paneWidth: number | undefined): Work<PlayerScene> {
  const trace = compile(scenario, variant);
  yield;
  const sequence = sequenceFor(trace, paneWidth);
  const scene = { trace, map, sequence, names: nameTable(scenario, trace.variant.lang) };
  built.set(scenario, { asked: askedFor(variant, paneWidth), scene });
  return scene;
}

/** The sequence as wide as it wants to be; narrower where it would not fit at a size that can be read into a pane of a width, CSS px. */
export function sequenceFor(trace: Trace, paneWidth?: number): SequenceLayout {
  const natural = layoutSequence(trace);
  const widest = paneWidth === undefined ? Infinity : widestLayout(paneWidth);
  return natural.size.width > widest ? layoutSequence(trace, { width: widest }) : natural;
}
