import { LINE_HEIGHT } from '../../look/type.ts';
import type { FittedText, NodeBox } from '../../layout/types.ts';
import { textIn } from '../../shared/text.ts';
import type { DocumentPath, Finding } from '../finding.ts';
import { actionPlaces, nodePlace } from '../places.ts';
import type { Rule } from '../subject.ts';
import { cutText, isCut, notePlaces } from '../texts.ts';

/** Lines may come so much nearer to the rim than the layout wants, in map units. */
const HAIR = 1;

/** A text on a card, part or tag that does not fit even at its least size, or whose lines are higher than their box, in any language. */
export const cutCardTexts: Rule = ({ scenario, map }) =>
  [...map.nodes].flatMap(([id, box]) => {
    const node = scenario.architecture.nodes.get(id);
    if (!node) return [];
    return [...box.text].flatMap(([lang, text]): Finding[] => {
      const check = (key: 'title' | 'subtitle'): Finding[] => {
        const written = textIn(node[key], lang, scenario.languages);
        const path = [...nodePlace(id), key, lang];
        // A tag and a part as low as they usually are have no room for a second line, and are not meant to.
        const dropped = key === 'subtitle' && box.shape === 'card' && written !== '' && text.subtitle.lines.length === 0;
        if (!dropped && !isCut(text[key], written)) return [];
        return [cutText('architecture', path, dropped ? written : text[key].lines.join(' '), 'Shorten it, or make the card larger with `size:`.')];
      };
      const high = heightOf(text.title) + heightOf(text.subtitle) > headHeight(box) + HAIR;
      const tall = high ? [cutText('architecture', [...nodePlace(id), 'title', lang], text.title.lines.join(' '), 'Shorten it, or make the card higher with `size:`.')] : [];
      return [...check('title'), ...check('subtitle'), ...tall];
    });
  });

/** A label, a head or a note of the sequence diagram that does not fit, on any level, path and language, in a whole picture and beside the map. */
export const cutSequenceTexts: Rule = ({ scenario, runs }) => {
  const placeOf = actionPlaces(scenario);
  const placeOfNote = notePlaces(scenario);
  return runs.flatMap(({ trace, diagrams }) => diagrams.flatMap(({ layout }) => {
    const { lang } = trace.variant;
    const rows = layout.rows.flatMap((row): Finding[] => {
      const message = trace.messages[row.message];
      if (!message || !isCut(row.label, message.label)) return [];
      const key = message.action.endsWith('/returns') ? 'returns' : 'label';
      return [cutText('scenario', [...placeOf(message.action), key, lang], row.label.lines.join(' '), 'Shorten the label.')];
    });
    const heads = layout.lifelines.flatMap((line): Finding[] => {
      const node = scenario.architecture.nodes.get(line.node);
      if (!node || !isCut(line.title, textIn(node.title, lang, scenario.languages))) return [];
      return [cutText('architecture', [...nodePlace(line.node), 'title', lang], line.title.lines.join(' '), 'Shorten the title.')];
    });
    const notes = layout.notes.filter(({ text }) => text.overflow).map(({ node, text }) => {
      const path: DocumentPath = placeOfNote(node, text.lines[0] ?? '', lang);
      return cutText('scenario', path, text.lines.join(' '), 'Shorten the note.');
    });
    return [...rows, ...heads, ...notes];
  }));
};

function heightOf({ lines, size }: FittedText): number {
  return lines.length * size * LINE_HEIGHT;
}

/** The part of a box that holds its texts: above the parts inside it. */
function headHeight({ height, y, inner }: NodeBox): number {
  return inner ? inner.y - y : height;
}
