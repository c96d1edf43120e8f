import { compile } from '../compile/compile.ts';
import type { Trace, Variant } from '../compile/trace.ts';
import { layoutMapAuto } from '../layout/map.ts';
import { layoutSequence } from '../layout/sequence.ts';
import type { MapLayout, SequenceLayout } from '../layout/types.ts';
import type { Scenario } from '../scenario/model.ts';
import { nameTable, type NameTable } from '../compile/narration.ts';

/** A scenario in a variant with its places: what the stage draws and the controls tell. */
export interface PlayerScene {
  readonly trace: Trace;
  readonly map: MapLayout;
  readonly sequence: SequenceLayout;
  readonly names: NameTable;
}

const placed = new WeakMap<Scenario, Promise<MapLayout>>();

/** Places a scenario once for all its variants and players; places what its author did not, which may load the layout engine. */
export function placeScenario(scenario: Scenario): Promise<MapLayout> {
  const known = placed.get(scenario);
  if (known) return known;
  const map = layoutMapAuto(scenario);
  placed.set(scenario, map);
  // A layout engine that could not be fetched may come the next time.
  map.catch(() => placed.delete(scenario));
  return map;
}

/** Compiles a variant and lays out its sequence; the map stays as it is. */
export function buildScene(scenario: Scenario, map: MapLayout, variant: Partial<Variant>): PlayerScene {
  const trace = compile(scenario, variant);
  return { trace, map, sequence: layoutSequence(trace), names: nameTable(scenario, trace.variant.lang) };
}
