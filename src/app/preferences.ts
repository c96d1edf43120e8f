import { THEME_NAMES, type LinkTheme } from './link.ts';

export type ThemeChoice = LinkTheme | 'auto';
export const THEME_CHOICES: readonly ThemeChoice[] = ['auto', ...THEME_NAMES];

/** What a viewer chose last; a link may say otherwise for the visit. */
export interface Preferences {
  readonly language?: string;
  readonly theme?: ThemeChoice;
}

const KEY = 'hopline';

/** Reads what was kept; nothing where storage is off, full of something else, or of another version. */
export function loadPreferences(storage: () => Storage = () => localStorage): Preferences {
  try {
    const kept: unknown = JSON.parse(storage().getItem(KEY) ?? '{}');
    const { language, theme } = (kept ?? {}) as { language?: unknown; theme?: unknown };
    const known = THEME_CHOICES.find((choice) => choice === theme);
    const tag = typeof language === 'string' && /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(language) ? language : undefined;
    return { ...(tag && { language: tag }), ...(known && { theme: known }) };
  } catch {
    return {};
  }
}

/** Keeps a viewer's choice; does nothing where the browser keeps nothing. */
export function savePreferences(changed: Preferences, storage: () => Storage = () => localStorage): void {
  try {
    storage().setItem(KEY, JSON.stringify({ ...loadPreferences(storage), ...changed }));
  } catch {
    // Storage is refused in private windows and sandboxed frames; the choice then lasts as long as the page.
  }
}

/** The first language of the browser that the app speaks; English otherwise. */
export function preferredLanguage(kept: Preferences, browser: readonly string[], spoken: readonly string[]): string {
  const wanted = kept.language ? [kept.language, ...browser] : browser;
  for (const tag of wanted) {
    const match = spoken.find((language) => language === tag) ?? spoken.find((language) => language === tag.split('-', 1)[0]);
    if (match) return match;
  }
  return 'en';
}
