import { isSetting, type EmbedSettings, type SettingName, type SettingValue } from './settings.ts';

/** What the address of an embed page says: behind `#`, or behind `?` for places that cut the first away. */
export interface EmbedRequest {
  /** Address of a scenario, relative to the embed page. */
  readonly src?: string;
  /** The scenario and its architecture, as `packFiles` wrote them; comes before `src`. */
  readonly doc?: string;
  /** Seconds of the variant where the story begins. */
  readonly t?: number;
  /** Origins of pages that may command the player; without it any page that embeds it. */
  readonly origins?: readonly string[];
  readonly settings: EmbedSettings;
}

/** Reads the search and the fragment of an embed page's address; what means nothing is left out, and the fragment comes first. */
export function readRequest(search: string, fragment: string): EmbedRequest {
  const pairs = new Map([...paramsOf(search), ...paramsOf(fragment)]);
  const t = secondsOf(pairs.get('t'));
  const origins = pairs.get('origin')?.split(/[\s,]+/).filter(Boolean) ?? [];
  const [src, doc] = [pairs.get('src'), pairs.get('doc')];
  return {
    ...(src && { src }),
    ...(doc && { doc }),
    ...(t !== undefined && { t }),
    ...(origins.length > 0 && { origins }),
    settings: Object.fromEntries([...pairs].filter(([name]) => isSetting(name))) as EmbedSettings,
  };
}

/** The address of an embed page that shows what is asked for; `page` is where the page itself lies, whole or relative. */
export function embedAddress(page: string, request: EmbedRequest): string {
  const { src, doc, t, origins = [], settings } = request;
  const pairs: [string, string | undefined][] = [
    ['src', src],
    ...(Object.entries(settings) as [SettingName, SettingValue][]).map(([name, value]): [string, string] => [name, written(value)]),
    ['t', t?.toString()],
    ['origin', origins.length > 0 ? origins.join(',') : undefined],
    // The longest comes last: where somebody cuts the address, the rest of it stays.
    ['doc', doc],
  ];
  const fragment = pairs.filter((pair): pair is [string, string] => pair[1] !== undefined).map(([name, value]) => `${name}=${encoded(value)}`).join('&');
  return `${page.replace(/#.*$/s, '')}${fragment && `#${fragment}`}`;
}

function written(value: SettingValue): string {
  if (typeof value === 'boolean') return value ? '1' : '0';
  return typeof value === 'object' ? Object.entries(value).map((pair) => pair.join('=')).join(',') : String(value);
}

/** What need not be escaped in a fragment stays readable. */
function encoded(value: string): string {
  return encodeURIComponent(value).replaceAll(/%(2F|3A|2C|3D)/g, decodeURIComponent);
}

/** Pages that show a link as text may have escaped its `&`. */
function paramsOf(text: string): URLSearchParams {
  return new URLSearchParams(text.replace(/^[?#]/, '').replaceAll('&amp;', '&'));
}

function secondsOf(text = ''): number | undefined {
  const seconds = /^\d*\.?\d+s?$/.test(text) ? Number.parseFloat(text) : Number.NaN;
  return Number.isFinite(seconds) ? seconds : undefined;
}
