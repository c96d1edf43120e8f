/**
 * The address of what a viewer sees, as a page's fragment, and back. Pure: no page, no scenario is needed to read or write one.
 *
 * `#/kubernetes/pod-creation/store/replicate@0.4?level=3&proxy-mode=iptables&lang=ko&view=split&theme=dark`
 */

/** A place in the story: the player's moment, `fraction` is 0–1 within the step's actions (`act`) or its reading pause (`hold`). */
export interface LinkMoment {
  readonly step: string;
  readonly part: 'act' | 'hold';
  readonly fraction: number;
}

export const VIEWS = ['map', 'sequence', 'split'] as const;
export type LinkView = (typeof VIEWS)[number];

export const THEME_NAMES = ['dark', 'light', 'contrast'] as const;
export type LinkTheme = (typeof THEME_NAMES)[number];

/** Everything that a link says; what it does not say is the reader's own choice. */
export interface Link {
  /** Folder and name of a shipped scenario, `kubernetes/pod-creation`; or `own/…` for one that `document` carries. */
  readonly scenario: string;
  readonly moment?: LinkMoment;
  readonly level?: number;
  /** Options by choice; empty for the defaults. */
  readonly path: Readonly<Record<string, string>>;
  readonly view?: LinkView;
  readonly language?: string;
  readonly theme?: LinkTheme;
  /** The files of an own scenario, as `packFiles` wrote them. */
  readonly document?: string;
}

/** The folder under which scenarios of a viewer's own are addressed. */
export const OWN = 'own';

const ID = /^[a-z0-9][a-z0-9-]*$/;
const LANGUAGE = /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/;
const MOMENT = /^([^@]*)(?:@(?:(act|hold):)?(\d*\.?\d+)?.*)?$/s;
const PACKED = /^[A-Za-z0-9_-]+$/;
/** Names that mean something in a link; a choice of such a name is written with a dot before it. */
const RESERVED: ReadonlySet<string> = new Set(['level', 'view', 'lang', 'theme', 'doc']);
/** Four decimals: a twentieth of a millisecond of a step of half a second. */
const DECIMALS = 4;

/** The fragment of a link, from `#` on. */
export function formatLink(link: Link): string {
  const moment = link.moment ? formatMoment(link.moment) : '';
  const query = queryOf(link).map(([name, value]) => `${name}=${encodeURIComponent(value)}`).join('&');
  return `#/${link.scenario}${moment && `/${moment}`}${query && `?${query}`}`;
}

/** What a fragment says, leniently: parts that mean nothing are left out. Undefined when it names no scenario. */
export function parseLink(fragment: string): Link | undefined {
  const [place = '', query = ''] = splitOnce(fragment.replace(/^#?\/?/, ''), '?');
  const [folder, name, ...rest] = decoded(place).split('/');
  if (!folder || !name) return undefined;
  const [file = '', position] = splitOnce(name, '@');
  if (!ID.test(folder) || !ID.test(file)) return undefined;
  const moment = position === undefined ? parseMoment(rest.join('/')) : undefined;
  return { scenario: `${folder}/${file}`, ...(moment && { moment }), ...parseQuery(query) };
}

function formatMoment({ step, part, fraction }: LinkMoment): string {
  const rounded = Number(clamp01(fraction).toFixed(DECIMALS));
  if (part === 'hold') return `${step}@hold:${rounded}`;
  return rounded === 0 ? step : `${step}@${rounded}`;
}

function parseMoment(text: string): LinkMoment | undefined {
  const match = MOMENT.exec(text);
  const step = (match?.[1] ?? '').split('/').filter((id) => id !== '');
  if (step.length === 0 || !step.every((id) => ID.test(id))) return undefined;
  return { step: step.join('/'), part: match?.[2] === 'hold' ? 'hold' : 'act', fraction: clamp01(Number(match?.[3] ?? 0)) };
}

function queryOf(link: Link): [string, string][] {
  const pairs: [string, string | undefined][] = [
    ['level', link.level === undefined ? undefined : String(link.level)],
    ...Object.entries(link.path).map(([choice, option]): [string, string] => [RESERVED.has(choice) ? `.${choice}` : choice, option]),
    ['lang', link.language],
    ['view', link.view],
    ['theme', link.theme],
    ['doc', link.document],
  ];
  return pairs.filter((pair): pair is [string, string] => pair[1] !== undefined);
}

function parseQuery(query: string): Omit<Link, 'scenario' | 'moment'> {
  const pairs = new URLSearchParams(query.replaceAll('&amp;', '&'));
  const level = Number(pairs.get('level') ?? Number.NaN);
  const view = VIEWS.find((known) => known === pairs.get('view'));
  const theme = THEME_NAMES.find((known) => known === pairs.get('theme'));
  const language = pairs.get('lang') ?? '';
  const document = pairs.get('doc') ?? '';
  return {
    path: pathOf(pairs),
    ...(Number.isInteger(level) && level >= 1 && level <= 99 && { level }),
    ...(view && { view }),
    ...(theme && { theme }),
    ...(LANGUAGE.test(language) && { language }),
    ...(PACKED.test(document) && { document }),
  };
}

function pathOf(pairs: URLSearchParams): Record<string, string> {
  const path: [string, string][] = [];
  for (const [name, option] of pairs) {
    if (RESERVED.has(name)) continue;
    const choice = name.replace(/^\./, '');
    if (ID.test(choice) && ID.test(option)) path.push([choice, option]);
  }
  return Object.fromEntries(path);
}

/** Messengers escape `@` and `/` in addresses; a broken escape stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function splitOnce(text: string, mark: string): [string, string?] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + mark.length)];
}

function clamp01(value: number): number {
  return Number.isFinite(value) ? Math.min(1, Math.max(0, value)) : 0;
}
