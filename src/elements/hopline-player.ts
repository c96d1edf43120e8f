import type { CSSResultGroup, PropertyDeclaration, PropertyValues, TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Moment, StepMark, Trace } from '../compile/trace.ts';
import type { Diagnostic } from '../scenario/diagnostic.ts';
import type { Lang } from '../shared/text.ts';
import { VERSION } from '../shared/version.ts';
import type { Stage } from '../stage/stage.ts';
import { playerStyles } from './hopline-player.styles.ts';
import type { paintSteps } from './paint-steps.ts';
import { numberAttribute, pathAttribute, wordAttribute, type ChoicePath } from './player-attributes.ts';
import { PlayerCore } from './player-core.ts';
import type { PlayerError } from './player-error.ts';
import type { HoplinePlayerEventMap, MediaEventName, StepChangeEvent } from './player-events.ts';
import { playerTemplate } from './player-template.ts';
import type { PlayerTheme, PlayerView } from './requests.ts';
import type { ScenarioSource } from './scenario-source.ts';
import { TextTracks } from './text-tracks.ts';
import { SyncProperties } from './sync/sync-properties.ts';
import { themeStyles } from './theme-styles.ts';
import { PlayerTimeRanges } from './time-ranges.ts';
import type { PlayerTrackList } from './track-list.ts';

const VIEWS = ['map', 'sequence', 'split'] as const;
const NAMES = ['auto', 'dark', 'light', 'contrast'] as const;
const MOTIONS = ['auto', 'full', 'reduced'] as const;
const CAPTIONS = ['auto', 'on', 'off'] as const;
const RENDERERS = ['canvas', 'webgl'] as const;
const ANNOUNCE = ['steps', 'off'] as const;

/** Attributes that hold configuration are written back, but not before someone sets them. */
const kept = { reflect: true, useDefault: true } as const;

/**
 * Plays a scenario: an animated map, a sequence diagram, or both. Names, defaults and order of events are `HTMLMediaElement`'s wherever
 * media elements have them; times are seconds of the current variant. Its own axis are steps.
 *
 * @slot - a scenario as `<script type="application/yaml">`; what else stands there is for browsers without scripts
 * @slot poster - a picture over the player until the first one of its own is drawn, and in place of the player where no script runs
 * @slot transcript - the story as text, under the player; in browsers without scripts too
 * @slot start - in the header before the title
 * @slot end - in the header at the other end
 * @slot keys - keys of the page's own for the help, as `<dt>` and `<dd>`
 * @csspart root - everything
 * @csspart stage - the place of the picture
 * @csspart header - the line over the picture
 * @csspart panel - the column of steps, layers or inspector
 * @csspart caption - the narration's box
 * @csspart caption-number - the number of the step in it
 * @csspart caption-narration - the text in it
 * @csspart scrubber - the timeline
 * @csspart scrubber-track - the line of its segments
 * @csspart scrubber-thumb - its handle
 * @csspart controls - the line under the timeline
 * @csspart messages - what is wrong with the scenario
 * @csspart ticks - the timeline of the presenter mode
 * @cssproperty {<color>} --hopline-page - ground of the picture and the player
 * @cssproperty {<color>} --hopline-card - ground of a component
 * @cssproperty {<color>} --hopline-frame - rim of what rests
 * @cssproperty {<color>} --hopline-line - resting edges
 * @cssproperty {<color>} --hopline-text - text
 * @cssproperty {<color>} --hopline-quiet - text of second rank
 * @cssproperty {<color>} --hopline-failure - what failed
 * @cssproperty {<color>} --hopline-clients - accent of clients
 * @cssproperty {<color>} --hopline-control-plane - accent of what decides, of what has the focus and of what is chosen
 * @cssproperty {<color>} --hopline-worker - accent of what does the work
 * @cssproperty {<color>} --hopline-networking - accent of what connects
 * @cssproperty {<color>} --hopline-storage - accent of what keeps
 * @cssproperty {<color>} --hopline-observability - accent of what watches
 * @cssproperty {<color>} --hopline-neutral - accent of everything else
 * @cssproperty --hopline-font - font family of the controls
 * @fires {StepChangeEvent} hopline-step-change - another step is the current one; bubbles and leaves shadow trees
 * @fires {Event} hopline-view-change - level, path, language, view, theme, captions or presenter mode are others
 * @fires {FollowEvent} hopline-follow - a player in another window was acted on (see `sync`), and this one is about to follow; cancelled, it stays as it is
 * @fires {Event} hopline-peers-change - more or fewer players are in step with this one
 * @fires {Event} loadstart - looks for a scenario
 * @fires {Event} durationchange - the length is known, or another one with the variant
 * @fires {Event} loadedmetadata - steps and length are known
 * @fires {Event} loadeddata - the picture can be drawn
 * @fires {Event} canplay - it can play
 * @fires {Event} canplaythrough - it can play to its end
 * @fires {Event} play - is no longer paused
 * @fires {Event} playing - plays, after a pause or a load
 * @fires {Event} waiting - wants to play and has nothing loaded yet
 * @fires {Event} pause - is paused
 * @fires {Event} seeking - another time was asked for
 * @fires {Event} seeked - that time is shown
 * @fires {Event} timeupdate - the time has moved, four times a second while it plays
 * @fires {Event} ratechange - another speed
 * @fires {Event} volumechange - another volume, or muted
 * @fires {Event} ended - has come to its end
 * @fires {Event} emptied - a new load has begun, and forgets the last
 * @fires {Event} abort - a load was broken off by another one
 * @fires {Event} error - could not be loaded or drawn; see `error`
 */
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging
export class HoplinePlayer extends SyncProperties {
  /** The version of Hopline that this class is of. */
  static readonly version: string = VERSION;
  /** @internal The pictures of a player's steps, for plugins of decks: they may be files of their own. */
  static readonly paintSteps: typeof paintSteps = async (...order) => (await import('./paint-steps.ts')).paintSteps(...order);
  static override styles: CSSResultGroup = [themeStyles, playerStyles];

