import type { Lang } from '../shared/text.ts';
import type { Messages } from './interface-words.ts';
import { EN } from './messages-en.ts';
import { KO } from './messages-ko.ts';

export type { Messages };

/** The interface's words for a language; English where there is no translation. */
export function messagesIn(lang: Lang): Messages {
  return lang.toLowerCase().split('-', 1)[0] === 'ko' ? KO : EN;
}

/** Those of the interface; a browser takes 30 ms to find the first name, before anything can be shown. */
const OWN_NAMES: Readonly<Record<Lang, string>> = { en: 'English', ko: '한국어' };

/** A language's name in itself, such as `한국어`; the tag where the browser knows none. */
export function languageName(lang: Lang): string {
  const own = OWN_NAMES[lang];
  if (own !== undefined) return own;
  try {
    return new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
  } catch {
    return lang;
  }
}
