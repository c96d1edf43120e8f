import type { Architecture, NodeId, Scenario } from '../scenario/model.ts';
import { around, type Point } from '../shared/geometry.ts';
import { atOnce, type Runner, type Work } from '../shared/work.ts';
import { makeBoxes, placeable, type Boxes } from './boxes.ts';
import { cropped, movedGroup, movedNode } from './crop.ts';
import type { Planner } from './plans.ts';
import { labelWishes, undeclaredEdges, type StepWishes } from './label-wishes.ts';
import { placeLabels } from './labels.ts';
import { right } from './rects.ts';
import { reservedStrips } from './reserved.ts';
import { makeWorld, ROUTE_MARGIN, routeEnd, type RouteWish } from './route-world.ts';
import { findRoutes } from './routes.ts';
import type { MapLayout } from './types.ts';

/** Components that have no place of their own. */
export function unplaced(scenario: Scenario): NodeId[] {
  return placeable(scenario.architecture).filter((node) => !node.at).map((node) => node.id);
}

/** Moves everything so that the margin around it is the same on all sides. */
function shifted(boxes: Boxes, margin: number): Boxes & { readonly size: { width: number; height: number } } {
  const all = around([...boxes.nodes.values(), ...boxes.groups.values()]) ?? { x: 0, y: 0, width: 0, height: 0 };
  const [dx, dy] = [margin - all.x, margin - all.y];
  return {
    nodes: new Map([...boxes.nodes].map(([id, box]) => [id, movedNode(box, dx, dy)])),
    groups: new Map([...boxes.groups].map(([id, box]) => [id, movedGroup(box, dx, dy)])),
    size: { width: all.width + 2 * margin, height: all.height + 2 * margin },
  };
}

function wishesOf(scenario: Scenario, boxes: Boxes): RouteWish[] {
  const { architecture } = scenario;
  return [...architecture.edges.values(), ...undeclaredEdges(scenario)].flatMap((edge) => {
    const from = routeEnd(architecture, boxes, edge.from, 'fromSide' in edge ? edge.fromSide : undefined);
    const to = routeEnd(architecture, boxes, edge.to, 'toSide' in edge ? edge.toSide : undefined);
    return from && to ? [{ id: edge.id, from, to }] : [];
  });
}

/** What of a map does not depend on what happens on it. */
type Ground = Omit<MapLayout, 'labels'>;

/** Grounds of architectures whose components are all placed, by what else they depend on: many scenarios stand on the same one. */
const grounds = new WeakMap<Architecture, Map<string, Ground>>();

function* groundWork(scenario: Scenario, at: ReadonlyMap<NodeId, Point>, margin: number): Work<Ground> {
  const { size, ...boxes } = shifted(makeBoxes(scenario.architecture, scenario.languages, at), margin);
  yield;
  return { size, ...boxes, routes: yield* findRoutes(makeWorld(scenario.architecture, boxes), wishesOf(scenario, boxes)) };
}

function* knownGround(scenario: Scenario, at: ReadonlyMap<NodeId, Point>, margin: number): Work<Ground> {
  if (at.size > 0) return yield* groundWork(scenario, at, margin);
  const key = JSON.stringify([scenario.languages, margin, undeclaredEdges(scenario).map(({ id }) => id)]);
  const known = grounds.get(scenario.architecture) ?? new Map<string, Ground>();
  grounds.set(scenario.architecture, known);
  const ground = known.get(key) ?? (yield* groundWork(scenario, at, margin));
  known.set(key, ground);
  return ground;
}

/** The map of a scenario as work; `at`: the places of components without one; `margin`: room around all boxes; `wishes`: its labels, where they are known. */
function* mapWork(scenario: Scenario, at: ReadonlyMap<NodeId, Point>, margin: number = ROUTE_MARGIN, wishes?: readonly StepWishes[]): Work<MapLayout> {
  const ground = yield* knownGround(scenario, at, margin);
  yield;
  const labels = yield* placeLabels({ ...ground, reserved: reservedStrips(scenario, ground.nodes) }, wishes ?? labelWishes(scenario));
  return { ...ground, labels };
}

/** The map of a scenario over all its levels, choices and languages; components without a place are set at those given. `margin`: room around all boxes. */
export function layoutMapAt(scenario: Scenario, at: ReadonlyMap<NodeId, Point>, margin: number = ROUTE_MARGIN): MapLayout {
  return atOnce(mapWork(scenario, at, margin));
}

/** Simple rows for what no one has placed, to the right of all that is: only so that nothing is missing. `layoutMapAuto` does better. */
function rowsFor(scenario: Scenario): Map<NodeId, Point> {
  const placed = around(makeBoxes(scenario.architecture, scenario.languages).nodes.values());
  const left = placed ? right(placed) + 96 : 0;
  const top = placed?.y ?? 0;
  return new Map(unplaced(scenario).map((id, i) => [id, { x: left + (i % 4) * 480, y: top + Math.floor(i / 4) * 168 }]));
}

/** The map of a scenario whose components are all placed. Synchronous; what has no place is set in plain rows. */
export function layoutMap(scenario: Scenario): MapLayout {
  return layoutMapAt(scenario, rowsFor(scenario));
}

/** How wide gaps are made, one after the other, until every label has a place. */
const SPREADS = [1, 1.25, 1.5];

/** Room for labels around a small map, of which what is not needed goes again. */
const LABEL_ROOM = 128;

const crowdedIn = ({ labels }: MapLayout): number => [...labels.values()].filter(({ crowded }) => crowded).length;

/** The map of what has no place, tried with wider and wider gaps. */
function* spreadWork(scenario: Scenario, makePlanner: (scenario: Scenario) => Work<Planner>): Work<MapLayout> {
  const planner = yield* makePlanner(scenario);
  yield;
  const wishes = labelWishes(scenario);
  let best: MapLayout | undefined;
  for (const spread of SPREADS) {
    const places = yield* planner.place(spread);
    yield;
    const map = cropped(yield* mapWork(scenario, places, LABEL_ROOM, wishes), ROUTE_MARGIN);
    if (!best || crowdedIn(map) < crowdedIn(best)) best = map;
    if (crowdedIn(best) === 0) break;
  }
  return best as MapLayout;
}

/** The map of any scenario; loads the layout engine only where a component has no place. `run`: does the work, at once or in slices. */
export async function layoutMapAuto(scenario: Scenario, run: Runner = atOnce): Promise<MapLayout> {
  if (unplaced(scenario).length === 0) return run(mapWork(scenario, new Map()));
  const { dagrePlanner } = await import('./engine-dagre.ts');
  return run(spreadWork(scenario, dagrePlanner));
}
