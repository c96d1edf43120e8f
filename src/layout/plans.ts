import type { NodeId, Scenario } from '../scenario/model.ts';
import type { Point, Size } from '../shared/geometry.ts';
import type { Work } from '../shared/work.ts';
import { SHAPE } from '../look/type.ts';
import { carrierOf } from './boxes.ts';
import { placeInRanks, type Child, type Plan } from './columns.ts';
import { containersOf, type Container } from './containers.ts';
import { to8, upTo8 } from './rects.ts';

/** The screen that a map should fill. */
const [WIDTH, HEIGHT] = [1920, 1080];
/** A map that fits with a third to spare is large enough: from there on the flow's direction decides. */
const LARGE_ENOUGH = 0.75;
/** How often all containers are gone through in search of a better plan. */
const ROUNDS = 3;
/** What the length of edges counts beside the size of the map. */
const EDGE_WEIGHT = 0.35;
/** A flow from top to bottom, or one that is broken, must be so much better than one from left to right. */
const DOWN = 1.06;
const INNER_DOWN = 1.02;

/** The children of a container in the ranks of its flow, each rank in its order; without those that have no links. */
export type RanksOf = (container: Container) => readonly (readonly string[])[];

interface Placed { readonly size: Size; readonly at: ReadonlyMap<NodeId, Point> }

/** A container with what does not depend on how others are placed. */
interface Place {
  readonly container: Container;
  readonly ranks: readonly (readonly string[])[];
  readonly inner: readonly Place[];
  readonly plans: readonly Plan[];
  /** Index of the plan that is tried. */
  plan: number;
  /** What came of each choice of plans for it and all inside it. */
  readonly known: Map<string, Placed>;
}

function* placeOf(container: Container, ranksOf: RanksOf): Work<Place> {
  const inner: Place[] = [];
  for (const group of container.groups) inner.push(yield* placeOf(group, ranksOf));
  yield;
  const area = areaOf(container);
  // A rank as long as the container would be high, or wide, if it had the screen's shape; and some shorter and longer ones.
  const limits = [Infinity, ...[0.5, 0.7, 0.9, 1.1, 1.4].map((share) => share * Math.sqrt(area))];
  const plans = (['LR', 'TB'] as const).flatMap((direction) => limits.map((limit): Plan => ({ direction, limit: direction === 'LR' ? limit : limit * WIDTH / HEIGHT })));
  return { container, ranks: container.links.length > 0 ? ranksOf(container) : [], inner, plans, plan: 0, known: new Map() };
}

/** What a container's cards take up with the room around them. */
function areaOf({ cards, groups }: Container): number {
  const own = cards.reduce((sum, { size }) => sum + (size.width + 100) * (size.height + 56), 0);
  return groups.reduce((sum, group) => sum + areaOf(group) * 1.15, own);
}

const allOf = (place: Place): Place[] => [place, ...place.inner.flatMap(allOf)];

const choiceOf = (place: Place): string => `${place.plan}(${place.inner.map(choiceOf).join()})`;

/** Places a container's children, groups as wholes, so that groups never overlap. */
function arrange(place: Place, spread: number): Placed {
  const choice = choiceOf(place);
  let placed = place.known.get(choice);
  if (!placed) place.known.set(choice, (placed = arrangeAnew(place, spread)));
  return placed;
}

function arrangeAnew(place: Place, spread: number): Placed {
  const { container } = place;
  const { groupFoot, groupPadding, groupTitleHeight } = SHAPE;
  const groups = place.inner.map((inner) => ({ id: inner.container.group as string, placed: arrange(inner, spread) }));
  const children: Child[] = [
    ...container.cards.map(({ id, size }) => ({ id, size, group: false })),
    ...groups.map(({ id, placed: { size } }) => ({
      id, group: true, size: { width: size.width + 2 * groupPadding, height: size.height + groupTitleHeight + groupFoot },
    })),
  ];
  if (children.length === 0) return { size: { width: 0, height: 0 }, at: new Map() };
  const corners = new Map([...placeInRanks(children, container, place.ranks, place.plans[place.plan] as Plan, spread)].map(([id, { x, y }]) => [id, { x: to8(x), y: to8(y) }]));
  const at = new Map<NodeId, Point>();
  for (const { id, offset } of container.cards) {
    const { x, y } = corners.get(id) as Point;
    at.set(id, { x: x + offset.x, y: y + offset.y });
  }
  for (const { id, placed } of groups) {
    const { x, y } = corners.get(id) as Point;
    for (const [node, point] of placed.at) at.set(node, { x: x + groupPadding + point.x, y: y + groupTitleHeight + point.y });
  }
  const width = Math.max(...children.map(({ id, size }) => (corners.get(id) as Point).x + size.width));
  const height = Math.max(...children.map(({ id, size }) => (corners.get(id) as Point).y + size.height));
  return { size: { width: upTo8(width), height: upTo8(height) }, at };
}

