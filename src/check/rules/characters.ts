import { unknownCharacters } from '../../look/measure.ts';
import type { LocalizedText } from '../../shared/text.ts';
import type { DocumentPath, Finding } from '../finding.ts';
import { allActions, allSteps, edgePlace, nodePlace, type Placed } from '../places.ts';
import type { Rule, Subject } from '../subject.ts';

/** A character that the bundled font does not have: it takes a whole em, and looks different on each machine. */
export const characters: Rule = (subject) => [
  ...scenarioTexts(subject).flatMap((text) => checkText(text, 'scenario')),
  ...architectureTexts(subject).flatMap((text) => checkText(text, 'architecture')),
];

function checkText({ item, path }: Placed<LocalizedText>, document: Finding['document']): Finding[] {
  return Object.entries(item).flatMap(([lang, text]) => {
    const unknown = unknownCharacters(text);
    if (unknown.length === 0) return [];
    const found = unknown.map((character) => `${character} (U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`).join(', ');
    const message = 'The bundled font lacks a character of this text.';
    return [{ severity: 'warning', code: 'unknown-character', message, document, path: [...path, lang], found, hint: 'Write it with another character.' }];
  });
}

function scenarioTexts({ scenario }: Subject): Placed<LocalizedText>[] {
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

function architectureTexts({ scenario: { architecture } }: Subject): Placed<LocalizedText>[] {
  const nodes = [...architecture.nodes.values()].flatMap(({ id, title, subtitle, role }) => {
    const path = nodePlace(id);
    return [at(title, path, 'title'), at(subtitle, path, 'subtitle'), at(role, path, 'role')];
  });
  const groups = [...architecture.groups.values()].map(({ id, title }) => at(title, ['groups', id], 'title'));
  const edges = [...architecture.edges.values()].map(({ id, label }) => at(label, edgePlace(architecture, id), 'label'));
  return [at(architecture.title, [], 'title'), ...groups, ...nodes, ...edges].flat();
}

function at(text: LocalizedText | undefined, path: DocumentPath, key: string): Placed<LocalizedText>[] {
  return text ? [{ item: text, path: [...path, key] }] : [];
}