  /** Address of a scenario, relative to the page. */
  @property({ ...kept }) src = '';
  /** Which of `scenarios` is shown, by its id; the first where it is empty. */
  @property({ ...kept }) scenario = '';
  /** Several scenarios to choose from; they come before `src`. */
  @property({ attribute: false }) scenarios: readonly ScenarioSource[] = [];
  /** Option by choice; what is not in here is at its default. */
  @property({ ...kept, converter: pathAttribute }) path: ChoicePath = {};
  /** Language of content and interface; empty: that of the page around. */
  @property({ ...kept }) override lang: Lang = '';
  /** `auto` follows the viewer's system. */
  @property({ ...kept, converter: wordAttribute(NAMES, 'auto') }) theme: PlayerTheme = 'auto';
  /** The map, the sequence diagram, or both side by side where there is room. */
  @property({ ...kept, converter: wordAttribute(VIEWS, 'map') }) view: PlayerView = 'map';
  /** 1 concept, 2 real connections, 3 in depth. */
  @property({ ...kept, converter: numberAttribute(1, 1, 99) }) level = 1;
  /** Header, timeline, buttons and keys; without them there is the stage alone. */
  @property({ type: Boolean, reflect: true }) controls = false;
  /** Plays as soon as it is loaded; with `loop`, give it `controls` or a button of your own that pauses it. */
  @property({ type: Boolean, reflect: true }) autoplay = false;
  /** Begins again at its end. */
  @property({ type: Boolean, reflect: true }) loop = false;
  /** The step whose still is shown first: its id, or its number from 1. */
  @property({ ...kept }) step = '';
  /** Playback speed, 0.25–4. */
  @property({ ...kept, converter: numberAttribute(1, 0.25, 4) }) rate = 1;
  /** What is shown before the first play: the still of a step (by its id), or while nothing is loaded an image (by its address). */
  @property({ ...kept }) poster = '';
  /** `reduced` shows steps as stills; `auto` follows the viewer's system. */
  @property({ ...kept, converter: wordAttribute(MOTIONS, 'auto') }) motion: 'auto' | 'full' | 'reduced' = 'auto';
  /** `auto`: shown where there are controls. */
  @property({ ...kept, converter: wordAttribute(CAPTIONS, 'auto', 'on') }) captions: 'auto' | 'on' | 'off' = 'auto';
  /** Multiplies the time for reading; 0 switches it off. */
  @property({ ...kept, converter: numberAttribute(1, 0, 10) }) pace = 1;
  /** What draws. Where nothing is said, WebGL is taken only for thousands of messages at once, on a graphics card. */
  @property({ ...kept, converter: wordAttribute(RENDERERS, 'canvas') }) renderer: 'canvas' | 'webgl' = 'canvas';
  /** `off` keeps the live region silent where a deck of slides speaks itself. */
  @property({ ...kept, converter: wordAttribute(ANNOUNCE, 'steps') }) announce: 'steps' | 'off' = 'steps';

