import type { MapLayout } from '../../layout/types.ts';
import type { Scenario } from '../../scenario/model.ts';
import { textIn } from '../../shared/text.ts';
import { covers, runsThrough } from '../boxes.ts';
import type { Finding } from '../finding.ts';
import { actionPlaces } from '../places.ts';
import type { Rule } from '../subject.ts';
import type { ShownLabel, Still } from '../stills.ts';

/** A hop's label that covers a component, a group's title, another label, a badge or the arrow of another hop of its step. */
export const coveredByLabels: Rule = ({ scenario, map, runs }) => {
  const placeOf = actionPlaces(scenario);
  return runs.flatMap(({ trace: { variant: { lang } }, stills }) => stills.flatMap((still) => still.labels.flatMap((label, at): Finding[] => {
    const covered = [
      ...still.labels.slice(at + 1).filter(({ box }) => covers(label.box, box)).map(({ text }) => `the label "${text}"`),
      ...coveredBoxes(label, still, map, scenario, lang),
    ];
    if (covered.length === 0) return [];
    return [{
      severity: 'warning', code: 'label-overlap', message: 'The label of this hop covers something on the map.', document: 'scenario',
      path: [...placeOf(label.action), label.action.endsWith('/returns') ? 'returns' : 'label'], found: `"${label.text}" covers ${covered.join(', ')}`,
      hint: 'Shorten the label, move the components apart, or say it in a step of its own.',
    }];
  })));
};

function coveredBoxes({ box, edge, since }: ShownLabel, still: Still, map: MapLayout, scenario: Scenario, lang: string): string[] {
  const { architecture, languages } = scenario;
  const name = (id: string): string => textIn(architecture.nodes.get(id)?.title, lang, languages);
  return [
    ...[...map.nodes].filter(([, node]) => node.shape !== 'part' && covers(box, node)).map(([id]) => `the component "${name(id)}"`),
    ...[...map.groups].filter(([, { titleBox }]) => covers(box, titleBox)).map(([id]) => `the title of the group "${textIn(architecture.groups.get(id)?.title, lang, languages)}"`),
    ...still.badges.filter((badge) => badge.until > since && covers(box, badge.box)).map(({ node, badge }) => `"${badge.text}" under "${name(node)}"`),
    ...[...still.step.edges].filter((other) => other !== edge && arrowUnder(map, other, box)).map((other) => `the arrow ${other.replace('->', ' -> ')}`),
  ];
}

function arrowUnder({ routes }: MapLayout, edge: string, box: ShownLabel['box']): boolean {
  const route = routes.get(edge as Parameters<typeof routes.get>[0]);
  return route !== undefined && runsThrough(route, box, 0.5);
}
