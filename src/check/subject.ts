import { compile } from '../compile/compile.ts';
import type { Trace } from '../compile/trace.ts';
import { layoutMapAuto } from '../layout/map.ts';
import { layoutSequence } from '../layout/sequence.ts';
import type { MapLayout, SequenceLayout } from '../layout/types.ts';
import type { Scenario } from '../scenario/model.ts';
import type { Finding } from './finding.ts';
import { variantsOf } from './variants.ts';

/** A run of the scenario in one variant, and its diagram. */
export interface Run {
  readonly trace: Trace;
  readonly sequence: SequenceLayout;
}

/** What the rules look at: the scenario, its map, and every run that a viewer can choose. */
export interface Subject {
  readonly scenario: Scenario;
  readonly map: MapLayout;
  readonly runs: readonly Run[];
}

/** Looks at one thing and names what a viewer would stumble over; it changes nothing. */
export type Rule = (subject: Subject) => readonly Finding[];

/** Lays out and runs a scenario in every variant. */
export async function subjectOf(scenario: Scenario): Promise<Subject> {
  const runs = variantsOf(scenario).map((variant) => {
    const trace = compile(scenario, variant);
    return { trace, sequence: layoutSequence(trace) };
  });
  return { scenario, map: await layoutMapAuto(scenario), runs };
}
