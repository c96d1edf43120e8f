import { cameraFor } from '../../look/camera.ts';
import { leastLabel } from '../../look/label-sizes.ts';
import { TYPE } from '../../look/type.ts';
import { fittedSubtitle } from '../../look/second-line.ts';
import type { MapLayout, NodeBox } from '../../layout/types.ts';
import type { Scenario } from '../../scenario/model.ts';
import { around, type Rect } from '../../shared/geometry.ts';
import { textIn } from '../../shared/text.ts';
import type { DocumentPath, Finding } from '../finding.ts';
import { actionPlaces, allActions, allSteps } from '../places.ts';
import { PANES, type Rule } from '../subject.ts';
import { aroundCards, type Still } from '../stills.ts';
import { notePlaces } from '../texts.ts';

const VIEW = { width: PANES.whole, height: 1080 };
/** CSS px of a picture of 1920 × 1080, the camera included: of a card's title, a hop's label, anything else. */
const LEAST = { title: 20, label: 18, other: 17 };
/** Rounding must not cry wolf. */
const HAIR = 0.05;

/** A text that had to be set smaller than the look's least size to fit into its box. */
export const smallMapTexts: Rule = ({ scenario, runs, map }) => {
  const placeOfNote = notePlaces(scenario);
  const subtitles = allActions(scenario).flatMap(({ item, path }) => {
    const box = item.verb === 'set' && item.subtitle ? map.nodes.get(item.target) : undefined;
    if (!box || item.verb !== 'set') return [];
    return scenario.languages.flatMap((lang) => small([...path, 'subtitle', lang], fittedSubtitle(textIn(item.subtitle, lang, scenario.languages), box).size, TYPE.subtitleLeast));
  });
  const notes = runs.flatMap(({ trace: { variant: { lang } }, stills }) => stills.flatMap((still) =>
    still.notes.flatMap(({ node, text, size }) => small(placeOfNote(node, text, lang), size, TYPE.note))));
  return [...subtitles, ...notes];
};

/** A step whose picture shows its components so small, 1920 × 1080 px large, that their texts cannot be read in a hall. */
export const smallSteps: Rule = ({ scenario, map, runs }) => {
  const placeOf = stepPlaces(scenario);
  return runs.flatMap(({ trace: { variant: { lang } }, stills }) => stills.flatMap((still) => {
    const scale = scaleOf(still, map);
    const size = (box: NodeBox, of: 'title' | 'subtitle'): number => (box.text.get(lang)?.[of].lines.length ? (box.text.get(lang)?.[of].size as number) * scale : Infinity);
    const boxes = [...still.step.nodes].flatMap((id) => map.nodes.get(id) ?? []);
    const found = [
      ...boxes.map((box) => [size(box, 'title'), box.shape === 'card' ? LEAST.title : LEAST.other] as const),
      ...boxes.map((box) => [size(box, 'subtitle'), LEAST.other] as const),
      ...still.labels.map((label) => [label.size * scale, LEAST.label] as const),
      ...still.badges.map(() => [TYPE.badge * scale, LEAST.other] as const),
    ].filter(([drawn, least]) => drawn < least - HAIR);
    const [worst] = found.sort(([a, x], [b, y]) => a / x - b / y);
    if (!worst) return [];
    return [{
      severity: 'warning', code: 'small-text', message: `The components of the step \`${still.step.id}\` are too far apart: their texts are too small in a picture of 1920 × 1080.`,
      document: 'scenario', path: placeOf(still.step.id), found: `${worst[0].toFixed(1)} px`, expected: `at least ${worst[1]} px`,
      hint: 'Show fewer components at once, move them together, or frame some of them with `focus`.',
    } as const];
  }));
};

/** A label or note of the sequence diagram that is drawn too small, in a whole picture and beside the map. */
export const smallRows: Rule = ({ scenario, runs }) => {
  const placeOf = actionPlaces(scenario);
  const placeOfNote = notePlaces(scenario);
  return runs.flatMap(({ trace, diagrams }) => diagrams.flatMap(({ pane, layout }) => {
    const least = leastLabel(pane);
    const scale = Math.max(Math.min(1, pane / layout.size.width), least / TYPE.sequenceLabel);
    // A label may be broken smaller by two units; beside the map that is still no smaller than a list on a phone.
    const limit = pane === PANES.whole ? Math.min(LEAST.label, least) : least * (TYPE.sequenceLabel - 2) / TYPE.sequenceLabel;
    const notes = layout.notes.flatMap(({ node, text }) => small(placeOfNote(node, text.lines[0] ?? '', trace.variant.lang), text.size * scale, limit));
    const rows = layout.rows.flatMap(({ label, message }) => {
      const drawn = label.size * scale;
      const action = trace.messages[message]?.action;
      if (label.lines.length === 0 || drawn >= limit - HAIR || action === undefined) return [];
      return small([...placeOf(action), action.endsWith('/returns') ? 'returns' : 'label', trace.variant.lang], drawn, limit);
    });
    return [...rows, ...notes];
  }));
};

function small(path: DocumentPath, size: number, least: number): Finding[] {
  if (size >= least - HAIR) return [];
  return [{
    severity: 'warning', code: 'small-text', message: 'The text is too small to read.', document: 'scenario', path,
    found: `${size.toFixed(1)} px`, expected: `at least ${least.toFixed(least % 1 ? 1 : 0)} px`, hint: 'Shorten it: it is set smaller so that it fits.',
  }];
}

/** Of the camera in the still of a step: CSS px for each map unit. */
function scaleOf(still: Still, map: MapLayout): number {
  const { step, labels } = still;
  const focused = step.focus?.flatMap((id): Rect[] => [map.groups.get(id) ?? map.nodes.get(id)].filter((box) => box !== undefined));
  const cards = focused ? around(focused) : aroundCards(still, map, step.nodes);
  const part = focused ? cards : around([...(cards ? [cards] : []), ...labels.map(({ box }) => box)]);
  const grown = part && { x: part.x - 16, y: part.y - 16, width: part.width + 32, height: part.height + 32 };
  const asked = (step.focus?.length ?? 0) > 0;
  return cameraFor(VIEW, { map: map.size, part: grown, cards, now: undefined, overview: 1, groups: [...map.groups.values()], asked }).scale;
}

function stepPlaces(scenario: Scenario): (id: string) => DocumentPath {
  const places = new Map(allSteps(scenario).map(({ item, path }) => [item.id, path]));
  return (id) => places.get(id) ?? ['steps'];
}

