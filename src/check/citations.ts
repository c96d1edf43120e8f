import type { Scenario } from '../scenario/model.ts';
import { textIn, type Lang } from '../shared/text.ts';
import { allSteps } from './places.ts';

/** One source that one step cites, in one language. */
export interface Cited {
  /** Id of the step: `store/replicate`. */
  readonly step: string;
  /** What it is called; the address where it has no title. */
  readonly title: string;
  readonly href: string;
  /** Of the cited thing, such as `v1.36`; undefined where none is given. */
  readonly version?: string;
}

/** Everything that the steps of a scenario cite, on every level, in document order. */
export function citationsOf(scenario: Scenario, lang: Lang = scenario.languages[0] ?? 'en'): Cited[] {
  return allSteps(scenario).flatMap(({ item }) => item.cite.map(({ href, title, version }) => ({
    step: item.id, title: textIn(title, lang, scenario.languages) || href, href, ...(version === undefined ? {} : { version }),
  })));
}

/** Each address once, with the version and title under which it was cited first, by address. */
export function linksOf(cited: readonly Cited[]): Omit<Cited, 'step'>[] {
  const links = new Map<string, Omit<Cited, 'step'>>();
  for (const { step: _, ...link } of cited) if (!links.has(link.href)) links.set(link.href, link);
  return [...links.values()].sort((a, b) => (a.href < b.href ? -1 : 1));
}
