import type { FittedText } from '../layout/types.ts';
import type { Action, NodeId, Scenario } from '../scenario/model.ts';
import { textIn, type Lang } from '../shared/text.ts';
import type { DocumentPath, Finding } from './finding.ts';
import { allActions, nodePlace } from './places.ts';

const ELLIPSIS = '…';

/** Whether lines are cut by an ellipsis that the text itself does not have. */
export function isCut({ lines }: FittedText, whole: string): boolean {
  return (lines.at(-1) ?? '').endsWith(ELLIPSIS) && !whole.trimEnd().endsWith(ELLIPSIS);
}

/** The finding for a text that is not shown whole. */
export function cutText(document: Finding['document'], path: DocumentPath, found: string, hint: string): Finding {
  return { severity: 'warning', code: 'text-overflow', message: 'The text does not fit and is cut off.', document, path, found, hint };
}

/** Where a note at a component stands, by its first words. */
export function notePlaces(scenario: Scenario): (node: NodeId, words: string, lang: Lang) => DocumentPath {
  const notes = allActions(scenario).flatMap(({ item, path }) => (item.verb === 'note' ? [{ item, path }] : []));
  return (node, words, lang) => {
    const start = words.replace(ELLIPSIS, '').trim();
    const own = notes.filter(({ item }) => item.at === node);
    const found = own.find(({ item }) => textIn(item.text, lang, scenario.languages).replace(/\s+/gu, ' ').startsWith(start)) ?? own[0];
    return found ? [...found.path, 'text', lang] : ['steps'];
  };
}

/** Where what hangs under a card comes from: the action that sets it, else the component itself. Returns the document, too. */
export function badgePlaces(scenario: Scenario): (node: NodeId, text: string, lang: Lang) => { readonly document: Finding['document']; readonly path: DocumentPath } {
  const setters = allActions(scenario).filter(({ item }) => (item.verb === 'set' || item.verb === 'create' || item.verb === 'traffic') && touches(item));
  return (node, text, lang) => {
    const own = setters.filter(({ item }) => 'target' in item && item.target === node);
    const says = ({ item }: (typeof own)[number]): boolean => 'badge' in item && item.badge != null && textIn(item.badge, lang, scenario.languages) === text;
    const found = own.find(says) ?? own[0];
    return found ? { document: 'scenario', path: found.path } : { document: 'architecture', path: nodePlace(node) };
  };
}

function touches(action: Action): boolean {
  return 'target' in action && ('badge' in action || 'gauge' in action || 'count' in action || 'status' in action);
}
