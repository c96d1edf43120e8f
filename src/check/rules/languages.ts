import type { Lang, LocalizedText } from '../../shared/text.ts';
import type { Finding } from '../finding.ts';
import type { Placed } from '../places.ts';
import type { Rule } from '../subject.ts';
import { architectureTexts, scenarioTexts } from '../written-texts.ts';

/** The script that a language is written in alone, for languages that have one of their own. */
const SCRIPTS: Readonly<Record<string, RegExp>> = {
  ko: /\p{Script=Hangul}/u, ja: /[\p{Script=Hiragana}\p{Script=Katakana}]/u, ru: /\p{Script=Cyrillic}/u, el: /\p{Script=Greek}/u, ar: /\p{Script=Arabic}/u, he: /\p{Script=Hebrew}/u,
};

/**
 * A text that is missing in a language which the scenario promises although nothing else says so: one that is written without a language, or under
 * another one, in a script that only one of the promised languages has; and one of the architecture that lacks a language of the scenario.
 */
export const languages: Rule = ({ scenario }) => {
  if (scenario.languages.length < 2) return [];
  const own = scenarioTexts(scenario).flatMap((text) => inOneScript(text, 'scenario', scenario.languages));
  const shared = architectureTexts(scenario.architecture).flatMap((text) => [
    ...inOneScript(text, 'architecture', scenario.languages), ...lacking(text, scenario.languages),
  ]);
  return [...own, ...shared];
};

function inOneScript({ item, path }: Placed<LocalizedText>, document: Finding['document'], promised: readonly Lang[]): Finding[] {
  return Object.entries(item).flatMap(([lang, text]): Finding[] => {
    const other = promised.find((one) => one !== lang && SCRIPTS[one]?.test(text));
    const missing = promised.filter((one) => one !== other);
    if (other === undefined || (lang !== 'und' && SCRIPTS[lang] === undefined && lang !== 'en')) return [];
    const written = lang === 'und' ? missing : [lang];
    return [{
      severity: 'warning', code: 'untranslated-text', message: `A text that the scenario promises is missing: ${written.join(', ')}.`, document, path: [...path, lang],
      found: text, expected: `its words in ${written.join(', ')}`, hint: 'Write it as a map with one line per language.',
    }];
  });
}

function lacking({ item, path }: Placed<LocalizedText>, promised: readonly Lang[]): Finding[] {
  const missing = 'und' in item ? [] : promised.filter((lang) => !(lang in item) && !(lang.split('-', 1)[0] as string in item));
  if (missing.length === 0) return [];
  return [{
    severity: 'warning', code: 'untranslated-text', message: `A text that the scenario promises is missing: ${missing.join(', ')}.`, document: 'architecture', path,
    found: Object.keys(item).join(', '), expected: promised.join(', '), hint: 'Write the language, too.',
  }];
}
