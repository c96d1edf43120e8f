import type { Architecture, GroupId, NodeId, Scenario } from '../scenario/model.ts';
import { around, type Point, type Size } from '../shared/geometry.ts';
import { carrierOf, makeBoxes, placeable } from './boxes.ts';

/** Everything that a layout engine has to place: cards and groups inside a group or inside the map. */
export interface Container {
  /** Undefined for the map itself. */
  readonly group?: GroupId;
  readonly cards: readonly { readonly id: NodeId; readonly size: Size; readonly offset: Point }[];
  readonly groups: readonly Container[];
  /** Between two children of this container, each pair once: ids of cards or groups. */
  readonly links: readonly { readonly from: string; readonly to: string; readonly count: number }[];
}

/** Sizes of all cards with what hangs under them, and where the card itself stands in that. */
function cardSizes(scenario: Scenario): Map<NodeId, { size: Size; offset: Point }> {
  const { architecture } = scenario;
  const cards = placeable(architecture);
  const boxes = makeBoxes(architecture, scenario.languages, new Map(cards.map((node) => [node.id, { x: 0, y: 0 }]))).nodes;
  return new Map(cards.map((node) => {
    const own = [...architecture.nodes.values()].filter((other) => carrierOf(architecture, other) === node);
    const card = boxes.get(node.id);
    const all = around(own.map((other) => boxes.get(other.id)).filter((box) => box !== undefined));
    if (!card || !all) return [node.id, { size: { width: 0, height: 0 }, offset: { x: 0, y: 0 } }];
    return [node.id, { size: { width: all.width, height: all.height }, offset: { x: card.x - all.x, y: card.y - all.y } }];
  }));
}

/** The groups around a card, outermost first. */
function chainOf(architecture: Architecture, id: NodeId): GroupId[] {
  const chain: GroupId[] = [];
  let group = architecture.nodes.get(id)?.group;
  while (group !== undefined && !chain.includes(group)) {
    chain.unshift(group);
    group = architecture.groups.get(group)?.parent;
  }
  return chain;
}

/** Links between the children of one container: edges of all that is inside them, lifted. */
function linksAt(architecture: Architecture, depth: number, group: GroupId | undefined): Container['links'] {
  const counts = new Map<string, { from: string; to: string; count: number }>();
  for (const edge of architecture.edges.values()) {
    const ends = [edge.from, edge.to].map((end) => {
      const node = architecture.nodes.get(end);
      const id = node ? carrierOf(architecture, node).id : end;
      const chain = chainOf(architecture, id);
      return (depth === 0 ? undefined : chain[depth - 1]) === group ? chain[depth] ?? id : undefined;
    });
    const [from, to] = ends;
    if (from === undefined || to === undefined || from === to) continue;
    const link = counts.get(`${from} ${to}`) ?? { from, to, count: 0 };
    link.count++;
    counts.set(`${from} ${to}`, link);
  }
  return [...counts.values()];
}

/** The tree of groups with their cards, as layout engines need it. */
export function containersOf(scenario: Scenario): Container {
  const { architecture } = scenario;
  const sizes = cardSizes(scenario);
  const build = (group: GroupId | undefined, depth: number): Container => {
    const cards = placeable(architecture).filter((node) => node.group === group).map((node) => ({ id: node.id, ...(sizes.get(node.id) as { size: Size; offset: Point }) }));
    const groups = [...architecture.groups.values()].filter((other) => other.parent === group).map((other) => build(other.id, depth + 1))
      .filter((inner) => inner.cards.length + inner.groups.length > 0);
    return { ...(group === undefined ? {} : { group }), cards, groups, links: linksAt(architecture, depth, group) };
  };
  return build(undefined, 0);
}