/** Middles of the cards that edges join. */
function linesOf(scenario: Scenario, root: Container): { from: NodeId; to: NodeId; middle: ReadonlyMap<NodeId, Point> }[] {
  const middle = new Map<NodeId, Point>();
  const collect = ({ cards, groups }: Container): void => {
    for (const { id, size, offset } of cards) middle.set(id, { x: size.width / 2 - offset.x, y: size.height / 2 - offset.y });
    groups.forEach(collect);
  };
  collect(root);
  const { nodes, edges } = scenario.architecture;
  const card = (id: NodeId): NodeId => {
    const node = nodes.get(id);
    return node ? carrierOf(scenario.architecture, node).id : id;
  };
  return [...edges.values()].map(({ from, to }) => ({ from: card(from), to: card(to), middle })).filter(({ from, to }) => from !== to && middle.has(from) && middle.has(to));
}

/** How much smaller than full size a map is on a screen of 1920 × 1080 and how long its edges are: what a viewer loses. */
function lossOf(place: Place, lines: ReturnType<typeof linesOf>, spread: number): number {
  const { size, at } = arrange(place, spread);
  const [width, height] = [size.width + 80, size.height + 80];
  const shrunk = Math.max(LARGE_ENOUGH, width / WIDTH, height / HEIGHT);
  const ways = lines.map(({ from, to, middle }) => {
    const [a, b, p, q] = [at.get(from), at.get(to), middle.get(from), middle.get(to)] as [Point, Point, Point, Point];
    const along = b.x + q.x - a.x - p.x;
    // What runs against the flow counts double.
    return Math.abs(along) * (along < 0 ? 2 : 1) + Math.abs(b.y + q.y - a.y - p.y);
  });
  const edge = ways.reduce((sum, way) => sum + way, 0) / Math.max(1, ways.length) / (WIDTH + HEIGHT) * 2;
  const down = allOf(place).reduce((all, { plan, plans }, i) => all * (plans[plan]?.direction === 'LR' ? 1 : i === 0 ? DOWN : INNER_DOWN), 1);
  return (shrunk + EDGE_WEIGHT * edge) * down;
}

/** Places what has no place; how its groups contain each other and where its flows lead is worked out once for all spreads. */
export class Planner {
  private readonly lines: ReturnType<typeof linesOf>;

  private constructor(scenario: Scenario, container: Container, private readonly root: Place) {
    this.lines = linesOf(scenario, container);
  }

  /** The planner of a scenario's map. */
  static *of(scenario: Scenario, ranksOf: RanksOf): Work<Planner> {
    const container = containersOf(scenario);
    return new Planner(scenario, container, yield* placeOf(container, ranksOf));
  }

  /**
   * Places for all components, group by group, on the 8 px grid: ranks and their order are given, that plan of each group is taken with which most
   * can be read. `spread`: how many times wider than usual the gaps are.
   */
  *place(spread: number): Work<Map<NodeId, Point>> {
    const { root, lines } = this;
    for (const place of allOf(root)) {
      place.plan = 0;
      place.known.clear();
    }
    let least = lossOf(root, lines, spread);
    for (let round = 0, better = true; round < ROUNDS && better; round++) {
      better = false;
      for (const place of allOf(root)) {
        let best = place.plan;
        for (const plan of place.plans.keys()) {
          yield;
          place.plan = plan;
          const loss = lossOf(root, lines, spread);
          if (loss < least - 1e-6) [least, best, better] = [loss, plan, true];
        }
        place.plan = best;
      }
    }
    return new Map([...arrange(root, spread).at].map(([id, { x, y }]) => [id, { x: to8(x), y: to8(y) }]));
  }
}
