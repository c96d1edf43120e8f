import { textIn } from '../../shared/text.ts';
import type { Rect, Size } from '../../shared/geometry.ts';
import { componentOf } from '../../shared/node-id.ts';
import type { MapLayout } from '../../layout/types.ts';
import type { Scenario } from '../../scenario/model.ts';
import { covers, isWithin } from '../boxes.ts';
import type { Finding } from '../finding.ts';
import type { Rule } from '../subject.ts';
import type { Still } from '../stills.ts';
import { badgePlaces, notePlaces } from '../texts.ts';

/** What hangs under a card and covers another component, a group's title or what hangs under another card, or leaves the map. */
export const coveredByBadges: Rule = ({ scenario, map, runs }) => {
  const placeOf = badgePlaces(scenario);
  return runs.flatMap(({ trace: { variant: { lang } }, stills }) => stills.flatMap((still) => still.badges.flatMap((one): Finding[] => {
    const others = still.badges.filter(({ node, box }) => node !== one.node && covers(one.box, box)).map(({ node, badge }) => `"${badge.text}" under "${named(scenario, node, lang)}"`);
    const covered = [...others, ...coveredThings(one.box, one.node, still, map, scenario, lang)];
    if (covered.length === 0) return [];
    return [{
      severity: 'warning', code: 'badge-overlap', message: `What hangs under \`${one.node}\` covers something on the map.`, ...placeOf(one.node, one.badge.text, lang),
      found: `"${one.badge.text}" covers ${covered.join(', ')}`, hint: 'Shorten it, or leave more room under and beside the component.',
    }];
  })));
};

/** A note for which there is no free place at its component. */
export const coveredByNotes: Rule = ({ scenario, map, runs }) => {
  const placeOf = notePlaces(scenario);
  return runs.flatMap(({ trace: { variant: { lang } }, stills }) => stills.flatMap((still) => still.notes.flatMap((one): Finding[] => {
    const labels = still.labels.filter(({ box }) => covers(one.box, box)).map(({ text }) => `the label "${text}"`);
    const badges = still.badges.filter(({ box, until }) => until >= still.step.end && covers(one.box, box)).map(({ badge }) => `"${badge.text}"`);
    const covered = [...labels, ...badges, ...coveredThings(one.box, undefined, still, map, scenario, lang)];
    if (covered.length === 0) return [];
    return [{
      severity: 'warning', code: 'note-overlap', message: `The note at \`${one.node}\` covers something on the map.`, document: 'scenario', path: placeOf(one.node, one.text, lang),
      found: `"${one.text}" covers ${covered.join(', ')}`, hint: 'Shorten it, or put it at a component that has more room around it.',
    }];
  })));
};

/** Other cards that are there (of its own card the parts, too), titles of groups, the rim of the map. */
function coveredThings(box: Rect, own: string | undefined, { present }: Still, map: MapLayout, scenario: Scenario, lang: string): string[] {
  const isOther = (id: string): boolean => own === undefined || (componentOf(own) !== componentOf(id) && scenario.architecture.nodes.get(id)?.via !== own);
  return [
    ...[...map.nodes].filter(([id, node]) => node.shape !== 'part' && isOther(id) && (present.has(id) || node.shape === 'tag') && covers(box, node))
      .map(([id]) => `the component "${named(scenario, id, lang)}"`),
    ...[...map.groups].filter(([, { titleBox }]) => covers(box, titleBox))
      .map(([id]) => `the title of the group "${textIn(scenario.architecture.groups.get(id)?.title, lang, scenario.languages)}"`),
    ...(isWithin(box, whole(map.size)) ? [] : ['the rim of the map']),
  ];
}

function whole({ width, height }: Size): Rect {
  return { x: 0, y: 0, width, height };
}

function named({ architecture, languages }: Scenario, id: string, lang: string): string {
  return textIn(architecture.nodes.get(id)?.title, lang, languages);
}
