/** The order in which the shipped scenarios are shown, by topic, and their names before a file of theirs is read. */
import TOPIC_FILE from '../../scenarios/topics.json';
import { textIn, type LocalizedText } from '../shared/text.ts';
import type { ScenarioEntry } from './catalogue.ts';

/** Scenarios that belong together. */
export interface Topic {
  readonly id: string;
  readonly title: LocalizedText;
  readonly scenarios: readonly NamedScenario[];
}

/** A scenario by its path, with the title that its file has. */
export interface NamedScenario {
  readonly path: string;
  readonly title: LocalizedText;
}

/** Entries under a heading; `own` are the viewer's own, `others` belong to no topic: both have no title here. */
export interface EntryGroup {
  readonly id: string;
  readonly title?: LocalizedText;
  readonly entries: readonly ScenarioEntry[];
}

/** The topics, in the order of their file. */
export const TOPICS: readonly Topic[] = TOPIC_FILE;

const NAMES: ReadonlyMap<string, LocalizedText> = new Map(TOPICS.flatMap(({ scenarios }) => scenarios.map(({ path, title }) => [path, title] as const)));

/** The title of a scenario in a language; the last part of its path where no topic has it. */
export function nameOf(path: string, language: string): string {
  return textIn(NAMES.get(path), language) || path.slice(path.lastIndexOf('/') + 1);
}

/** Entries by topic, in the order of the topics: the viewer's own come first, what belongs to no topic last. Empty groups are left out. */
export function groupEntries(entries: readonly ScenarioEntry[], topics: readonly Topic[] = TOPICS): EntryGroup[] {
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  const named = new Set(topics.flatMap(({ scenarios }) => scenarios.map(({ path }) => path)));
  const groups: EntryGroup[] = [
    { id: 'own', entries: entries.filter(({ shipped }) => !shipped) },
    ...topics.map(({ id, title, scenarios }) => ({ id, title, entries: scenarios.flatMap(({ path }) => byPath.get(path) ?? []) })),
    { id: 'others', entries: entries.filter(({ shipped, path }) => shipped && !named.has(path)) },
  ];
  return groups.filter((group) => group.entries.length > 0);
}