  protected override readonly core = new PlayerCore(this);
  private tracks: TextTracks | undefined;

  // What media elements have

  /** Seconds; setting it seeks. */
  get currentTime(): number {
    return this.core.media.time;
  }

  set currentTime(seconds: number) {
    if (!Number.isFinite(seconds)) throw new TypeError(`currentTime must be a finite number of seconds, not ${seconds}.`);
    this.core.start.goTo({ time: seconds });
  }

  /** Seconds of this variant; NaN while nothing is loaded. */
  get duration(): number {
    return this.trace?.duration ?? Number.NaN;
  }

  /** Does not play, and was not asked to. */
  get paused(): boolean {
    return this.core.media.paused;
  }

  /** Stands at its end and does not loop. */
  get ended(): boolean {
    return this.core.media.ended;
  }

  /** Is on its way to another time. */
  get seeking(): boolean {
    return this.core.media.seeking;
  }

  /** The same as `rate`; outside 0.25–4 it throws. */
  get playbackRate(): number {
    return this.rate;
  }

  set playbackRate(rate: number) {
    if (!(rate >= 0.25 && rate <= 4)) throw new DOMException(`playbackRate must be from 0.25 to 4, not ${rate}.`, 'NotSupportedError');
    this.rate = rate;
    this.core.media.rate = rate;
  }

  /** 0 nothing … 4 all is there, as of `HTMLMediaElement`. */
  get readyState(): number {
    return this.core.loader.readyState;
  }

  /** 0 empty, 1 idle, 2 loading, 3 no source. */
  get networkState(): number {
    return this.core.loader.networkState;
  }

  /** Why the last load failed; null when it did not. */
  get error(): PlayerError | null {
    return this.core.loader.error;
  }

  /** The address of what was loaded, in full; empty where it came without one. */
  get currentSrc(): string {
    return this.src && this.scenarios.length === 0 && this.networkState !== this.NETWORK_EMPTY ? new URL(this.src, document.baseURI).href : '';
  }

  /** Everything, as soon as it is loaded. */
  get buffered(): PlayerTimeRanges {
    return new PlayerTimeRanges(this.trace ? [[0, this.trace.duration]] : []);
  }

  /** Everything, as soon as it is loaded. */
  get seekable(): PlayerTimeRanges {
    return this.buffered;
  }

  /** What was played so far of this variant. */
  get played(): PlayerTimeRanges {
    return new PlayerTimeRanges(this.core.media.played);
  }

  /** For controls of your own: a caption track for each language (`showing` shows the player's narration in it), and the chapters. Made when first asked for. */
  get textTracks(): PlayerTrackList {
    return (this.tracks ??= new TextTracks(this, this.core)).list;
  }

  /** Resolves when it plays; rejects when a pause or a new load comes before, or there is nothing to play. */
  async play(): Promise<void> {
    await this.core.play();
  }

  /** Stops where it is. */
  pause(): void {
    this.core.media.pause();
  }

  /** Loads anew from the beginning. What was shown stays until the new one is there. */
  load(): void {
    void this.core.load(false);
  }

  /** Loads a changed file: moment, variant and whether it plays stay. Resolves when it is shown or has failed (see `error`). */
  reload(): Promise<void> {
    return this.core.load(true);
  }

  /** The same as setting `currentTime`. */
  fastSeek(seconds: number): void {
    this.currentTime = seconds;
  }

  // Steps

  /** The visible steps of this variant, in order. */
  get steps(): readonly StepMark[] {
    return this.trace?.steps ?? [];
  }

