/** A BCP 47 language tag, such as `en` or `ko`. `und` marks a text written without a language. */
export type Lang = string;

/** The tag of a text that was written without a language. */
export const UNTAGGED: Lang = 'und';

/** One text in the languages it was written in. A plain string in a document becomes `{ und: … }`. */
export type LocalizedText = Readonly<Record<Lang, string>>;

/**
 * The text in a language: the language itself, then its primary subtag (`ko-KR` → `ko`), then the text without a language,
 * then the given fallbacks in their order, then whatever there is; `''` where there is nothing.
 */
export function textIn(text: LocalizedText | undefined, lang: Lang, fallbacks: readonly Lang[] = []): string {
  if (!text) return '';
  for (const tag of [lang, lang.split('-', 1)[0] ?? lang, 'und', ...fallbacks]) {
    if (Object.hasOwn(text, tag)) return text[tag] as string;
  }
  return Object.values(text)[0] ?? '';
}
