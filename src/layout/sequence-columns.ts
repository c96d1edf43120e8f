import type { Message, Trace } from '../compile/trace.ts';
import type { Accent, Architecture, NodeId } from '../scenario/model.ts';
import { textIn } from '../shared/text.ts';
import { fitText, splitWords } from '../look/fit.ts';
import { textWidth } from '../look/measure.ts';
import { LINE_HEIGHT, TYPE, WEIGHT } from '../look/type.ts';
import { noteRoom, type NoteFact } from './sequence-note-facts.ts';
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
const NARROW_GAP = 104;
const WIDEST_GAP = 340;
/** Labels are broken rather than made wider than this. */
const LABEL_ROOM = 190;
const SELF_ROOM = 170;

/** Whose lifeline stands for a node: a part that only works inside its component is shown on the component's. */
export type LifelineOf = ReadonlyMap<NodeId, NodeId>;

/** Who takes part or has a note, in the order of first appearance, members of one group side by side and parts after their component. */
export function participants(trace: Trace, notes: readonly NoteFact[]): { readonly order: readonly NodeId[]; readonly of: LifelineOf } {
  const { architecture } = trace.scenario;
  const sends = new Set<NodeId>();
  for (const { kind, from, to } of trace.messages) if (kind !== 'work') sends.add(from).add(to);
  const of = new Map<NodeId, NodeId>();
  const seen: NodeId[] = [];
  const meet = (id: NodeId): void => {
    if (of.has(id)) return;
    const parent = architecture.nodes.get(id)?.parent;
    const own = parent !== undefined && !sends.has(id) ? parent : id;
    of.set(id, own);
    if (!of.has(own)) of.set(own, own);
    if (!seen.includes(own)) seen.push(own);
  };
  for (const { from, to } of trace.messages) {
    meet(from);
    meet(to);
  }
  for (const { node } of notes) meet(node);
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

/** What a label asks for: its whole width up to a limit, or only its longest word. */
const wholeLabel = (label: string): number => textWidth(label, labelStyle);
const longestWord = (label: string): number => Math.max(0, ...splitWords(label).map((word) => textWidth(word, labelStyle)));

/**
 * What each gap between two neighbours should have for the labels and notes that stand in it, by one of the measures above. Index i: between i and i + 1;
 * the last: right of the last one.
 */
function wantedGaps(
  messages: readonly Message[], notes: readonly NoteFact[], of: LifelineOf, index: ReadonlyMap<NodeId, number>, measure: (label: string) => number,
): number[] {
  const gaps = Array.from({ length: index.size }, () => 0);
  const widths = new Map<string, number>();
  const widthOf = (label: string): number => {
    const known = widths.get(label) ?? measure(label);
    widths.set(label, known);
    return known;
  };
  for (const { from, to, label } of messages) {
    const a = index.get(of.get(from) as NodeId) as number;
    const b = index.get(of.get(to) as NodeId) as number;
    const left = Math.min(a, b);
    const room = a === b ? SELF_INSET + LABEL_INSET + Math.min(SELF_ROOM, widthOf(label)) : 2 * LABEL_INSET + Math.min(LABEL_ROOM, widthOf(label));
    // Lifelines stand on whole units: what is lost by that must not cost a label its size.
    if (Math.abs(a - b) <= 1) gaps[left] = Math.max(gaps[left] as number, room + 2);
  }
  for (const { node, words } of notes) {
    const at = index.get(of.get(node) as NodeId) as number;
    gaps[at] = Math.max(gaps[at] as number, noteRoom(words, widthOf) + 2);
  }
  return gaps;
}

function headOf(title: string, width: number): FittedText {
  return fitText(title, { width: width - 2 * HEAD_PADDING, size: TYPE.sequenceHead, minSize: TYPE.sequenceHeadLeast, weight: WEIGHT.strong, maxLines: 2 });
}

/** The width of a head: that of its title in one line, or in two where one would be wider than `widest`; no word is broken. */
function headWidth(title: string, widest: number): number {
  const whole = Math.max(HEAD_LEAST, Math.ceil(textWidth(title, { size: TYPE.sequenceHead, weight: WEIGHT.strong })) + 2 * HEAD_PADDING + 1);
  const words = splitWords(title).map((word) => textWidth(word, { size: TYPE.sequenceHeadLeast, weight: WEIGHT.strong }));
  let width = Math.min(whole, Math.max(widest, Math.ceil(Math.max(...words)) + 2 * HEAD_PADDING + 1));
  while (width < whole && headOf(title, width).overflow) width += 8;
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

/** Everything that lies side by side: heads, the gaps between lifelines and what is right of the last one. */
interface Widths {
  readonly heads: readonly number[];
  readonly gaps: readonly number[];
  readonly after: number;
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const total = (margin: number, { heads, gaps, after }: Widths): number => margin + (heads[0] ?? 0) / 2 + HEAD_GAP + sum(gaps) + after;

function widthsFor(heads: readonly number[], wanted: readonly number[], least: number): Widths {
  const gaps = heads.slice(1).map((head, i) => Math.max(least, wanted[i] as number, ((heads[i] as number) + head) / 2 + HEAD_GAP));
  return { heads, gaps, after: Math.max((heads.at(-1) ?? 0) / 2 + HEAD_GAP, wanted.at(-1) ?? 0) + 8 };
}

/** A share of the way from the narrowest to the natural widths; both are possible, so everything between them is. */
function between(narrow: Widths, natural: Widths, share: number): Widths {
  const mid = (a: number, b: number): number => a + (b - a) * share;
  return {
    heads: natural.heads.map((head, i) => mid(narrow.heads[i] as number, head)),
    gaps: natural.gaps.map((gap, i) => mid(narrow.gaps[i] as number, gap)), after: mid(narrow.after, natural.after),
  };
}

/** The widths that fill a picture: natural ones with spare room in the gaps, or narrower ones, down to where words would have to be broken. */
function fittedWidths(margin: number, narrow: Widths, natural: Widths, width: number | undefined): Widths {
  const wide = total(margin, natural);
  if (width === undefined || natural.gaps.length === 0) return natural;
  if (width >= wide) {
    const each = (width - wide) / natural.gaps.length;
    return { ...natural, gaps: natural.gaps.map((gap) => Math.max(gap, Math.min(WIDEST_GAP, gap + each))) };
  }
  const least = total(margin, narrow);
  return between(narrow, natural, Math.max(0, (width - least) / Math.max(1, wide - least)));
}

export interface Columns {
  readonly lifelines: readonly Lifeline[];
  readonly of: LifelineOf;
  readonly index: ReadonlyMap<NodeId, number>;
  readonly headHeight: number;
  readonly width: number;
}

/** The lifelines with their heads; `width` is what the picture should fill: it is wider only where words would have to be broken. */
export function makeColumns(trace: Trace, notes: readonly NoteFact[], margin: number, width: number | undefined): Columns {
  const { order, of } = participants(trace, notes);
  const { architecture } = trace.scenario;
  const titles = headTitles(trace, order);
  const index = new Map(order.map((id, i) => [id, i]));
  const natural = widthsFor(titles.map((title) => headWidth(title, HEAD_WIDEST)), wantedGaps(trace.messages, notes, of, index, wholeLabel), LEAST_GAP);
  const narrow = widthsFor(titles.map((title) => headWidth(title, HEAD_LEAST)), wantedGaps(trace.messages, notes, of, index, longestWord), NARROW_GAP);
  const { heads, gaps, after } = fittedWidths(margin, narrow, natural, width);
  const fitted = titles.map((title, i) => headOf(title, heads[i] as number));
  const height = Math.max(44, ...fitted.map((title) => Math.ceil(title.lines.length * title.size * LINE_HEIGHT) + 16));
  let x = margin + (heads[0] ?? 0) / 2 + HEAD_GAP;
  const lifelines = order.map((node, i): Lifeline => {
    if (i > 0) x += gaps[i - 1] as number;
    const at = Math.round(x);
    const head = { x: at - (heads[i] as number) / 2, y: HEAD_TOP, width: heads[i] as number, height };
    return { node, accent: accentOf(architecture, node), x: at, head, title: fitted[i] as FittedText };
  });
  return { lifelines, of, index, headHeight: HEAD_TOP + height + 8, width: Math.max(Math.floor(width ?? 0), Math.ceil((lifelines.at(-1)?.x ?? margin) + after)) };
}
