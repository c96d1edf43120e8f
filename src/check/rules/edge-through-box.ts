import type { NodeId, Scenario } from '../../scenario/model.ts';
import { componentOf } from '../../shared/node-id.ts';
import { runsThrough } from '../boxes.ts';
import { edgePlace } from '../places.ts';
import type { Rule } from '../subject.ts';

/** A line that runs through a component which is neither of its ends. */
export const edgeThroughBox: Rule = ({ scenario, map }) =>
  [...map.routes].flatMap(([edge, route]) => {
    const ends = edge.split('->') as [NodeId, NodeId];
    const crossed = [...map.nodes].filter(([id, box]) => !belongsTo(scenario, id, ends) && runsThrough(route, box)).map(([id]) => id);
    if (crossed.length === 0) return [];
    return [{
      severity: 'warning', code: 'edge-through-box', message: `The line ${edge.replace('->', ' -> ')} runs through ${crossed.map((id) => `\`${id}\``).join(', ')}.`,
      document: 'architecture', path: edgePlace(scenario.architecture, edge), hint: 'Leave a lane between the components, or say with `sides:` where the line leaves and enters.',
    } as const];
  });

/** An end itself, the card or a part of it, and a service's tag under it. */
function belongsTo({ architecture }: Scenario, id: NodeId, ends: readonly NodeId[]): boolean {
  const node = architecture.nodes.get(id);
  return ends.some((end) => {
    if (id === end || id === componentOf(end)) return true;
    // A line to the card itself stops at its rim: it may not reach a part.
    return node?.via !== undefined && componentOf(end) === node.via;
  });
}
