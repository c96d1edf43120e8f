import { timeAt } from '../../compile/moment.ts';
import type { PlayerElement, PlayerInside } from '../player-face.ts';
import { FollowEvent } from '../player-events.ts';
import { Course, correctionOf } from './sync-course.ts';
import { FORM, readMessage, type SyncMessage, type SyncState } from './sync-message.ts';
import { SyncPeer } from './sync-peer.ts';

/** Milliseconds in which others answer one that has come. */
const PATIENCE_MS = 400;
/** Milliseconds between two words about where the story is while it plays. */
const BEAT_MS = 500;

/** Joins a player to those of the same name in all windows of the origin. Throws where the browser has no channels, or refuses them. */
export class SyncLink {
  /** While this is above 0, what the player does is not told. */
  private quiet = 0;
  private readonly peer = new SyncPeer(newId());
  private readonly channel: BroadcastChannel;
  private readonly listeners = new AbortController();
  /** Where all of them are, by the last word. */
  private known: SyncState | undefined;
  private telling = false;
  private beating: ReturnType<typeof setInterval> | undefined;
  private joining: ReturnType<typeof setTimeout> | undefined;

  constructor(name: string, private readonly player: PlayerElement, private readonly core: PlayerInside) {
    this.channel = new BroadcastChannel(`hopline:${name}`);
    const { signal } = this.listeners;
    this.channel.addEventListener('message', ({ data }) => this.heard(readMessage(data)), { signal });
    player.addEventListener('loadeddata', () => this.loaded(), { signal });
    for (const type of ['hopline-view-change', 'ratechange']) player.addEventListener(type, () => this.settingsChanged(), { signal });
    for (const type of ['hopline-step-change', 'pause']) player.addEventListener(type, () => this.beat(), { signal });
    window.addEventListener('pagehide', () => this.say({ type: 'bye', from: this.peer.id }), { signal });
    window.addEventListener('pageshow', ({ persisted }) => persisted && this.greet(), { signal });
    document.addEventListener('visibilitychange', () => this.seen(), { signal });
    core.media.acted = () => this.tellSoon();
    if (player.trace) this.greet();
  }

  /** How many others are in step with it. */
  get peers(): number {
    return this.peer.peers;
  }

  /** Moves the player without telling the others; what it leads ends with that. */
  quietly(move: () => void): void {
    this.lead(false);
    this.core.media.clock.guide = undefined;
    this.unheard(move);
  }

  close(): void {
    this.say({ type: 'bye', from: this.peer.id });
    this.listeners.abort();
    this.channel.close();
    this.lead(false);
    clearTimeout(this.joining);
    this.core.media.acted = undefined;
    this.core.media.clock.guide = undefined;
  }

  // What it tells

  /** Asks where the others are; whoever gets no answer is alone. */
  private greet(): void {
    this.say({ type: 'hello', from: this.peer.id });
    clearTimeout(this.joining);
    this.joining = setTimeout(() => {
      this.peer.settle();
      this.known ??= this.state();
      this.lead(true);
    }, PATIENCE_MS);
  }

  /** A script may do several things in a row: only where they lead is told. */
  private tellSoon(): void {
    if (this.quiet > 0 || this.telling) return;
    this.telling = true;
    queueMicrotask(() => {
      this.telling = false;
      this.tell();
    });
  }

  private tell(): void {
    const state = this.state();
    if (this.listeners.signal.aborted || !state) return;
    this.core.media.clock.guide = undefined;
    this.known = state;
    const word = this.peer.act();
    if (!word) return;
    this.sayState(state);
    this.lead(true);
  }

  /** Says again where the story is, for those whose clocks go a little differently. */
  private beat(): void {
    const state = this.beating !== undefined && this.peer.leads && !document.hidden && this.state();
    if (!state) return;
    this.known = state;
    this.sayState(state);
    if (state.playing === 'no') this.lead(false);
  }

  private lead(on: boolean): void {
    clearInterval(this.beating);
    this.beating = on && this.peer.leads && !this.core.media.paused ? setInterval(() => this.beat(), BEAT_MS) : undefined;
  }

  /** Level, path and speed also change by what was heard; then everybody knows. */
  private settingsChanged(): void {
    const state = this.state();
    if (state && this.known && !(this.shows(this.known) && isSameSetting(state, this.known))) this.tellSoon();
  }

  private loaded(): void {
    const { known } = this;
    if (known && !this.peer.leads && this.shows(known)) this.move(known);
    else if (known) this.tellSoon();
    this.greet();
  }

  /** The time of a hidden window stood still: others know where the story is now. */
  private seen(): void {
    if (!document.hidden && !this.core.media.paused) this.say({ type: 'hello', from: this.peer.id });
  }

  private say(message: SyncMessage): void {
    // A channel has no target: it ends at the origin.
    // oxlint-disable-next-line unicorn/require-post-message-target-origin
    if (!this.listeners.signal.aborted) this.channel.postMessage({ form: FORM, ...message });
  }

