import type { Accent, Architecture, NodeId } from '../scenario/model.ts';
import type { Trace } from './trace.ts';

/** The accent that a component wears: its group's, or that of the component it is a part of. */
export function accentOf(architecture: Architecture, id: NodeId): Accent {
  const node = architecture.nodes.get(id);
  const owner = node?.parent === undefined ? node : architecture.nodes.get(node.parent);
  return (owner?.group !== undefined && architecture.groups.get(owner.group)?.accent) || 'neutral';
}

/** The accent of a step: that of its first sender, so that the caption's number has the colour of the token in the picture. */
export function stepAccent(trace: Trace, stepIndex: number): Accent {
  const step = trace.steps[stepIndex];
  const message = step && step.last > step.first ? trace.messages[step.first] : undefined;
  const id = message?.from ?? (step ? [...step.nodes][0] : undefined);
  return id === undefined ? 'control-plane' : accentOf(trace.scenario.architecture, id);
}
