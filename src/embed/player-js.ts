import type { HoplinePlayer } from '../elements/hopline-player.ts';
import type { ParentLine } from './parent-line.ts';

/** The open protocol by which pages drive embedded players of any make (github.com/embedly/player.js). */
const CONTEXT = 'player.js';
const VERSION = '0.0.11';
const EVENTS = ['ready', 'play', 'pause', 'ended', 'timeupdate', 'progress', 'seeked', 'error'] as const;
type EventName = (typeof EVENTS)[number];
/** A page that adds more listeners than this has lost count. */
const MOST_LISTENERS = 100;

type Method = (player: HoplinePlayer, value: unknown) => unknown;

/** What a page may ask; volumes go from 0 to 100 there. */
const METHODS: Readonly<Record<string, Method>> = {
  play: (player) => void player.play().catch(() => undefined),
  pause: (player) => player.pause(),
  getPaused: (player) => player.paused,
  mute: (player) => void (player.muted = true),
  unmute: (player) => void (player.muted = false),
  getMuted: (player) => player.muted,
  setVolume: (player, value) => void (Number(value) >= 0 && Number(value) <= 100 && (player.volume = Number(value) / 100)),
  getVolume: (player) => Math.round(player.volume * 100),
  getDuration: (player) => (Number.isFinite(player.duration) ? player.duration : 0),
  setCurrentTime: (player, value) => void (Number.isFinite(Number(value)) && (player.currentTime = Number(value))),
  getCurrentTime: (player) => player.currentTime,
  setLoop: (player, value) => void (player.loop = Boolean(value)),
  getLoop: (player) => player.loop,
};
const LISTENING = ['addEventListener', 'removeEventListener'];
const METHOD_NAMES = [...Object.keys(METHODS), ...LISTENING];

/** Speaks player.js for a player: answers its methods, and tells its events to those who asked for them. */
export class PlayerJs {
  private readonly listeners = new Map<EventName, Set<string | undefined>>();

  constructor(private readonly player: HoplinePlayer, private readonly line: ParentLine) {
    for (const name of ['play', 'pause', 'ended', 'seeked', 'timeupdate'] as const) player.addEventListener(name, () => this.emit(name));
    player.addEventListener('loadeddata', () => this.emit('progress'));
    player.addEventListener('error', () => this.emit('error'));
  }

  /** Says that the page listens; of the story it says what the frame's address says, which those have written who put it there. */
  ready(): void {
    this.line.tellAnyone(this.text({ event: 'ready', value: this.valueOf('ready') }));
  }

  /** Whether a message was one of this protocol; what it asks for is done then. */
  receive(message: Readonly<Record<string, unknown>>): boolean {
    const { context, method, value, listener } = message;
    if (context !== CONTEXT) return false;
    const id = typeof listener === 'string' ? listener : undefined;
    if (typeof method !== 'string' || !METHOD_NAMES.includes(method)) return true;
    if (LISTENING.includes(method)) this.listen(method === 'addEventListener', value, id);
    else this.call(method, value, id);
    return true;
  }

  private call(method: string, value: unknown, listener: string | undefined): void {
    const answer = METHODS[method]?.(this.player, value);
    if (method.startsWith('get')) this.line.tell(this.text({ event: method, value: answer, listener }));
  }

  private listen(on: boolean, name: unknown, id: string | undefined): void {
    const event = EVENTS.find((known) => known === name);
    if (!event) return;
    const ids = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, ids);
    if (!on) ids.delete(id);
    else if (ids.size < MOST_LISTENERS) ids.add(id);
    // Who asks after the fact is told at once.
    if (on && event === 'ready') this.line.tell(this.text({ event, value: this.valueOf(event), listener: id }));
  }

  private emit(event: EventName): void {
    for (const listener of this.listeners.get(event) ?? []) this.line.tell(this.text({ event, value: this.valueOf(event), listener }));
  }

  private valueOf(event: EventName): unknown {
    const { currentTime, duration, error } = this.player;
    switch (event) {
      case 'ready':
        return { src: location.href, events: EVENTS, methods: METHOD_NAMES };
      case 'timeupdate':
        return { seconds: currentTime, duration };
      case 'progress':
        return { percent: 1 };
      case 'error':
        return { code: error?.code ?? 0, msg: error?.message ?? '' };
      default:
        return undefined;
    }
  }

  private text(message: object): string {
    return JSON.stringify({ context: CONTEXT, version: VERSION, ...message });
  }
}
