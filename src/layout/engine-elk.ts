/** Places by elkjs: for the command line only, never in a player's bundle. */
import type { NodeId, Scenario } from '../scenario/model.ts';
import type { Point } from '../shared/geometry.ts';
import { SHAPE } from '../look/type.ts';
import { containersOf, type Container } from './containers.ts';
import { to8 } from './rects.ts';

/** What elkjs takes and gives back, as far as it is used here. */
interface ElkNode {
  id: string;
  width?: number;
  height?: number;
  x?: number;
  y?: number;
  children?: ElkNode[];
  layoutOptions?: Record<string, string>;
}
interface ElkGraph extends ElkNode { edges: { id: string; sources: string[]; targets: string[] }[] }
interface Elk { layout(graph: ElkGraph): Promise<ElkNode> }


/** For the map and, since engines do not pass them on, for every group. */
const SPACING: Record<string, string> = {
  'elk.spacing.nodeNode': '56',
  'elk.layered.spacing.nodeNodeBetweenLayers': '144',
  'elk.layered.spacing.edgeNodeBetweenLayers': '32',
  'elk.layered.spacing.edgeEdgeBetweenLayers': '16',
};
const OPTIONS: Record<string, string> = {
  ...SPACING,
  'elk.algorithm': 'layered',
  'elk.direction': 'RIGHT',
  'elk.hierarchyHandling': 'INCLUDE_CHILDREN',
  'elk.edgeRouting': 'ORTHOGONAL',
  // What comes first in the document stands further left where edges run in circles.
  'elk.layered.cycleBreaking.strategy': 'MODEL_ORDER',
  'elk.layered.nodePlacement.strategy': 'NETWORK_SIMPLEX',
  'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
  'elk.aspectRatio': '1.78',
  'elk.randomSeed': '1',
};

function toElk(container: Container): ElkNode[] {
  const { groupFoot, groupPadding, groupTitleHeight } = SHAPE;
  return [
    ...container.cards.map(({ id, size }) => ({ id: `card ${id}`, width: size.width, height: size.height })),
    ...container.groups.map((group) => ({
      id: `group ${group.group}`, children: toElk(group),
      layoutOptions: { ...SPACING, 'elk.padding': `[top=${groupTitleHeight},left=${groupPadding},bottom=${groupFoot},right=${groupPadding}]` },
    })),
  ];
}

function collect(container: Container, nodes: readonly ElkNode[], at: Point, found: Map<NodeId, Point>): void {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  for (const { id, offset } of container.cards) {
    const node = byId.get(`card ${id}`);
    if (node) found.set(id, { x: to8(at.x + (node.x ?? 0) + offset.x), y: to8(at.y + (node.y ?? 0) + offset.y) });
  }
  for (const group of container.groups) {
    const node = byId.get(`group ${group.group}`);
    if (node) collect(group, node.children ?? [], { x: at.x + (node.x ?? 0), y: at.y + (node.y ?? 0) }, found);
  }
}

/** All links of a container and of those inside it. A link may end at a group. */
function linksOf(container: Container): { from: string; to: string }[] {
  const groups = new Set(container.groups.map((group) => group.group as string));
  const name = (id: string): string => (groups.has(id) ? `group ${id}` : `card ${id}`);
  return [...container.links.map(({ from, to }) => ({ from: name(from), to: name(to) })), ...container.groups.flatMap(linksOf)];
}

/** Places for all components on the 8 px grid, from left to right. Needs elkjs to be installed. */
export async function placeByElk(scenario: Scenario): Promise<Map<NodeId, Point>> {
  const { default: ElkConstructor } = await import('elkjs/lib/elk.bundled.js') as unknown as { default: new () => Elk };
  const root = containersOf(scenario);
  const edges = linksOf(root).map(({ from, to }, i) => ({ id: `link ${i}`, sources: [from], targets: [to] }));
  const placed = await new ElkConstructor().layout({ id: 'map', layoutOptions: OPTIONS, children: toElk(root), edges });
  const found = new Map<NodeId, Point>();
  collect(root, placed.children ?? [], { x: 0, y: 0 }, found);
  return found;
}
