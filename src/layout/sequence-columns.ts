import type { Message, Trace } from '../compile/trace.ts';
import type { Accent, Architecture, NodeId } from '../scenario/model.ts';
import { textIn } from '../shared/text.ts';
import { fitText } from '../look/fit.ts';
import { textWidth } from '../look/measure.ts';
import { LINE_HEIGHT, TYPE, WEIGHT } from '../look/type.ts';
import type { FittedText, Lifeline } from './types.ts';

/** From a lifeline to the label of its self-message: the loop stands in between. */
export const SELF_INSET = 48;
/** Free room at each end of an arrow's label. */
export const LABEL_INSET = 12;

const HEAD_TOP = 8;
const HEAD_PADDING = 14;
const HEAD_WIDEST = 208;
const HEAD_LEAST = 88;
const HEAD_GAP = 16;
const LEAST_GAP = 132;
const WIDEST_GAP = 340;
/** Labels are broken rather than made wider than this. */
const LABEL_ROOM = 190;
const SELF_ROOM = 170;

/** Whose lifeline stands for a node: a part that only works inside its component is shown on the component's. */
export type LifelineOf = ReadonlyMap<NodeId, NodeId>;

/** Who takes part, in the order of first appearance, members of one group side by side and parts after their component. */
export function participants(trace: Trace): { readonly order: readonly NodeId[]; readonly of: LifelineOf } {
  const { architecture } = trace.scenario;
  const sends = new Set<NodeId>();
  for (const { kind, from, to } of trace.messages) if (kind !== 'work') sends.add(from).add(to);
  const of = new Map<NodeId, NodeId>();
  const seen: NodeId[] = [];
  for (const { from, to } of trace.messages) {
    for (const id of [from, to]) {
      if (of.has(id)) continue;
      const parent = architecture.nodes.get(id)?.parent;
      const own = parent !== undefined && !sends.has(id) ? parent : id;
      of.set(id, own);
      if (!of.has(own)) of.set(own, own);
      if (!seen.includes(own)) seen.push(own);
    }
  }
  return { order: grouped(architecture, seen), of };
}

/** A step on the way from the outermost group down to a lifeline. What is alike (`same`) stays together in the order of the document (`order`). */
interface Rung { readonly same: string; readonly order: number }

/** Sorts by first appearance, but keeps together what belongs together: groups, parts of a component, and the like in the document's order. */
function grouped(architecture: Architecture, seen: readonly NodeId[]): NodeId[] {
  const places = new Map([...architecture.groups.keys(), ...architecture.nodes.keys()].map((id, i) => [id, i]));
  const rungs = new Map(seen.map((id) => [id, rungsOf(architecture, id, places)]));
  const first = new Map<string, number>();
  seen.forEach((id, i) => rungs.get(id)?.forEach(({ same }) => first.has(same) || first.set(same, i)));
  const ranks = new Map(seen.map((id) => [id, (rungs.get(id) as Rung[]).flatMap(({ same, order }) => [first.get(same) as number, order])]));
  return [...seen].sort((a, b) => {
    const [x, y] = [ranks.get(a) as number[], ranks.get(b) as number[]];
    for (let i = 0; i < Math.min(x.length, y.length); i++) if (x[i] !== y[i]) return (x[i] as number) - (y[i] as number);
    return x.length - y.length;
  });
}

function rungsOf(architecture: Architecture, id: NodeId, places: ReadonlyMap<string, number>): Rung[] {
  const node = architecture.nodes.get(id);
  const component = node?.parent === undefined ? node : architecture.nodes.get(node.parent);
  const found: Rung[] = [];
  for (let group = architecture.groups.get(component?.group ?? ''); group && found.length < 20; group = architecture.groups.get(group.parent ?? '')) {
    found.unshift({ same: `group ${group.parent} ${group.accent}`, order: places.get(group.id) ?? 0 });
  }
  if (component) found.push({ same: `component ${component.group} ${component.kind}`, order: places.get(component.id) ?? 0 });
  if (node && node !== component) found.push({ same: `part ${node.parent}`, order: places.get(id) ?? 0 });
  return found;
}

function accentOf(architecture: Architecture, id: NodeId): Accent {
  const node = architecture.nodes.get(id);
  const component = node?.parent === undefined ? node : architecture.nodes.get(node.parent);
  const group = component?.group ?? (component?.via === undefined ? undefined : architecture.nodes.get(component.via)?.group);
  return (group === undefined ? undefined : architecture.groups.get(group)?.accent) ?? 'neutral';
}

const labelStyle = { size: TYPE.sequenceLabel, weight: WEIGHT.regular };

