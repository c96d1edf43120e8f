import type { Accent, Architecture, DiagramNode, Group, GroupId, NodeId } from '../scenario/model.ts';
import { around, inflate, type Point, type Rect } from '../shared/geometry.ts';
import { textIn, type Lang } from '../shared/text.ts';
import { textWidth } from '../look/measure.ts';
import { SHAPE, TYPE, WEIGHT } from '../look/type.ts';
import { cardTexts, HEAD_HEIGHT, wantedSize } from './card-text.ts';
import { planParts } from './parts.ts';
import { bottom, right } from './rects.ts';
import type { GroupBox, NodeBox } from './types.ts';

/** Boxes in the author's coordinates. */
export interface Boxes {
  readonly nodes: Map<NodeId, NodeBox>;
  readonly groups: Map<GroupId, GroupBox>;
}

const TAG_GAP = 8;

/** A service that is drawn as a tag under the card on which it chooses. */
export const isTag = (node: DiagramNode): boolean => node.via !== undefined && !node.parent;

/** The card that a node is drawn with: a part's component, a tag's card, else itself. */
export function carrierOf(architecture: Architecture, node: DiagramNode): DiagramNode {
  const id = node.parent ?? (isTag(node) && !node.at ? node.via : undefined);
  const carrier = id === undefined ? undefined : architecture.nodes.get(id);
  return carrier ? carrierOf(architecture, carrier) : node;
}

/** Components that need a place of their own: no parts, no tags. */
export function placeable(architecture: Architecture): DiagramNode[] {
  return [...architecture.nodes.values()].filter((node) => carrierOf(architecture, node) === node);
}

function accentOf(architecture: Architecture, node: DiagramNode): Accent {
  const group = node.group === undefined ? undefined : architecture.groups.get(node.group);
  if (group) return group.accent;
  const carrier = carrierOf(architecture, node);
  return carrier === node ? 'neutral' : accentOf(architecture, carrier);
}

function addCard(architecture: Architecture, node: DiagramNode, at: Point, languages: readonly Lang[], nodes: Map<NodeId, NodeBox>): void {
  const accent = accentOf(architecture, node);
  if (isTag(node)) {
    const place = { ...at, ...(node.size ?? wantedSize(node, 'tag', languages)) };
    nodes.set(node.id, { ...place, shape: 'tag', accent, text: cardTexts(node, 'tag', place, languages) });
    return;
  }
  const { size, parts } = planParts(architecture, node, languages);
  const boxes = [...parts].map(([id, rect]): [NodeId, NodeBox] => {
    const place = { ...rect, x: at.x + rect.x, y: at.y + rect.y };
    const part = architecture.nodes.get(id) as DiagramNode;
    return [id, { ...place, shape: 'part', accent, text: cardTexts(part, 'part', place, languages) }];
  });
  const inner = around(boxes.map(([, box]) => box));
  const head = inner ? { width: size.width, height: Math.min(size.height, HEAD_HEIGHT) } : size;
  nodes.set(node.id, { ...at, ...size, shape: 'card', accent, text: cardTexts(node, 'card', head, languages), ...(inner ? { inner } : {}) });
  for (const [id, box] of boxes) nodes.set(id, box);
}

/** Tags of one card stand side by side under it, then in a next row. */
function addTags(architecture: Architecture, languages: readonly Lang[], nodes: Map<NodeId, NodeBox>): void {
  const last = new Map<NodeId, Rect>();
  for (const node of architecture.nodes.values()) {
    const carrier = carrierOf(architecture, node);
    const card = nodes.get(carrier.id);
    if (!isTag(node) || carrier === node || !card) continue;
    const size = node.size ?? wantedSize(node, 'tag', languages);
    const before = last.get(carrier.id);
    const beside = before && right(before) + TAG_GAP + size.width <= right(card);
    const x = beside ? right(before) + TAG_GAP : card.x + (card.width > size.width ? 12 : (card.width - size.width) / 2);
    const y = beside ? before.y : bottom(before ?? card) + TAG_GAP;
    const place = { x: Math.round(x), y, ...size };
    last.set(carrier.id, place);
    nodes.set(node.id, { ...place, shape: 'tag', accent: accentOf(architecture, node), text: cardTexts(node, 'tag', place, languages) });
  }
}

function depthOf(architecture: Architecture, group: Group): number {
  const parent = group.parent === undefined ? undefined : architecture.groups.get(group.parent);
  return parent ? depthOf(architecture, parent) + 1 : 0;
}

function titleBox(group: Group, frame: Rect, languages: readonly Lang[]): Rect {
  const style = { size: TYPE.group, weight: WEIGHT.strong };
  const width = Math.max(...languages.map((lang) => textWidth(textIn(group.title, lang), style)));
  return {
    x: frame.x + SHAPE.groupPadding, y: frame.y + 14, height: 36,
    width: Math.min(Math.ceil(width), frame.width - 2 * SHAPE.groupPadding),
  };
}

/** What a group takes up around its members; undefined for one without size and members. */
function frameOf(group: Group, members: readonly Rect[]): Rect | undefined {
  const content = around(members);
  const wrapped = content && inflate(content, SHAPE.groupPadding);
  const least = wrapped && { ...wrapped, y: content.y - SHAPE.groupTitleHeight, height: content.height + SHAPE.groupTitleHeight + SHAPE.groupFoot };
  const at = group.at ?? least;
  if (!at) return undefined;
  const size = group.size ?? (least ? { width: right(least) - at.x, height: bottom(least) - at.y } : undefined);
  return size && { x: at.x, y: at.y, width: size.width, height: size.height };
}

function addGroups(architecture: Architecture, languages: readonly Lang[], boxes: Boxes): void {
  const order = [...architecture.groups.values()].map((group) => ({ group, depth: depthOf(architecture, group) })).sort((a, b) => b.depth - a.depth);
  for (const { group, depth } of order) {
    const cards = [...architecture.nodes.values()].filter((node) => carrierOf(architecture, node).group === group.id || node.group === group.id);
    const members: Rect[] = cards.map((node) => boxes.nodes.get(node.id)).filter((box) => box !== undefined);
    for (const other of architecture.groups.values()) {
      const inner = other.parent === group.id ? boxes.groups.get(other.id) : undefined;
      if (inner) members.push(inner);
    }
    const frame = frameOf(group, members);
    if (frame) boxes.groups.set(group.id, { ...frame, accent: group.accent, depth, titleBox: titleBox(group, frame, languages) });
  }
}

/** The boxes of all components, parts, tags and groups. `at`: the places of those components that have none of their own. Groups come outermost first. */
export function makeBoxes(architecture: Architecture, languages: readonly Lang[], at: ReadonlyMap<NodeId, Point> = new Map()): Boxes {
  const made: Boxes = { nodes: new Map(), groups: new Map() };
  const cards = new Map<NodeId, NodeBox>();
  for (const node of placeable(architecture)) {
    const place = node.at ?? at.get(node.id);
    if (place) addCard(architecture, node, place, languages, cards);
  }
  addTags(architecture, languages, cards);
  for (const id of architecture.nodes.keys()) {
    const box = cards.get(id);
    if (box) made.nodes.set(id, box);
  }
  addGroups(architecture, languages, made);
  return { nodes: made.nodes, groups: new Map([...made.groups].sort((a, b) => a[1].depth - b[1].depth)) };
}
