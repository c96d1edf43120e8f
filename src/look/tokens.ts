import { clearer, mix, parseColour, toHex } from './colour.ts';
import { TINT } from './opacity.ts';

export { mix };

/** The accents that a group can wear; the same names as in the documents. */
export type AccentName = 'clients' | 'control-plane' | 'worker' | 'networking' | 'storage' | 'observability' | 'neutral';

export type ThemeName = 'dark' | 'light' | 'contrast';

/** All colours of a picture, as `#rrggbb`. */
export interface Theme {
  readonly name: ThemeName;
  /** What the page behind it should tell the browser. */
  readonly scheme: 'dark' | 'light';
  readonly page: string;
  readonly card: string;
  /** A resting card's rim: decoration. */
  readonly frame: string;
  /** Resting edges and watches. */
  readonly line: string;
  readonly text: string;
  readonly quiet: string;
  readonly failure: string;
  readonly accents: Readonly<Record<AccentName, string>>;
}

const dark: Theme = {
  name: 'dark', scheme: 'dark',
  page: '#0a0f1e', card: '#131d35', frame: '#2b3a5a', line: '#5d7196', text: '#e6edf7', quiet: '#9aabc6', failure: '#ff7b7b',
  accents: {
    clients: '#56b4e9', 'control-plane': '#a78bfa', worker: '#34d399', networking: '#fbbf24', storage: '#f472b6', observability: '#fb923c',
    neutral: '#9aabc6',
  },
};

const light: Theme = {
  name: 'light', scheme: 'light',
  page: '#f4f7fb', card: '#ffffff', frame: '#c6d1e3', line: '#7f8fab', text: '#0f172a', quiet: '#4b5a75', failure: '#b91c1c',
  accents: {
    clients: '#0b6699', 'control-plane': '#6b3fd0', worker: '#08704e', networking: '#855300', storage: '#ad1f69', observability: '#a8430b',
    neutral: '#4b5a75',
  },
};

const highContrast: Theme = {
  name: 'contrast', scheme: 'dark',
  page: '#000000', card: '#000000', frame: '#ffffff', line: '#ffffff', text: '#ffffff', quiet: '#d6deeb', failure: '#ff9a9a',
  accents: {
    clients: '#7cc8ff', 'control-plane': '#c9b6ff', worker: '#5ff0b8', networking: '#ffd24d', storage: '#ff9ccb', observability: '#ffb37a',
    neutral: '#d6deeb',
  },
};

/** The three themes of the look. */
export const THEMES: Readonly<Record<ThemeName, Theme>> = { dark, light, contrast: highContrast };

/** A token that a page may set as `--hopline-<token>`. */
export type TokenName = 'page' | 'card' | 'frame' | 'line' | 'text' | 'quiet' | 'failure' | AccentName;
export const TOKEN_NAMES: readonly TokenName[] = [
  'page', 'card', 'frame', 'line', 'text', 'quiet', 'failure',
  'clients', 'control-plane', 'worker', 'networking', 'storage', 'observability', 'neutral',
];

/** A theme with some tokens of the page's own; what is no colour is left as it was, alpha is ignored. */
export function themeWith(theme: Theme, overrides: Readonly<Partial<Record<TokenName, string>>>): Theme {
  const own = (name: TokenName, given: string): string => {
    const colour = parseColour(overrides[name] ?? '');
    return colour ? toHex(colour) : given;
  };
  const accents = Object.entries(theme.accents).map(([name, value]) => [name, own(name as AccentName, value)]);
  return {
    ...theme,
    page: own('page', theme.page), card: own('card', theme.card), frame: own('frame', theme.frame), line: own('line', theme.line),
    text: own('text', theme.text), quiet: own('quiet', theme.quiet), failure: own('failure', theme.failure),
    accents: Object.fromEntries(accents) as Record<AccentName, string>,
  };
}

/** The opaque colours of a group and of what stands in it. */
export interface AccentColours {
  readonly accent: string;
  readonly groupFill: string;
  readonly groupFrame: string;
  /** The small square behind an icon, on a card. */
  readonly iconFill: string;
  /** The halo around an active card, on the group's fill. */
  readonly halo: string;
  /** Text on the accent itself: the number on a token. */
  readonly onAccent: string;
}

/** What an accent becomes in a theme, mixed to opaque colours over the page and the card. */
export function accentColours(theme: Theme, name: AccentName): AccentColours {
  const accent = theme.accents[name];
  const plain = theme.name === 'contrast';
  const groupFill = plain ? theme.page : mix(theme.page, accent, TINT.group);
  return {
    accent, groupFill,
    groupFrame: plain ? accent : mix(theme.page, accent, 0.5),
    iconFill: mix(theme.card, accent, plain ? 0.1 : 0.16),
    halo: mix(groupFill, accent, 0.3),
    onAccent: clearer(accent, theme.page, theme.text),
  };
}
