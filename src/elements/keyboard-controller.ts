import { RATES } from './settings-templates.ts';
import type { Panel, PlayerRequest, PlayerView } from './requests.ts';

/** What the keys need to know. */
export interface KeyboardHost {
  readonly time: number;
  readonly duration: number;
  readonly paused: boolean;
  readonly rate: number;
  readonly view: PlayerView;
  readonly views: readonly PlayerView[];
  readonly level: number;
  readonly levels: readonly number[];
  readonly captionsShown: boolean;
  readonly panel: Panel;
  readonly presenting: boolean;
  readonly selected: boolean;
  readonly hasLayers: boolean;
}

/** Seconds. */
const ARROW = 5;
const LEAP = 10;
const FRAME = 1 / 30;
const ZOOM = 1.25;

/**
 * What a key asks for, as in media players; undefined for a key that is none of ours, which then goes on to the page.
 * Keys with Ctrl, Alt or the command key are never ours.
 */
export function requestForKey(event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey'>, host: KeyboardHost): PlayerRequest | undefined {
  if (event.ctrlKey || event.altKey || event.metaKey) return undefined;
  const { key } = event;
  if (host.presenting) {
    const presenter = PRESENTER_KEYS[key];
    if (presenter) return presenter;
  }
  if (event.shiftKey && (key === 'ArrowLeft' || key === 'ArrowRight')) return { type: key === 'ArrowLeft' ? 'previous' : 'next' };
  if (/^[0-9]$/.test(key)) return { type: 'seek', time: (host.duration * Number(key)) / 10 };
  return KEYS[key.length === 1 ? key.toLowerCase() : key]?.(host);
}

const PRESENTER_KEYS: Readonly<Record<string, PlayerRequest>> = {
  PageDown: { type: 'next' }, ArrowRight: { type: 'next' }, ArrowDown: { type: 'next' }, Enter: { type: 'next' },
  PageUp: { type: 'previous' }, ArrowLeft: { type: 'previous' }, ArrowUp: { type: 'previous' },
  Escape: { type: 'toggle-presenter' },
};

const seek = (by: number) => (host: KeyboardHost): PlayerRequest => ({ type: 'seek', time: Math.min(host.duration, Math.max(0, host.time + by)) });

const KEYS: Readonly<Record<string, (host: KeyboardHost) => PlayerRequest | undefined>> = {
  ' ': () => ({ type: 'toggle-play' }),
  k: () => ({ type: 'toggle-play' }),
  ArrowLeft: seek(-ARROW),
  ArrowRight: seek(ARROW),
  j: seek(-LEAP),
  l: seek(LEAP),
  ',': (host) => (host.paused ? seek(-FRAME)(host) : undefined),
  '.': (host) => (host.paused ? seek(FRAME)(host) : undefined),
  '[': () => ({ type: 'previous' }),
  ']': () => ({ type: 'next' }),
  Home: () => ({ type: 'first' }),
  End: () => ({ type: 'last' }),
  '<': (host) => ({ type: 'rate', rate: RATES.findLast((rate) => rate < host.rate) ?? RATES[0] }),
  '>': (host) => ({ type: 'rate', rate: RATES.find((rate) => rate > host.rate) ?? RATES[RATES.length - 1]! }),
  v: (host) => ({ type: 'view', view: after(host.views, host.view) }),
  d: (host) => (host.levels.length > 1 ? { type: 'level', level: after(host.levels, host.level) } : undefined),
  '+': () => ({ type: 'zoom', factor: ZOOM }),
  '=': () => ({ type: 'zoom', factor: ZOOM }),
  '-': () => ({ type: 'zoom', factor: 1 / ZOOM }),
  r: () => ({ type: 'reset-camera' }),
  c: (host) => ({ type: 'captions', on: !host.captionsShown }),
  s: (host) => ({ type: 'panel', panel: host.panel === 'steps' ? 'none' : 'steps' }),
  y: (host) => (host.hasLayers ? { type: 'panel', panel: host.panel === 'layers' ? 'none' : 'layers' } : undefined),
  i: (host) => ({ type: 'panel', panel: host.panel === 'inspector' ? 'none' : 'inspector' }),
  p: () => ({ type: 'toggle-presenter' }),
  f: () => ({ type: 'toggle-fullscreen' }),
  '?': () => ({ type: 'toggle-help' }),
  Escape: (host) => {
    if (host.selected) return { type: 'inspect', selection: undefined };
    return host.panel === 'none' ? undefined : { type: 'panel', panel: 'none' };
  },
};

function after<T>(all: readonly T[], current: T): T {
  return all[(all.indexOf(current) + 1) % all.length] ?? current;
}

/** Whether the focused thing needs the key itself: a list its arrows and letters, a button its space, a scrolled box its arrows. */
export function belongsToFocus(event: KeyboardEvent): boolean {
  const focused = event.composedPath()[0];
  if (!(focused instanceof HTMLElement)) return false;
  if (focused.matches('select, input, textarea, [contenteditable]')) return event.key !== 'Escape';
  if (focused.matches('button, a[href], summary')) return event.key === ' ' || event.key === 'Enter';
  return focused.scrollHeight > focused.clientHeight + 1 && /^(Arrow|Page|Home|End)/.test(event.key) && getComputedStyle(focused).overflowY === 'auto';
}