  /** The step that the time is in; undefined while nothing is loaded. */
  get currentStep(): StepMark | undefined {
    return this.core.media.currentStep;
  }

  /** Where the story is, in a form that survives other levels, paths and languages; undefined while nothing is loaded. */
  get moment(): Moment | undefined {
    return this.core.media.moment;
  }

  set moment(moment: Moment | undefined) {
    if (moment) this.goToMoment(moment);
  }

  /** Goes to a moment; before anything is loaded, it is where the story will start. */
  goToMoment(moment: Moment): void {
    this.core.start.goTo({ moment });
  }

  /** Plays exactly one step; a second call completes it at once. In free play, goes to the next step. */
  next(): void {
    this.core.media.next();
  }

  /** To the step's start; within its first second to the step before. */
  previous(): void {
    this.core.media.previous();
  }

  /** To the start of a step, by its id or its index; false where there is no such step at this level. */
  goToStep(step: string | number): boolean {
    return this.core.media.goToStep(step);
  }

  // More of the player's own

  /** What is shown, compiled; undefined while nothing is loaded. */
  get trace(): Trace | undefined {
    return this.core.scene?.trace;
  }

  /** Errors and warnings of the last load. */
  get diagnostics(): readonly Diagnostic[] {
    return this.core.loader.diagnostics;
  }

  /** Stage and caption alone, the screen kept awake, keys of presenter remotes. */
  get presenting(): boolean {
    return this.core.presenting;
  }

  /** Enters or leaves the presenter mode; resolves when the screen is full, or may not be. */
  async present(on = true): Promise<void> {
    await this.core.present(on);
  }

  /** @internal For tests: the stage, once it was seen. */
  get stage(): Stage | undefined {
    return this.core.stage.current;
  }

  /** @internal For tests and benches: how often a picture was drawn. */
  get draws(): number {
    return this.core.stage.draws;
  }

  /** Puts the focus where the keys work. */
  override focus(options?: FocusOptions): void {
    this.renderRoot?.querySelector<HTMLElement>('.stage')?.focus(options);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.core.connected();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.core.disconnected();
  }

  override requestUpdate(name?: PropertyKey, before?: unknown, options?: PropertyDeclaration): void {
    super.requestUpdate(name, before, options);
    // The core is not there yet while the first values are set.
    if (this.hasUpdated && (name === 'src' || name === 'scenario' || name === 'scenarios') && this[name] !== before) this.core.sourceNamed();
  }

  protected override tell(name: MediaEventName): void {
    this.core.events.queue(name);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.core.willUpdate(changed);
  }

  protected override updated(changed: PropertyValues<this>): void {
    this.core.updated(changed);
  }

  protected override render(): TemplateResult {
    return playerTemplate(this.core.ui(), this.core.layout());
  }
}

/** Typed listeners for the player's events. */
// The merging adds signatures only: the methods are EventTarget's.
// oxlint-disable-next-line typescript/no-unsafe-declaration-merging
export interface HoplinePlayer {
  addEventListener<K extends keyof HoplinePlayerEventMap>(
    type: K, listener: (this: HoplinePlayer, event: HoplinePlayerEventMap[K]) => unknown, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof HoplinePlayerEventMap>(
    type: K, listener: (this: HoplinePlayer, event: HoplinePlayerEventMap[K]) => unknown, options?: boolean | EventListenerOptions): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject | null, options?: boolean | EventListenerOptions): void;
}

// What a page in TypeScript has to name, for those who import the class.
export type { Moment, StepMark, Trace } from '../compile/trace.ts';
export type { Diagnostic } from '../scenario/diagnostic.ts';
export type { ChoicePath } from './player-attributes.ts';
export type { PlayerError } from './player-error.ts';
export type { FollowEvent, HoplinePlayerEventMap, StepChange, StepChangeEvent } from './player-events.ts';
export type { PlayerTheme, PlayerView } from './requests.ts';
export type { ScenarioSource } from './scenario-source.ts';

declare global {
  interface HTMLElementTagNameMap {
    'hopline-player': HoplinePlayer;
  }
  /** It bubbles: also those around a player hear it. */
  interface GlobalEventHandlersEventMap {
    'hopline-step-change': StepChangeEvent;
  }
}
