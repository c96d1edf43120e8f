import { readFileSync } from 'node:fs';

/** `- **Term**: text`, or a term alone. */
export interface SeedPoint {
  readonly term: string;
  readonly text: string;
}

/** A heading with a list under it. */
export interface SeedList {
  readonly title: string;
  readonly items: readonly string[];
}

/** A `graph` of Mermaid: its boxes by subgraph, and its arrows by the boxes' words. */
export interface SeedGraph {
  readonly groups: readonly { readonly title: string; readonly boxes: readonly string[] }[];
  readonly edges: readonly { readonly from: string; readonly to: string }[];
}

/** A `sequenceDiagram` of Mermaid: its messages, those of `alt` branches included, by the participants' names. */
export interface SeedSequence {
  readonly participants: readonly string[];
  readonly messages: readonly { readonly from: string; readonly to: string; readonly text: string; readonly branch?: string }[];
}

/** The handout of the training session as lists. */
export interface Seed {
  readonly title: string;
  readonly position: string;
  readonly goals: readonly SeedPoint[];
  readonly agenda: readonly { readonly title: string; readonly minutes: number }[];
  readonly integrated: SeedGraph;
  readonly layers: readonly SeedList[];
  readonly creation: SeedSequence;
  readonly traffic: SeedSequence;
  readonly production: SeedGraph;
  readonly checklists: readonly SeedList[];
  readonly phases: SeedGraph;
  readonly topic: string;
  readonly discussion: readonly { readonly title: string; readonly minutes: number; readonly topics: readonly SeedPoint[] }[];
  readonly summary: readonly SeedPoint[];
  readonly references: readonly { readonly title: string; readonly href: string }[];
  readonly tomorrow: string;
  readonly closing: string;
}

const FILE = new URL('../fixtures/seed/week2-day1-session8.md', import.meta.url);

/** Reads the handout's own text; throws where a part of it is not found. */
export function readSeed(text: string = readFileSync(FILE, 'utf8')): Seed {
  const blocks = [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, kind, body]) => ({ kind: kind ?? '', body: body as string }));
  const [integrated, production, phases] = blocks.filter(({ body }) => body.startsWith('graph')).map(({ body }) => readGraph(body));
  const [creation, traffic] = blocks.filter(({ body }) => body.startsWith('sequenceDiagram')).map(({ body }) => readSequence(body));
  const [layers, checklists] = blocks.filter(({ kind }) => kind === '').map(({ body }) => readLists(body));
  return {
    title: found(/^# (.*)$/m, text), position: found(/\*\*(Week .*?)\*\*/, text),
    goals: readPoints(section(text, '학습 목표')),
    agenda: [...text.matchAll(/^## (.*) \((\d+)분\)$/gm)].map(([, title, minutes]) => ({ title: plain(title as string), minutes: Number(minutes) })),
    integrated: sure(integrated), production: sure(production), phases: sure(phases), creation: sure(creation), traffic: sure(traffic),
    layers: sure(layers), checklists: sure(checklists),
    topic: found(/^\*\*"(.*)"\*\*$/m, text),
    discussion: [...text.matchAll(/^#### (.*) \((\d+)분\)\n([\s\S]*?)(?=^#|(?![\s\S]))/gm)]
      .map(([, title, minutes, body]) => ({ title: title as string, minutes: Number(minutes), topics: readPoints(body as string) })),
    summary: readPoints(section(text, '핵심 개념 총정리')),
    references: [...section(text, '참고 자료').matchAll(/^- \[(.*?)\]\((.*?)\)$/gm)].map(([, title, href]) => ({ title: title as string, href: href as string })),
    tomorrow: section(text, '다음 날 준비').split('\n')[1]?.replaceAll('*', '') ?? '',
    closing: found(/^\*\*(Day 1 완료!.*?)\*\*/m, text),
  };
}

/** What stands under a heading of the second level that has some words in it. */
function section(text: string, words: string): string {
  const parts = text.split(/^(?=## )/m);
  return sure(parts.find((part) => (part.split('\n', 1)[0] as string).includes(words)));
}

function readPoints(text: string): SeedPoint[] {
  return [...text.matchAll(/^- \*\*(.*?)\*\*:? ?(.*)$/gm)].map(([, term, rest]) => ({ term: term as string, text: rest as string }));
}

/** Lines that end in a colon and begin at the margin head the items below them, which begin with a sign. */
function readLists(text: string): SeedList[] {
  const lists: { title: string; items: string[] }[] = [];
  for (const line of text.split('\n')) {
    const item = /^\s+🔹\s+(.*)$/u.exec(line)?.[1];
    if (item !== undefined) lists.at(-1)?.items.push(item.trim());
    else if (/^\S.*:$/u.test(line)) lists.push({ title: line.slice(0, -1).trim(), items: [] });
  }
  return lists.filter(({ items }) => items.length > 0);
}

function readGraph(text: string): SeedGraph {
  const names = new Map([...text.matchAll(/\b([A-Z])\[(.*?)\]/g)].map(([, id, name]) => [id as string, name as string]));
  const groups: { title: string; boxes: string[] }[] = [];
  const open: { title: string; boxes: string[] }[] = [];
  const edges: { from: string; to: string }[] = [];
  for (const line of text.split('\n')) {
    const title = /^\s*subgraph "(.*)"$/.exec(line)?.[1];
    if (title !== undefined) groups.push(open[open.push({ title, boxes: [] }) - 1] as (typeof open)[number]);
    if (/^\s*end$/.test(line)) open.pop();
    for (const [, name] of line.matchAll(/\b[A-Z]\[(.*?)\]/g)) open.at(-1)?.boxes.push(name as string);
    const [, from, to] = /^\s*([A-Z])(?:\[.*?\])? --> ([A-Z])/.exec(line) ?? [];
    if (from && to) edges.push({ from: sure(names.get(from)), to: sure(names.get(to)) });
  }
  return { groups, edges };
}

function readSequence(text: string): SeedSequence {
  const names = new Map([...text.matchAll(/participant (\w+) as (.*)$/gm)].map(([, id, name]) => [id as string, (name as string).trim()]));
  let branch: string | undefined;
  const messages = text.split('\n').flatMap((line) => {
    const start = /^\s*(?:alt|else) (.*)$/.exec(line)?.[1];
    if (start !== undefined) branch = start;
    if (/^\s*end$/.test(line)) branch = undefined;
    const [, from, to, words] = /^\s*(\w+)->>(\w+): (.*)$/.exec(line) ?? [];
    if (!from || !to) return [];
    return [{ from: sure(names.get(from)), to: sure(names.get(to)), text: (words as string).trim(), ...(branch === undefined ? {} : { branch }) }];
  });
  return { participants: [...names.values()], messages };
}

/** Without numbers and pictures in front. */
function plain(title: string): string {
  return title.replace(/^(\d+\.|\p{Extended_Pictographic})\s*/u, '').trim();
}

function found(pattern: RegExp, text: string): string {
  return sure(pattern.exec(text)?.[1]);
}

function sure<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The handout has changed: a part of it was not found.');
  return value;
}
