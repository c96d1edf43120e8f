import { unknownCharacters } from '../../look/measure.ts';
import type { LocalizedText } from '../../shared/text.ts';
import type { Finding } from '../finding.ts';
import type { Placed } from '../places.ts';
import type { Rule } from '../subject.ts';
import { architectureTexts, scenarioTexts } from '../written-texts.ts';

/** A character that the bundled font does not have: it takes a whole em, and looks different on each machine. */
export const characters: Rule = ({ scenario }) => [
  ...scenarioTexts(scenario).flatMap((text) => checkText(text, 'scenario')),
  ...architectureTexts(scenario.architecture).flatMap((text) => checkText(text, 'architecture')),
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
