import type { Lang } from '../shared/text.ts';
import type { Messages } from './interface-words.ts';
import { EN } from './messages-en.ts';
import { KO } from './messages-ko.ts';

export type { Messages };

/** The interface's words for a language; English where there is no translation. */
export function messagesIn(lang: Lang): Messages {
  return lang.toLowerCase().split('-', 1)[0] === 'ko' ? KO : EN;
}

/** A language's name in itself, such as `한국어`; the tag where the browser knows none. */
export function languageName(lang: Lang): string {
  try {
    return new Intl.DisplayNames([lang], { type: 'language' }).of(lang) ?? lang;
  } catch {
    return lang;
  }
}
