import type { FittedText } from '../../layout/types.ts';
import { textIn, type LocalizedText } from '../../shared/text.ts';
import type { Finding } from '../finding.ts';
import { actionPlaces, nodePlace } from '../places.ts';
import type { Rule } from '../subject.ts';

const ELLIPSIS = '…';

/** A text on a card that does not fit even at its least size, in any language. */
export const cutCardTexts: Rule = ({ scenario, map }) =>
  [...map.nodes].flatMap(([id, box]) => {
    const node = scenario.architecture.nodes.get(id);
    if (!node) return [];
    return [...box.text].flatMap(([lang, text]): Finding[] => {
      const check = (key: 'title' | 'subtitle'): Finding[] => {
        if (!isCut(text[key], textOf(node[key], lang, scenario.languages))) return [];
        return [cut('architecture', [...nodePlace(id), key, lang], text[key], 'Shorten it, or make the card wider with `size:`.')];
      };
      return [...check('title'), ...check('subtitle')];
    });
  });

/** A label in the sequence diagram that does not fit, on any level, path and language. */
export const cutSequenceTexts: Rule = ({ scenario, runs }) => {
  const placeOf = actionPlaces(scenario);
  return runs.flatMap(({ trace, sequence }) => {
    const rows = sequence.rows.flatMap((row): Finding[] => {
      const message = trace.messages[row.message];
      if (!message || !isCut(row.label, message.label)) return [];
      const key = message.action.endsWith('/returns') ? 'returns' : 'label';
      return [cut('scenario', [...placeOf(message.action), key, trace.variant.lang], row.label, 'Shorten the label.')];
    });
    const heads = sequence.lifelines.flatMap((line): Finding[] => {
      const node = scenario.architecture.nodes.get(line.node);
      if (!node || !isCut(line.title, textOf(node.title, trace.variant.lang, scenario.languages))) return [];
      return [cut('architecture', [...nodePlace(line.node), 'title', trace.variant.lang], line.title, 'Shorten the title.')];
    });
    return [...rows, ...heads];
  });
};

function cut(document: Finding['document'], path: Finding['path'], shown: FittedText, hint: string): Finding {
  return { severity: 'warning', code: 'text-overflow', message: 'The text does not fit and is cut off.', document, path, found: shown.lines.join(' '), hint };
}

/** Lines are cut by an ellipsis that the text itself does not have. */
function isCut({ lines }: FittedText, whole: string): boolean {
  return (lines.at(-1) ?? '').endsWith(ELLIPSIS) && !whole.trimEnd().endsWith(ELLIPSIS);
}

function textOf(text: LocalizedText | undefined, lang: string, fallbacks: readonly string[]): string {
  return textIn(text, lang, fallbacks);
}
