import type { Action, Architecture, Scenario, Step } from '../../../src/scenario/model.ts';
import type { LocalizedText } from '../../../src/shared/text.ts';

/** A text and where it stands. */
export interface PlacedText {
  readonly place: string;
  readonly text: LocalizedText;
}

/** All steps, with what goes deeper in them, outer before inner. */
export function allSteps(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [step, ...allSteps(step.deeper?.steps ?? [])]);
}

/** All actions of a list, with those inside them. */
export function allActions(actions: readonly Action[]): Action[] {
  return actions.flatMap((action) => {
    if (action.verb === 'parallel') return [action, ...action.branches.flatMap(allActions)];
    if (action.verb === 'every') return [action, ...allActions(action.actions)];
    if (action.verb === 'choose') return [action, ...[...action.options.values()].flatMap(allActions)];
    return [action];
  });
}

const KEYS = ['title', 'subtitle', 'role', 'label', 'say', 'aside', 'summary', 'returns', 'text', 'note', 'badge'] as const;

function textsOf(place: string, thing: object): PlacedText[] {
  return KEYS.flatMap((key) => {
    const text: unknown = (thing as Record<string, unknown>)[key];
    return typeof text === 'object' && text !== null ? [{ place: `${place} ${key}`, text: text as LocalizedText }] : [];
  });
}

function textsOfAction(action: Action): PlacedText[] {
  const details = ['detail', 'returnsDetail'].flatMap((key) => textsOf(`${action.id} ${key}`, (action as unknown as Record<string, object>)[key] ?? {}));
  return [...textsOf(action.id, action), ...details];
}

/** Every text of an architecture. */
export function architectureTexts({ id, title, layers, groups, nodes, edges }: Architecture): PlacedText[] {
  const named = [...layers.map((layer) => [`layer ${layer.id}`, layer] as const), ...groups, ...nodes, ...edges];
  return [{ place: `${id} title`, text: title }, ...named.flatMap(([place, thing]) => textsOf(place, thing))];
}

/** Every text of a scenario, its architecture aside. */
export function scenarioTexts(scenario: Scenario): PlacedText[] {
  const options = scenario.choices.flatMap((choice) => [[choice.id, choice] as const, ...choice.options.map((option) => [`${choice.id} ${option.id}`, option] as const)]);
  return [
    ...textsOf(scenario.id, scenario),
    ...options.flatMap(([place, thing]) => textsOf(place, thing)),
    ...allSteps(scenario.steps).flatMap((step) => [
      ...textsOf(step.id, step),
      ...step.cite.flatMap((cite) => textsOf(`${step.id} cite`, cite)),
      ...allActions(step.actions).flatMap(textsOfAction),
    ]),
  ];
}
