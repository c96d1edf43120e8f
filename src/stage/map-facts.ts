import { componentOf } from '../shared/node-id.ts';
import type { MapLayout, NodeBox } from '../layout/types.ts';
import type { ActionId, EdgeId, NodeId } from '../scenario/model.ts';
import type { Message, Trace } from '../compile/trace.ts';
import { around, type Rect } from '../shared/geometry.ts';
import { pathOf, reversed, type RoutePath } from './route-path.ts';

/** Changes that are shown under a card. */
const HANGING: ReadonlySet<string> = new Set(['status', 'badge', 'count', 'gauge', 'load']);

const NOTHING: ReadonlySet<string> = new Set();

/** What the map view asks again and again of a trace and its layout, found once. */
export class MapFacts {
  private readonly ahead = new Map<EdgeId, RoutePath>();
  private readonly back = new Map<EdgeId, RoutePath>();
  private readonly appearances = new Map<NodeId, number[]>();
  private readonly changing = new Set<NodeId>();
  private readonly badged = new Set<NodeId>();
  private readonly served = new Map<NodeId, Rect>();
  private readonly trafficLabels = new Map<ActionId, string>();
  private readonly usedEdges = new Set<EdgeId>();
  private readonly withParts = new Set<NodeId>();
  private readonly litIn: ReadonlySet<string>[] = [];

  constructor(
    readonly trace: Trace,
    readonly layout: MapLayout,
  ) {
    for (const span of trace.spans) {
      if (span.kind === 'appear') this.appearances.set(span.node, [...(this.appearances.get(span.node) ?? []), span.start]);
    }
    for (const { kind, action, label, edge, from, to } of trace.messages) {
      this.usedEdges.add(edge);
      this.touch(from);
      this.touch(to);
      if (kind === 'packet' && label !== '' && !this.trafficLabels.has(action)) this.trafficLabels.set(action, label);
    }
    for (const change of trace.changes) {
      if (change.kind === 'status') this.changing.add(change.node);
      if ('node' in change && HANGING.has(change.kind)) this.badged.add(change.node);
      if (change.kind === 'connection') this.usedEdges.add(change.edge);
      else if (change.kind === 'lit') this.noteLit(change.step, change.id, change.value);
      else if ('node' in change && change.kind !== 'presence') this.touch(change.node);
    }
    for (const step of trace.steps) step.focus?.forEach((id) => this.touch(id));
    for (const node of trace.scenario.architecture.nodes.values()) {
      const tag = layout.nodes.get(node.id);
      if (node.via && tag?.shape === 'tag') this.served.set(node.via, around([tag, this.served.get(node.via) ?? tag]) as Rect);
    }
  }

  /** The way of a declared edge or of an undeclared hop, from the side that dials. */
  path(edge: EdgeId): RoutePath | undefined {
    let path = this.ahead.get(edge);
    if (!path) {
      const route = this.layout.routes.get(edge);
      if (!route) return undefined;
      path = pathOf(route.points);
      this.ahead.set(edge, path);
    }
    return path;
  }

  /** The way of a message, in its own direction; a straight line where the layout knows none. */
  way(message: Message): RoutePath {
    const path = this.path(message.edge);
    if (!path) return this.straight(message);
    if (within(message.from, dialler(message.edge))) return path;
    let back = this.back.get(message.edge);
    if (!back) this.back.set(message.edge, (back = reversed(path)));
    return back;
  }

  /** The box of a node, or of its component where a part has none. */
  box(node: NodeId): NodeBox | undefined {
    return this.layout.nodes.get(node) ?? this.layout.nodes.get(componentOf(node));
  }

  /** An absent component is outlined where it will still appear. */
  willAppear(node: NodeId, time: number): boolean {
    return this.appearances.get(node)?.some((start) => start >= time - 1e-6) ?? false;
  }

  /** Its status changes in this trace, so that even `ready` is worth a word. */
  changesStatus(node: NodeId): boolean {
    return this.changing.has(node);
  }

  /** Something hangs under its card at some time of this trace. */
  hasBadges(node: NodeId): boolean {
    return this.badged.has(node);
  }

  /** Something travels on it in this trace, or it is opened or closed. */
  isUsed(edge: EdgeId): boolean {
    return this.usedEdges.has(edge);
  }

  /** Whether a component's parts are drawn: where this trace never gets to one of them, the card alone says what it is. */
  showsParts(component: NodeId): boolean {
    return this.withParts.has(component);
  }

  /** A part that this trace never gets to. */
  isHidden(node: NodeId): boolean {
    return node.includes('/') && !this.withParts.has(componentOf(node));
  }

  /** What a message says: of traffic, what its first packet says. */
  labelOf(message: Message): string {
    return message.kind === 'packet' ? this.trafficLabels.get(message.action) ?? '' : message.label;
  }

  /** Below which badges hang: the card, or the service's tag under it. */
  foot(node: NodeId, box: Rect): number {
    const tag = this.served.get(node);
    return Math.max(box.y + box.height, tag ? tag.y + tag.height : 0);
  }

  /** What `highlight` lights at some time of a step: components, parts and groups. */
  litDuring(step: number): ReadonlySet<string> {
    return this.litIn[step] ?? NOTHING;
  }

  private noteLit(step: number, id: string, value: boolean): void {
    if (!value) return;
    this.touch(id);
    this.litIn[step] = new Set([...(this.litIn[step] ?? []), id]);
  }

  private touch(node: NodeId): void {
    if (node.includes('/')) this.withParts.add(componentOf(node));
  }

  private straight(message: Message): RoutePath {
    const a = this.box(message.from);
    const b = this.box(message.to);
    if (!a || !b) return pathOf([]);
    return pathOf([a, b].map((box) => ({ x: box.x + box.width / 2, y: box.y + box.height / 2 })));
  }
}

/** The side of an edge that dials. */
export function dialler(edge: EdgeId): NodeId {
  return edge.slice(0, edge.indexOf('->'));
}

/** The other side of an edge. */
export function dialled(edge: EdgeId): NodeId {
  return edge.slice(edge.indexOf('->') + 2);
}

function within(node: NodeId, end: NodeId): boolean {
  return node === end || componentOf(node) === end;
}
