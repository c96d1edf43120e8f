import { bundleWords } from '../../bundle/bundle-words.ts';
import { wordsOf } from '../../compile/words.ts';
import { EN } from '../../elements/messages-en.ts';
import { KO } from '../../elements/messages-ko.ts';
import { languageName } from '../../elements/messages.ts';
import { PICTURE_WORDS } from '../../look/words.ts';
import type { Lang } from '../../shared/text.ts';
import type { BundleSources } from './bundle-sources.ts';

/** Everything that can be typed on an English keyboard. */
const KEYBOARD = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i)).join('');

/** Every text that a bundle may show: of its files in all languages, and the interface's own in these languages. */
export function lettersOf({ sources, files }: BundleSources, title: string, languages: readonly Lang[]): string {
  const words = [EN, ...(languages.some((lang) => primary(lang) === 'ko') ? [KO] : [])].map(lettersIn);
  const around = ['en', ...languages].map((lang) => lettersIn(bundleWords(lang)));
  const names = languages.map(languageName);
  const told = sources.flatMap(({ traces }) => traces.map(wordsOf));
  return [KEYBOARD, title, ...words, ...around, lettersIn(PICTURE_WORDS), ...names, ...told, ...Object.values(files)].join('\n');
}

function primary(lang: Lang): string {
  return lang.split('-', 1)[0] ?? lang;
}

/** The letters of all texts in a value; of a function those that its code has, as what it says is put together from them. */
function lettersIn(value: unknown): string {
  if (typeof value === 'function') return String(value).replace(/\\u([0-9a-f]{4})/gi, (_all, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  if (typeof value === 'object' && value !== null) return Object.values(value).map(lettersIn).join('\n');
  return String(value);
}
