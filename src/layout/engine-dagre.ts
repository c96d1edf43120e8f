import dagre from '@dagrejs/dagre';
import type { NodeId, Scenario } from '../scenario/model.ts';
import type { Point } from '../shared/geometry.ts';
import { atOnce, type Work } from '../shared/work.ts';
import type { Container } from './containers.ts';
import { Planner } from './plans.ts';

/** The children of a container in the ranks of its flow, each rank in the order that crosses least. Children without links are in none. */
function ranksOf(container: Container): string[][] {
  const linked = new Set(container.links.flatMap(({ from, to }) => [from, to]));
  const ids = [...container.cards.map(({ id }) => id as string), ...container.groups.map(({ group }) => group as string)].filter((id) => linked.has(id));
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: 'TB', ranksep: 100, nodesep: 100, ranker: 'network-simplex' });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const id of ids) graph.setNode(id, { width: 10, height: 10 });
  for (const { from, to, count } of container.links) graph.setEdge(from, to, { weight: Math.min(4, count) });
  dagre.layout(graph);
  const ranks = new Map<number, { id: string; x: number }[]>();
  for (const id of ids) {
    const { x, y } = graph.node(id) as { x: number; y: number };
    const rank = ranks.get(y) ?? [];
    rank.push({ id, x });
    ranks.set(y, rank);
  }
  return [...ranks].sort((a, b) => a[0] - b[0]).map(([, rank]) => rank.sort((a, b) => a.x - b.x).map(({ id }) => id));
}

/** What places the components of a scenario with any spread. */
export const dagrePlanner = (scenario: Scenario): Work<Planner> => Planner.of(scenario, ranksOf);

/** Places for all components on the 8 px grid, at once. `spread`: how many times wider than usual the gaps are. */
export function placeByDagre(scenario: Scenario, spread = 1): Map<NodeId, Point> {
  return atOnce(atOnce(dagrePlanner(scenario)).place(spread));
}