/** What each gap between two neighbours should have for the labels that stand in it. Index i: between i and i + 1; the last: right of the last one. */
function wantedGaps(messages: readonly Message[], of: LifelineOf, index: ReadonlyMap<NodeId, number>, count: number): number[] {
  const gaps = new Array<number>(count).fill(0);
  const widths = new Map<string, number>();
  const widthOf = (label: string): number => {
    const known = widths.get(label) ?? textWidth(label, labelStyle);
    widths.set(label, known);
    return known;
  };
  for (const { from, to, label } of messages) {
    const a = index.get(of.get(from) as NodeId) as number;
    const b = index.get(of.get(to) as NodeId) as number;
    const left = Math.min(a, b);
    const room = a === b ? SELF_INSET + LABEL_INSET + Math.min(SELF_ROOM, widthOf(label)) : 2 * LABEL_INSET + Math.min(LABEL_ROOM, widthOf(label));
    if (Math.abs(a - b) <= 1) gaps[left] = Math.max(gaps[left] as number, room);
  }
  return gaps;
}

function headOf(title: string, width: number): FittedText {
  return fitText(title, { width: width - 2 * HEAD_PADDING, size: TYPE.sequenceHead, minSize: TYPE.sequenceHeadLeast, weight: WEIGHT.strong, maxLines: 2 });
}

/** The width of a head: that of its title in one line, or in two where one would be wide. */
function naturalHead(title: string): number {
  const whole = Math.max(HEAD_LEAST, Math.ceil(textWidth(title, { size: TYPE.sequenceHead, weight: WEIGHT.strong })) + 2 * HEAD_PADDING + 1);
  let width = Math.min(whole, HEAD_WIDEST);
  while (width < whole && headOf(title, width).overflow) width += 24;
  return width;
}

/** The titles of heads: with the group's after it where two would be the same. */
function headTitles(trace: Trace, order: readonly NodeId[]): string[] {
  const { architecture, languages } = trace.scenario;
  const title = (id: NodeId): string => textIn(architecture.nodes.get(id)?.title, trace.variant.lang, languages) || id;
  const all = order.map(title);
  return order.map((id, i) => {
    const own = all[i] as string;
    if (all.filter((other) => other === own).length < 2) return own;
    const node = architecture.nodes.get(id);
    const group = (node?.parent === undefined ? node : architecture.nodes.get(node.parent))?.group;
    return `${own} ${textIn(group === undefined ? undefined : architecture.groups.get(group)?.title, trace.variant.lang, languages)}`.trim();
  });
}

/** Spreads spare room evenly over the gaps. */
function widened(gaps: readonly number[], spare: number): number[] {
  if (spare <= 0 || gaps.length === 0) return [...gaps];
  const each = spare / gaps.length;
  return gaps.map((gap) => Math.max(gap, Math.min(WIDEST_GAP, gap + each)));
}

export interface Columns {
  readonly lifelines: readonly Lifeline[];
  readonly of: LifelineOf;
  readonly index: ReadonlyMap<NodeId, number>;
  readonly headHeight: number;
  readonly width: number;
}

/** The lifelines with their heads; `width` is what the picture may fill if it needs less. */
export function makeColumns(trace: Trace, margin: number, width: number | undefined): Columns {
  const { order, of } = participants(trace);
  const { architecture } = trace.scenario;
  const titles = headTitles(trace, order);
  const heads = titles.map(naturalHead);
  const index = new Map(order.map((id, i) => [id, i]));
  const wanted = wantedGaps(trace.messages, of, index, order.length);
  const between = order.slice(1).map((_, i) => Math.max(LEAST_GAP, wanted[i] as number, ((heads[i] as number) + (heads[i + 1] as number)) / 2 + HEAD_GAP));
  const after = Math.max((heads.at(-1) ?? 0) / 2 + HEAD_GAP, wanted.at(-1) ?? 0) + 8;
  const start = margin + (heads[0] ?? 0) / 2 + HEAD_GAP;
  const natural = start + between.reduce((sum, gap) => sum + gap, 0) + after;
  const gaps = widened(between, (width ?? 0) - natural);
  const fitted = titles.map((title, i) => headOf(title, heads[i] as number));
  const height = Math.max(44, ...fitted.map((title) => Math.ceil(title.lines.length * title.size * LINE_HEIGHT) + 16));
  let x = start;
  const lifelines = order.map((node, i): Lifeline => {
    if (i > 0) x += gaps[i - 1] as number;
    const at = Math.round(x);
    const head = { x: at - (heads[i] as number) / 2, y: HEAD_TOP, width: heads[i] as number, height };
    return { node, accent: accentOf(architecture, node), x: at, head, title: fitted[i] as FittedText };
  });
  return { lifelines, of, index, headHeight: HEAD_TOP + height + 8, width: Math.max(width ?? 0, Math.ceil((lifelines.at(-1)?.x ?? margin) + after)) };
}
