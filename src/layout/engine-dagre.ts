import dagre from '@dagrejs/dagre';
import type { NodeId, Scenario } from '../scenario/model.ts';
import type { Point, Size } from '../shared/geometry.ts';
import { SHAPE } from '../look/type.ts';
import { containersOf, type Container } from './containers.ts';

type Direction = 'LR' | 'TB';
interface Placed { readonly size: Size; readonly at: ReadonlyMap<NodeId, Point> }
/** Directions of the map itself and inside its groups. */
interface Plan { readonly outer: Direction; readonly inner: Direction }
interface Child { readonly id: string; readonly size: Size; readonly place: (at: Point) => Iterable<[NodeId, Point]> }

const TO_8 = 8;
const to8 = (value: number): number => Math.round(value / TO_8) * TO_8;
/** The screen that a map should fill. */
const [WIDTH, HEIGHT] = [1920, 1080];
/** Gap along the flow: room for a hop and its label. Gap across it. */
const RANK_GAP = 144;
const GROUP_RANK_GAP = 96;
const NODE_GAP = 56;

function childrenOf(container: Container, plan: Plan): Child[] {
  const cards = container.cards.map(({ id, size, offset }): Child => ({
    id, size, place: ({ x, y }) => [[id, { x: x + offset.x, y: y + offset.y }]],
  }));
  const groups = container.groups.map((group): Child => {
    const inner = placeContainer(group, { outer: plan.inner, inner: plan.inner });
    const { groupPadding, groupTitleHeight } = SHAPE;
    return {
      id: group.group as string,
      size: { width: inner.size.width + 2 * groupPadding, height: inner.size.height + groupTitleHeight + groupPadding },
      place: ({ x, y }) => [...inner.at].map(([id, at]): [NodeId, Point] => [id, { x: at.x + x + groupPadding, y: at.y + y + groupTitleHeight }]),
    };
  });
  return [...cards, ...groups];
}

/** Children without links among them stand in even rows. */
function inRows(children: readonly Child[]): Map<string, Point> {
  const widest = Math.max(...children.map((child) => child.size.width));
  const tallest = Math.max(...children.map((child) => child.size.height));
  const columns = Math.max(1, Math.round(Math.sqrt((children.length * (tallest + 32)) / (widest + 32))));
  return new Map(children.map((child, i) => [child.id, { x: (i % columns) * (widest + 32), y: Math.floor(i / columns) * (tallest + 32) }]));
}

function byDagre(children: readonly Child[], container: Container, direction: Direction): Map<string, Point> {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ rankdir: direction, ranksep: container.groups.length > 0 ? GROUP_RANK_GAP : RANK_GAP, nodesep: NODE_GAP, edgesep: 32, ranker: 'network-simplex' });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, size } of children) graph.setNode(id, { ...size });
  for (const { from, to, count } of container.links) graph.setEdge(from, to, { weight: Math.min(4, count) });
  dagre.layout(graph);
  return new Map(children.map(({ id, size }) => {
    const { x, y } = graph.node(id) as Point;
    return [id, { x: x - size.width / 2, y: y - size.height / 2 }];
  }));
}

/** Places one container's children, groups as wholes, so that groups never overlap. */
function placeContainer(container: Container, plan: Plan): Placed {
  const children = childrenOf(container, plan);
  if (children.length === 0) return { size: { width: 0, height: 0 }, at: new Map() };
  const corners = container.links.length === 0 ? inRows(children) : byDagre(children, container, plan.outer);
  const left = Math.min(...[...corners.values()].map((point) => point.x));
  const top = Math.min(...[...corners.values()].map((point) => point.y));
  const at = new Map<NodeId, Point>();
  let [width, height] = [0, 0];
  for (const child of children) {
    const corner = corners.get(child.id) as Point;
    const [x, y] = [to8(corner.x - left), to8(corner.y - top)];
    for (const [id, point] of child.place({ x, y })) at.set(id, point);
    width = Math.max(width, x + child.size.width);
    height = Math.max(height, y + child.size.height);
  }
  return { size: { width, height }, at };
}

/** How much smaller than full size a map is on a screen of 1920 × 1080: what a viewer loses. */
function loss({ size }: Placed, { outer, inner }: Plan): number {
  const shrunk = Math.max(size.width / WIDTH, size.height / HEIGHT, 1);
  return shrunk * (outer === 'TB' ? 1.25 : 1) * (inner === 'TB' ? 1.1 : 1);
}

/** Places for all components by dagre, group by group, on the 8 px grid: from left to right, or from top to bottom where much more of it can be read then. */
export function placeByDagre(scenario: Scenario): Map<NodeId, Point> {
  const root = containersOf(scenario);
  const plans = (['LR', 'TB'] as const).flatMap((outer) => (['LR', 'TB'] as const).map((inner): Plan => ({ outer, inner })));
  const tried = plans.map((plan) => {
    const placed = placeContainer(root, plan);
    return { placed, loss: loss(placed, plan) };
  });
  const best = tried.sort((a, b) => a.loss - b.loss)[0] as (typeof tried)[number];
  return new Map([...best.placed.at].map(([id, { x, y }]) => [id, { x: to8(x), y: to8(y) }]));
}
