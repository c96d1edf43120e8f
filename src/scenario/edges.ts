import { componentOf } from '../shared/node-id.ts';
import { editDistance } from './nearest.ts';
import type { Architecture, EdgeId, NodeId } from './model.ts';
import { LINK_PATTERN } from './schema/parts.ts';

/** The two sides of `a -> b`; undefined when it is no link. */
export function parseLink(link: string | undefined): readonly [NodeId, NodeId] | undefined {
  const match = link === undefined ? null : LINK_PATTERN.exec(link);
  return match ? [match[1] as string, match[2] as string] : undefined;
}

/** The id of an edge. */
export function edgeId(from: NodeId, to: NodeId): EdgeId {
  return `${from}->${to}`;
}

/** The declared edge that goes from one to the other: the parts' own, else that of their components; undefined when there is none. */
export function findEdge(architecture: Pick<Architecture, 'edges'>, from: NodeId, to: NodeId): EdgeId | undefined {
  const [a, b] = [componentOf(from), componentOf(to)];
  for (const id of [edgeId(from, to), edgeId(from, b), edgeId(a, to), edgeId(a, b)]) {
    if (architecture.edges.has(id)) return id;
  }
  return undefined;
}

/** What to write instead of a hop without an edge: turned round, or the edge whose ends are most alike. */
export function edgeHint(architecture: Architecture, from: NodeId, to: NodeId): string {
  const turned = findEdge(architecture, to, from);
  if (turned) {
    return (
      `The edge is declared the other way round, \`${arrow(turned)}\`: for something that ${from} sends back, use \`reply\`, ` +
      'or `event` on an open connection.'
    );
  }
  const near = nearestEdge(architecture, from, to);
  const declare = `declare \`${from} -> ${to}\` in the architecture, or say \`undeclared: true\``;
  return near ? `The nearest edge is \`${arrow(near)}\`; else ${declare}.` : `There are no edges yet: ${declare}.`;
}

function nearestEdge(architecture: Architecture, from: NodeId, to: NodeId): EdgeId | undefined {
  let best: EdgeId | undefined;
  let least = Infinity;
  for (const edge of architecture.edges.values()) {
    const distance = sideDistance(edge.from, from) + sideDistance(edge.to, to);
    if (distance < least) [best, least] = [edge.id, distance];
  }
  return best;
}

/** An end that is the same counts far more than one that only looks alike. */
function sideDistance(a: NodeId, b: NodeId): number {
  if (a === b) return 0;
  if (componentOf(a) === componentOf(b)) return 1;
  return 10 + editDistance(a, b);
}

/** An edge as it is written. */
export function arrow(id: EdgeId): string {
  return id.replace('->', ' -> ');
}
