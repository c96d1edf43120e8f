import { compile } from '../compile/compile.ts';
import type { Trace } from '../compile/trace.ts';
import { layoutMapAuto } from '../layout/map.ts';
import { layoutSequence } from '../layout/sequence.ts';
import type { MapLayout, SequenceLayout } from '../layout/types.ts';
import { widestLayout } from '../look/label-sizes.ts';
import type { Scenario } from '../scenario/model.ts';
import type { Finding } from './finding.ts';
import { stillsOf, type Still } from './stills.ts';
import { variantsOf } from './variants.ts';

/** A diagram as it is laid out for a pane of a width, CSS px. */
export interface Diagram {
  readonly pane: number;
  readonly layout: SequenceLayout;
}

/** A run of the scenario in one variant, its diagrams, and what the map shows in each of its steps. */
export interface Run {
  readonly trace: Trace;
  readonly diagrams: readonly Diagram[];
  readonly stills: readonly Still[];
}

/** What the rules look at: the scenario, its map, and every run that a viewer can choose. */
export interface Subject {
  readonly scenario: Scenario;
  readonly map: MapLayout;
  readonly runs: readonly Run[];
}

/** Looks at one thing and names what a viewer would stumble over; it changes nothing. */
export type Rule = (subject: Subject) => readonly Finding[];

/** A picture of 1920 × 1080 and the pane that a diagram has in it beside the map, CSS px. */
export const PANES = { whole: 1920, beside: 784 } as const;

/** Lays out the map once and runs a scenario in every variant. */
export async function subjectOf(scenario: Scenario): Promise<Subject> {
  return subjectOn(scenario, await layoutMapAuto(scenario));
}

/** Runs a scenario in every variant on a map that is laid out already. */
export function subjectOn(scenario: Scenario, map: MapLayout): Subject {
  const runs = variantsOf(scenario).map((variant): Run => {
    const trace = compile(scenario, variant);
    return { trace, diagrams: diagramsOf(trace), stills: stillsOf(trace, map) };
  });
  return { scenario, map, runs };
}

/** As a player lays them out: as wide as they want to be, narrower where they would not fit at a size that can be read. */
function diagramsOf(trace: Trace): Diagram[] {
  const natural = layoutSequence(trace);
  return Object.values(PANES).map((pane) => {
    const widest = widestLayout(pane);
    return { pane, layout: natural.size.width > widest ? layoutSequence(trace, { width: widest }) : natural };
  });
}
