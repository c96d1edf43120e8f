import type { Frame } from '../compile/frame.ts';
import type { StepMark } from '../compile/trace.ts';
import type { EdgeId, NodeId } from '../scenario/model.ts';
import { componentOf } from '../shared/node-id.ts';
import { dialled, dialler, type MapFacts } from './map-facts.ts';
import type { MapSight } from './map-sight.ts';
import { lerp } from './palette.ts';

/** How much each part of the map takes part now: 0 receded … 1 takes part. */
export interface Involvement {
  node(id: NodeId): number;
  edge(id: EdgeId): number;
}

/** Between the step before and this one by the frame's emphasis. A step that names nobody is about all. */
export function involvement(facts: MapFacts, { step, emphasis }: Pick<Frame, 'step' | 'emphasis'>, sight: MapSight): Involvement {
  const now = facts.trace.steps[step];
  const before = facts.trace.steps[step - 1] ?? now;
  const between = (within: (step: StepMark | undefined) => number): number => lerp(within(before), within(now), emphasis);
  const told = (id: NodeId): number => between((mark) => (isAboutAll(mark) || mark.nodes.has(id) ? 1 : 0));
  // Where the viewer lights a layer, that decides, and not who takes part.
  const node = (id: NodeId): number => (sight.lit ? sight.strength(id) : told(id));
  return {
    node: (id) => (id === componentOf(id) ? node(id) : Math.max(node(id), 0.75 * node(componentOf(id)))),
    edge: (id) => between((mark) => edgeShare(mark, id)) * Math.max(sight.strength(dialler(id)), sight.strength(dialled(id))),
  };
}

function isAboutAll(step: StepMark | undefined): step is undefined {
  return !step || step.nodes.size === 0;
}

/** A step's own edges stand out; another one between two who take part is at least seen. */
function edgeShare(step: StepMark | undefined, id: EdgeId): number {
  if (isAboutAll(step)) return 0.3;
  if (step.edges.has(id)) return 1;
  return step.nodes.has(dialler(id)) && step.nodes.has(dialled(id)) ? 0.3 : 0;
}
