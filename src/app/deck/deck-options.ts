import type { LinkTheme } from '../link.ts';

/** What an address asks of the deck. */
export interface DeckOptions {
  readonly language: DeckLanguage;
  /** Undefined: the viewer's system decides. */
  readonly theme?: LinkTheme;
  /** Each step on a page of its own, for paper. */
  readonly print: boolean;
  /** One of the two small decks in the speaker's view. */
  readonly receiver: boolean;
}

export const DECK_LANGUAGES = ['ko', 'en'] as const;
export type DeckLanguage = (typeof DECK_LANGUAGES)[number];

const THEMES: readonly LinkTheme[] = ['dark', 'light', 'contrast'];

/** Reads `?lang=en&theme=light`; what is not said, or not known, is as the viewer's browser has it, and in print light: ink is dear. */
export function readOptions(search: string, languages: readonly string[]): DeckOptions {
  const query = new URLSearchParams(search);
  const spoken = [query.get('lang') ?? '', ...languages].map((tag) => tag.split('-', 1)[0]);
  const language = spoken.map((tag) => DECK_LANGUAGES.find((known) => known === tag)).find((known) => known !== undefined) ?? 'en';
  const print = query.has('print-pdf') || query.get('view') === 'print';
  const theme = THEMES.find((name) => name === query.get('theme')) ?? (print ? 'light' : undefined);
  return { language, ...(theme && { theme }), print, receiver: query.has('receiver') };
}

/** The same deck with another language, theme or way of showing, as a relative address. */
export function otherDeck(search: string, change: Readonly<Record<string, string>>): string {
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(change)) query.set(name, value);
  return `?${query}`;
}
