import { FIRST, SHIPPED, type ScenarioEntry } from './catalogue.ts';
import { OWN, type Link } from './link.ts';
import type { AppMessages } from './messages.ts';
import type { OpenedFiles } from './own-files.ts';
import type { OwnLibrary } from './own-library.ts';

/** What came of looking for a link's scenario: it, or a sentence why not, or what is wrong with the one in the link. */
export type Found = { readonly entry: ScenarioEntry } | { readonly sentence: string } | { readonly broken: OpenedFiles };

/** The scenario that a link names or carries; the first one where nothing is asked for. Never rejects. */
export async function findScenario(link: Link | undefined, own: OwnLibrary, messages: AppMessages): Promise<Found> {
  if (link?.document) return findInLink(link.document, own, messages);
  const path = link?.scenario ?? FIRST;
  const entry = own.find(path)?.entry ?? SHIPPED.find((shipped) => shipped.path === path);
  if (entry) return { entry };
  return { sentence: path.startsWith(`${OWN}/`) ? messages.linkWithoutFile : messages.unknownScenario(path) };
}

async function findInLink(document: string, own: OwnLibrary, messages: AppMessages): Promise<Found> {
  try {
    const opened = await own.openDocument(document, messages);
    const [first] = opened.scenarios;
    return first ? { entry: first.entry } : { broken: opened };
  } catch {
    return { sentence: messages.linkBroken };
  }
}
