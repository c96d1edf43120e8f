import type { Architecture, Scenario } from '../scenario/model.ts';
import type { LocalizedText } from '../shared/text.ts';
import type { DocumentPath } from './finding.ts';
import { allActions, allSteps, edgePlace, nodePlace, type Placed } from './places.ts';

/** Every text of a scenario that a picture or its controls show, its architecture aside. */
export function scenarioTexts(scenario: Scenario): Placed<LocalizedText>[] {
  const steps = allSteps(scenario).flatMap(({ item, path }) => [at(item.title, path, 'title'), at(item.say, path, 'say'), at(item.aside, path, 'aside')]);
  const actions = allActions(scenario).flatMap(({ item, path }) => {
    const texts = item as { label?: LocalizedText; returns?: LocalizedText; text?: LocalizedText; badge?: LocalizedText | null; subtitle?: LocalizedText };
    return (['label', 'returns', 'text', 'badge', 'subtitle'] as const).map((key) => at(texts[key] ?? undefined, path, key));
  });
  const choices = scenario.choices.flatMap(({ id, title, options }) => [
    at(title, ['choices', id], 'title'),
    ...options.flatMap((option) => [at(option.title, ['choices', id, 'options', option.id], 'title'), at(option.note, ['choices', id, 'options', option.id], 'note')]),
  ]);
  return [at(scenario.title, [], 'title'), at(scenario.summary, [], 'summary'), ...choices, ...steps, ...actions].flat();
}

/** Every text of an architecture that a picture or the inspector shows. */
export function architectureTexts(architecture: Architecture): Placed<LocalizedText>[] {
  const nodes = [...architecture.nodes.values()].flatMap(({ id, title, subtitle, role }) => {
    const path = nodePlace(id);
    return [at(title, path, 'title'), at(subtitle, path, 'subtitle'), at(role, path, 'role')];
  });
  const layers = architecture.layers.flatMap(({ id, title, about, items }) => {
    const path = ['layers', id];
    return [at(title, path, 'title'), at(about, path, 'about'), ...items.map((item, index) => at(item, [...path, 'items'], String(index)))];
  });
  const groups = [...architecture.groups.values()].map(({ id, title }) => at(title, ['groups', id], 'title'));
  const edges = [...architecture.edges.values()].map(({ id, label }) => at(label, edgePlace(architecture, id), 'label'));
  return [at(architecture.title, [], 'title'), ...layers, ...groups, ...nodes, ...edges].flat();
}

function at(text: LocalizedText | undefined, path: DocumentPath, key: string): Placed<LocalizedText>[] {
  return text ? [{ item: text, path: [...path, key] }] : [];
}
