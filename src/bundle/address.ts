import type { PlayerTheme, PlayerView } from '../elements/requests.ts';
import type { Lang } from '../shared/text.ts';

/** What the fragment of a bundle's address says; what it does not say is as the bundle was made. */
export interface Address {
  /** Id of a scenario; without one it is the gallery. */
  readonly scenario?: string;
  /** Id of a step of it. */
  readonly step?: string;
  readonly lang?: Lang;
  readonly theme?: PlayerTheme;
  readonly view?: PlayerView;
  readonly level?: number;
  /** Options by choice. */
  readonly path?: Readonly<Record<string, string>>;
}

const VIEWS: readonly PlayerView[] = ['map', 'sequence', 'split'];
const THEMES: readonly PlayerTheme[] = ['auto', 'dark', 'light', 'contrast'];
const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;
/** Names that mean something themselves; a choice of such a name is written with a dot before it. */
const RESERVED: ReadonlySet<string> = new Set(['lang', 'theme', 'view', 'level']);

/** Reads `#pod-creation/store?lang=ko&view=split`, leniently: what means nothing is left out. */
export function parseAddress(fragment: string): Address {
  const [place = '', query = ''] = fragment.replace(/^#?\/?/, '').split(/\?(.*)/s);
  const [scenario = '', ...step] = unescaped(place).split('/').filter(Boolean);
  const pairs = new URLSearchParams(query.replaceAll('&amp;', '&'));
  const theme = THEMES.find((name) => name === pairs.get('theme'));
  const view = VIEWS.find((name) => name === pairs.get('view'));
  const lang = pairs.get('lang') ?? '';
  const level = Number(pairs.get('level') ?? Number.NaN);
  const path = [...pairs].filter(([name]) => !RESERVED.has(name)).map(([name, value]) => [name.replace(/^\./, ''), value] as const);
  return {
    ...(scenario && { scenario }), ...(step.length > 0 && { step: step.join('/') }),
    ...(LANGUAGE.test(lang) && { lang }), ...(theme && { theme }), ...(view && { view }),
    ...(Number.isInteger(level) && level >= 1 && level <= 99 && { level }), ...(path.length > 0 && { path: Object.fromEntries(path) }),
  };
}

/** The fragment that says so, from `#` on. */
export function formatAddress({ scenario, step, lang, theme, view, level, path = {} }: Address): string {
  const pairs = new URLSearchParams();
  if (level !== undefined) pairs.set('level', String(level));
  for (const [choice, option] of Object.entries(path)) pairs.set(RESERVED.has(choice) ? `.${choice}` : choice, option);
  if (lang) pairs.set('lang', lang);
  if (view) pairs.set('view', view);
  if (theme) pairs.set('theme', theme);
  const query = pairs.toString();
  return `#${scenario ?? ''}${scenario && step ? `/${step}` : ''}${query && `?${query}`}`;
}

/** A broken escape stays as it is. */
function unescaped(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
