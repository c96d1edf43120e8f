import { textWidth } from '../../look/measure.ts';
import { fittedSubtitle } from '../../look/second-line.ts';
import { TYPE, WEIGHT } from '../../look/type.ts';
import { textIn } from '../../shared/text.ts';
import type { Finding } from '../finding.ts';
import { actionPlaces, allActions } from '../places.ts';
import type { Rule } from '../subject.ts';
import { cutText, notePlaces } from '../texts.ts';

/** The title of a group that is wider than its frame, in any language. */
export const cutGroupTitles: Rule = ({ scenario, map }) =>
  [...map.groups].flatMap(([id, { titleBox, depth }]) => scenario.languages.flatMap((lang) => {
    const title = textIn(scenario.architecture.groups.get(id)?.title, lang, scenario.languages);
    const size = depth > 0 ? TYPE.group - 2 : TYPE.group;
    if (textWidth(title, { size, weight: WEIGHT.strong }) <= titleBox.width + 1) return [];
    return [cutText('architecture', ['groups', id, 'title', lang], title, 'Shorten it, or make the group wider with `size:`.')];
  }));

/** A label or a note on the map that does not fit, on any level, path and language. */
export const cutMapTexts: Rule = ({ scenario, runs }) => {
  const placeOf = actionPlaces(scenario);
  const placeOfNote = notePlaces(scenario);
  return runs.flatMap(({ trace: { variant: { lang } }, stills }) => stills.flatMap(({ labels, notes }): Finding[] => [
    ...labels.filter(({ overflow }) => overflow).map(({ action, text }) =>
      cutText('scenario', [...placeOf(action), action.endsWith('/returns') ? 'returns' : 'label', lang], text, 'Shorten the label.')),
    ...notes.filter(({ overflow }) => overflow).map(({ node, text }) => cutText('scenario', placeOfNote(node, text, lang), text, 'Shorten the note.')),
  ]));
};

/** A second line that a `set` writes and that does not fit on its card in one line, in any language. */
export const cutSetSubtitles: Rule = ({ scenario, map }) =>
  allActions(scenario).flatMap(({ item, path }) => {
    const box = item.verb === 'set' && item.subtitle ? map.nodes.get(item.target) : undefined;
    if (!box || item.verb !== 'set') return [];
    return scenario.languages.flatMap((lang) => {
      const text = textIn(item.subtitle, lang, scenario.languages);
      return fittedSubtitle(text, box).overflow ? [cutText('scenario', [...path, 'subtitle', lang], text, 'Shorten it: a second line that is set has one line.')] : [];
    });
  });
