import { compile } from '../../../src/compile/compile.ts';
import type { Message, Trace } from '../../../src/compile/trace.ts';
import { makeBoxes } from '../../../src/layout/boxes.ts';
import type { Lifeline, MapLayout, NodeBox, Route, SequenceLayout, SequenceRow } from '../../../src/layout/types.ts';
import { textWidth } from '../../../src/look/measure.ts';
import type { EdgeId, Scenario } from '../../../src/scenario/model.ts';
import type { Point } from '../../../src/shared/geometry.ts';

/** A plain layout of the stage's tests: boxes as written, routes with one bend, labels over the middle. It does not depend on the router. */
export function draftMap(scenario: Scenario): MapLayout {
  const { nodes, groups } = makeBoxes(scenario.architecture, scenario.languages);
  const routes = new Map<EdgeId, Route>();
  const labels = new Map<string, { x: number; y: number; width: number; height: number; anchor: Point; crowded: boolean }>();
  for (const edge of scenario.architecture.edges.values()) {
    const a = nodes.get(edge.from);
    const b = nodes.get(edge.to);
    if (a && b) routes.set(edge.id, routeBetween(a, b));
  }
  for (const level of scenario.levels) {
    for (const message of compile(scenario, { level }).messages) {
      const width = textWidth(message.label, { size: 24, weight: 700 }) + 72;
      const box = nodes.get(message.from);
      const anchor = message.kind === 'work' && box ? { x: box.x + box.width / 2, y: box.y } : middle(routes.get(message.edge));
      labels.set(message.action, { x: anchor.x - width / 2, y: anchor.y - 68, width, height: 44, anchor, crowded: false });
    }
  }
  const all = [...nodes.values(), ...groups.values()];
  const size = { width: Math.max(...all.map((box) => box.x + box.width)) + 24, height: Math.max(...all.map((box) => box.y + box.height)) + 24 };
  return { size, nodes, groups, routes, labels };
}

/** A plain sequence: lifelines 200 apart in the order of their first message, rows 56 high. */
export function draftSequence(trace: Trace): SequenceLayout {
  const names = [...new Set(trace.messages.flatMap(({ from, to }) => [component(from), component(to)]))];
  const architecture = trace.scenario.architecture;
  const groups = architecture.groups;
  const lifelines = names.map((node, i): Lifeline => {
    const found = architecture.nodes.get(node);
    const accent = (found?.group && groups.get(found.group)?.accent) || 'neutral';
    const x = 64 + 100 + i * 200;
    const title = { lines: [Object.values(found?.title ?? { und: node })[0] as string], size: 24 };
    return { node, accent, x, head: { x: x - 90, y: 12, width: 180, height: 48 }, title };
  });
  const xOf = new Map(lifelines.map(({ node, x }) => [node, x]));
  const rows = trace.messages.map((message, i) => rowOf(message, i, xOf));
  return {
    size: { width: 64 + names.length * 200, height: 140 + rows.length * 56 + 24 }, headHeight: 72, margin: 56, lifelines, rows,
    standing: trace.scenario.open.flatMap((edge, i) => {
      const [from, to] = edge.split('->').map((end) => xOf.get(component(end)));
      return from !== undefined && to !== undefined ? [{ edge, y: 100 + i * 2, fromX: from, toX: to }] : [];
    }),
    notes: [], activations: [], fragments: [],
  };
}

function rowOf(message: Message, i: number, xOf: ReadonlyMap<string, number>): SequenceRow {
  const top = 140 + i * 56;
  const fromX = xOf.get(component(message.from)) as number;
  const toX = xOf.get(component(message.to)) as number;
  const width = textWidth(message.label, { size: 22, weight: 700 }) + 8;
  const x = fromX === toX ? fromX + 46 : (fromX + toX) / 2 - width / 2;
  const y = fromX === toX ? top + 28 : top + 40;
  return {
    message: message.index, y, top, height: 56, fromX, toX,
    label: { lines: message.label ? [message.label] : [], size: 22 }, labelBox: { x, y: fromX === toX ? y - 14 : y - 36, width, height: 28 },
  };
}

function routeBetween(a: NodeBox, b: NodeBox): Route {
  const flat = a.x + a.width < b.x || b.x + b.width < a.x;
  const [from, to] = flat
    ? [{ x: a.x < b.x ? a.x + a.width : a.x, y: a.y + a.height / 2 }, { x: a.x < b.x ? b.x : b.x + b.width, y: b.y + b.height / 2 }]
    : [{ x: a.x + a.width / 2, y: a.y < b.y ? a.y + a.height : a.y }, { x: b.x + b.width / 2, y: a.y < b.y ? b.y : b.y + b.height }];
  const half = flat ? (from.x + to.x) / 2 : (from.y + to.y) / 2;
  const bend = flat ? [{ x: half, y: from.y }, { x: half, y: to.y }] : [{ x: from.x, y: half }, { x: to.x, y: half }];
  const straight = flat ? from.y === to.y : from.x === to.x;
  const points = straight ? [from, to] : [from, ...bend, to];
  const length = points.slice(1).reduce((sum, point, i) => sum + Math.abs(point.x - (points[i] as Point).x) + Math.abs(point.y - (points[i] as Point).y), 0);
  return { points, length };
}

function middle(route: Route | undefined): Point {
  const points = route?.points ?? [{ x: 0, y: 0 }];
  const i = Math.floor((points.length - 1) / 2);
  const a = points[i] as Point;
  const b = points[i + 1] ?? a;
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}

function component(node: string): string {
  return node.split('/')[0] as string;
}