  private sayState(state: SyncState, to?: string): void {
    this.say({ type: 'state', from: this.peer.id, to, ...this.peer.word, hidden: document.hidden, state });
  }

  private state(): SyncState | undefined {
    const { player, core } = this;
    const { media } = core;
    const { trace, moment, currentStep: step } = media;
    if (!trace || !moment || !step) return undefined;
    return {
      scenario: trace.scenario.id, source: this.source, level: player.level, path: { ...player.path }, rate: player.rate, moment,
      playing: media.paused ? 'no' : media.stepping ? 'step' : 'on',
      lasts: [step.actEnd - step.start, step.end - step.actEnd],
    };
  }

  // What it hears

  private heard(message: SyncMessage | undefined): void {
    // Another scenario, which is not to be had here, is told on the same channel: that is no concern of this player.
    if (!message || (message.type === 'state' && !this.isWanted(message.state))) return;
    const before = this.peer.peers;
    const verdict = this.peer.hear(message);
    if (verdict === 'answer') this.answer(message.from);
    if (message.type === 'state' && verdict === 'follow') this.follow(message.state);
    if (message.type === 'state' && verdict === 'correct') this.correct(message.state);
    if (this.peer.peers !== before) this.player.dispatchEvent(new Event('hopline-peers-change'));
  }

  private isWanted({ scenario, source }: SyncState): boolean {
    const { scenarios, trace } = this.player;
    return trace !== undefined && (trace.scenario.id === scenario || scenarios.some(({ id }) => id === source));
  }

  /** Its id among the player's scenarios; empty where there are none. */
  private get source(): string {
    return this.player.scenario || (this.player.scenarios[0]?.id ?? '');
  }

  /** Whether the player shows, or is about to show, the scenario of a state. Ids among `scenarios` hold where both have them. */
  private shows({ scenario, source }: SyncState): boolean {
    const { scenarios, trace } = this.player;
    return scenarios.some(({ id }) => id === source) ? this.source === source : trace?.scenario.id === scenario;
  }

  private answer(to: string): void {
    const state = this.state();
    if (!state) return;
    this.peer.answer();
    this.known ??= state;
    this.sayState(state, to);
  }

  private follow(state: SyncState): void {
    clearTimeout(this.joining);
    this.lead(false);
    if (!this.player.dispatchEvent(new FollowEvent(state))) return;
    this.known = state;
    if (this.takeSettings(state)) void this.player.updateComplete.then(() => this.known === state && this.move(state));
    else this.move(state);
  }

  /** Whether anything of it was different here: then it is shown with the next update. */
  private takeSettings(state: SyncState): boolean {
    const { player } = this;
    const isOther = !this.shows(state);
    if (!isOther && isSameSetting(state, this.state() ?? state)) return false;
    this.unheard(() => {
      if (isOther) player.scenario = state.source;
      Object.assign(player, { level: state.level, path: state.path, rate: state.rate });
    });
    return true;
  }

  /** Goes where a state says, and does what is done there. A scenario that is still loaded comes here again. */
  private move(state: SyncState): void {
    const { media } = this.core;
    const { trace } = media;
    if (!trace || trace.scenario.id !== state.scenario) return;
    const isDoing = !media.paused && state.playing === (media.stepping ? 'step' : 'on');
    if (isDoing) return this.correct(state);
    this.unheard(() => {
      if (state.playing === 'no' && !media.paused) media.pause();
      const target = timeAt(trace, state.moment);
      if (target !== media.time) media.seek(target);
      this.play(state);
    });
    this.steer(state, 0);
  }

  private play({ playing }: SyncState): void {
    if (playing === 'step') this.core.media.finishStep();
    if (playing === 'on') void this.player.play().catch(() => undefined);
  }

  /** The one that leads says again where it is. */
  private correct(state: SyncState): void {
    const { media } = this.core;
    if (!media.trace || media.trace.scenario.id !== state.scenario) return;
    this.known = state;
    const correction = correctionOf(media.trace, media, state);
    if (correction.type !== 'go') return this.steer(state, correction.type === 'ease' ? correction.by : 0);
    this.unheard(() => {
      if (state.playing === 'no') media.pause();
      media.seek(correction.time);
      // A seek beyond a single step's end has taken its stop away.
      if (media.paused || state.playing === 'step') this.play(state);
    });
    this.steer(state, 0);
  }

  private steer(state: SyncState, by: number): void {
    const { media } = this.core;
    const course = new Course(state, by);
    media.clock.guide = media.paused || this.peer.leads ? undefined : (seconds) => course.told(seconds, media.currentStep, media.time);
  }

  private unheard(move: () => void): void {
    this.quiet++;
    try {
      move();
    } finally {
      this.quiet--;
    }
  }
}

function isSameSetting(one: SyncState, other: SyncState): boolean {
  return one.level === other.level && one.rate === other.rate && pathText(one) === pathText(other);
}

function pathText({ path }: SyncState): string {
  return JSON.stringify(Object.entries(path).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Pages that came by plain http have no `randomUUID`. */
function newId(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('');
}
