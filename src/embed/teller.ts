import type { HoplinePlayer } from '../elements/hopline-player.ts';
import { VERSION } from '../shared/version.ts';
import { stateOf, stepOf, titleOf } from './embed-state.ts';
import type { ParentLine } from './parent-line.ts';
import { PROTOCOL, VERBS, type EmbedEventName, type EmbedEvents } from './protocol.ts';

/** Events of the player that are told as they are, with the time. */
const TIMED = ['play', 'pause', 'ended', 'seeked'] as const;
/** Milliseconds between two `timeupdate` messages. */
const TIMEUPDATE_MS = 250;

/** Tells the page around what happens in the player. */
export class Teller {
  private timeupdate: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly player: HoplinePlayer, private readonly line: ParentLine) {
    for (const name of TIMED) player.addEventListener(name, () => this.tell(name, { time: player.currentTime }));
    player.addEventListener('timeupdate', () => this.tellTime());
    player.addEventListener('hopline-step-change', ({ step, reason }) => this.tell('step', { step: stepOf(step), reason }));
    for (const name of ['hopline-view-change', 'ratechange'] as const) player.addEventListener(name, () => this.tell('change', { state: stateOf(player) }));
    player.addEventListener('loadeddata', () => this.loaded());
    player.addEventListener('error', () => {
      const [first] = player.error?.diagnostics ?? [];
      this.tell('error', { message: player.error?.message ?? '', hint: first?.hint ?? '' });
    });
  }

  /** Tells who has spoken. */
  tell<Name extends EmbedEventName>(event: Name, told: EmbedEvents[Name]): void {
    this.line.tell({ hopline: PROTOCOL, event, ...told });
  }

  /** Tells everyone who may speak that the page listens. */
  ready(): void {
    this.line.tellAnyone({ hopline: PROTOCOL, event: 'ready', version: VERSION, verbs: VERBS });
  }

  /** Tells everyone who may speak the height that the player wants, in CSS px. */
  height(height: number): void {
    this.line.tellAnyone({ hopline: PROTOCOL, event: 'height', height });
  }

  /** Answers a command. */
  answer(id: unknown, told: { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: string }): void {
    if (typeof id === 'number' || typeof id === 'string') this.line.tell({ hopline: PROTOCOL, answer: id, ...told });
  }

  private loaded(): void {
    document.title = titleOf(this.player) || 'Hopline';
    this.tell('load', { state: stateOf(this.player) });
  }

  /** While somebody drags the timeline, it changes with every frame. */
  private tellTime(): void {
    this.timeupdate ??= setTimeout(() => {
      this.timeupdate = undefined;
      const { time, duration } = stateOf(this.player);
      this.tell('timeupdate', { time, duration });
    }, TIMEUPDATE_MS);
  }
}
