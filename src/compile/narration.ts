import type { Accent, Scenario } from '../scenario/model.ts';
import { textIn, type Lang } from '../shared/text.ts';

/** A run of narration: plain, or the name of a component in its group's accent. */
export interface NarrationPart {
  readonly text: string;
  readonly accent?: Accent;
}

/** The components' names in one language, longest first, with the accent each one wears. */
export type NameTable = readonly { readonly name: string; readonly accent: Accent }[];

/** Collects the names that captions pick out; parts wear the accent of their component. */
export function nameTable(scenario: Scenario, lang: Lang): NameTable {
  const { nodes, groups } = scenario.architecture;
  const names = new Map<string, Accent>();
  for (const node of nodes.values()) {
    const owner = node.parent === undefined ? node : nodes.get(node.parent);
    const accent = (owner?.group !== undefined && groups.get(owner.group)?.accent) || 'neutral';
    const name = textIn(node.title, lang, scenario.languages).trim();
    if (name.length > 1 && !names.has(name)) names.set(name, accent);
  }
  return [...names].map(([name, accent]) => ({ name, accent })).sort((a, b) => b.name.length - a.name.length);
}

/** Cuts a narration into plain runs and names. A name counts only as a word of its own; in Korean a particle may follow it. */
export function narrationParts(text: string, names: NameTable): NarrationPart[] {
  const parts: NarrationPart[] = [];
  let plain = '';
  for (let at = 0; at < text.length; ) {
    const hit = names.find(({ name }) => text.startsWith(name, at) && standsAlone(text, at, name.length));
    if (!hit) {
      plain += text[at++];
      continue;
    }
    if (plain) parts.push({ text: plain });
    plain = '';
    parts.push({ text: hit.name, accent: hit.accent });
    at += hit.name.length;
  }
  if (plain) parts.push({ text: plain });
  return parts;
}

const WORD = /[\p{L}\p{N}_-]/u;
/** What may follow a name in Korean. `하다` makes a verb of it, which is no name any more: `검증하고`. */
const PARTICLE = /^(이|가|을|를|은|는|에|의|와|과|로|으로|도|만|까지|부터|이나|나|라는|처럼|보다|마다|끼리|들|쪽|입니다)/;

function standsAlone(text: string, at: number, length: number): boolean {
  const before = text[at - 1] ?? '';
  const after = text.slice(at + length, at + length + 4);
  return !WORD.test(before) && (!WORD.test(after.charAt(0)) || PARTICLE.test(after));
}
