import type { PropertyValues } from 'lit';
import type { Moment, StepMark } from '../compile/trace.ts';
import type { Theme, ThemeName } from '../look/tokens.ts';
import type { MapLayout } from '../layout/types.ts';
import type { Scenario } from '../scenario/model.ts';
import type { Hit, ViewerLayer } from '../stage/stage.ts';
import { panesFor } from '../stage/panes.ts';
import { RafClock } from '../timeline/raf-clock.ts';
import { Announcer } from './announcer.ts';
import { answer } from './answer-request.ts';
import { FrameDrawings } from './frame-drawings.ts';
import type { HoplinePlayer } from './hopline-player.ts';
import { belongsToFocus, requestForKey } from './keyboard-controller.ts';
import { LoadController, NETWORK, READY, type LoadHost } from './load-controller.ts';
import { fetchDiagnostic } from './load-scenario.ts';
import { MediaEvents } from './media-events.ts';
import { messagesIn, type Messages } from './messages.ts';
import { PageTheme } from './page-theme.ts';
import { PlaybackController, type PlaybackHost } from './playback-controller.ts';
import { languageAt, offeredLanguage } from './player-attributes.ts';
import { StepChangeEvent, type StepChangeReason } from './player-events.ts';
import { buildScene, type PlayerScene } from './player-scene.ts';
import type { PlayerLayout } from './player-template.ts';
import { PointerController, type PointerHost } from './pointer-controller.ts';
import { PreferencesController } from './preferences-controller.ts';
import { PresenterController } from './presenter-controller.ts';
import { REQUEST_EVENT, type Panel, type PlayerRequest, type PlayerRequestEvent, type PlayerView, type Selection } from './requests.ts';
import { inlineSource, type ScenarioSource } from './scenario-source.ts';
import { StageController, type Drawing, type StageHost } from './stage-controller.ts';
import { TimeDisplays } from './time-displays.ts';
import type { UiState } from './ui-state.ts';

/** Where a story is to start that is not loaded yet. */
export type Start = { readonly time: number } | { readonly moment: Moment } | { readonly step: string };

/** Narrower players stand like a phone. CSS px. */
const NARROW = 640;
const VARIANT = ['level', 'path', 'lang', 'pace'] as const;
const TOLD_CHANGES = ['level', 'path', 'lang', 'view', 'theme', 'captions'] as const;

/** Holds the player's controllers together: what one of them notices, the others learn from here. */
export class PlayerCore implements PlaybackHost, LoadHost, StageHost, PointerHost {
  readonly events: MediaEvents;
  readonly media: PlaybackController;
  readonly loader: LoadController;
  readonly stage: StageController;
  readonly presenter: PresenterController;
  /** What is shown; stays when a load fails. */
  scene: PlayerScene | undefined;
  panel: Panel = 'none';
  selection: Selection | undefined;
  presenting = false;
  help = false;
  /** The last load's errors were put away by the viewer. */
  dismissed = false;

  private readonly element: HoplinePlayer;
  private readonly preferences: PreferencesController;
  private readonly pointer: PointerController;
  private readonly announcer: Announcer;
  private readonly drawings = new FrameDrawings();
  private readonly pageTheme = new PageTheme();
  private readonly displays: TimeDisplays;
  private map: MapLayout | undefined;
  private begin: Start | undefined;
  private hover: Hit | null = null;
  /** The step whose still stands in for the instant: a poster, or where a link leads. */
  private stillOf: number | undefined;
  private size = { width: 0, height: 0 };
  private narrow = false;
  private started = false;
  /** The viewer's own camera is not at rest. */
  moved = false;

  constructor(element: HoplinePlayer) {
    this.element = element;
    this.events = new MediaEvents(element);
    this.media = new PlaybackController(this, this.events, new RafClock());
    this.loader = new LoadController(this, this.events);
    this.stage = new StageController(this);
    this.pointer = new PointerController(this);
    this.preferences = new PreferencesController(element, () => this.preferencesChanged());
    this.presenter = new PresenterController(element, () => this.fullscreenChanged());
    this.announcer = new Announcer(() => element.renderRoot?.querySelector('.live') ?? null);
    this.displays = new TimeDisplays(element);
    element.addEventListener(REQUEST_EVENT, this.onRequest as EventListener);
    element.addEventListener('keydown', this.onKey as EventListener);
  }

  // The element's life

  connected(): void {
    this.presenter.connect();
    if (this.element.hasUpdated) this.attach();
  }

  /** A player that is only moved is connected again at once, and then nothing has happened. */
  disconnected(): void {
    this.stage.disconnect();
    this.pointer.disconnect();
    this.presenter.disconnect();
    this.announcer.stop();
    queueMicrotask(() => {
      if (this.element.isConnected) return;
      this.media.pause();
      this.drawings.dispose();
    });
  }

  willUpdate(changed: PropertyValues<HoplinePlayer>): void {
    if (changed.has('rate')) this.media.rate = this.element.rate;
    if (changed.has('loop')) this.media.loop = this.element.loop;
    if (VARIANT.some((name) => changed.has(name))) this.refreshVariant();
  }

  updated(changed: PropertyValues<HoplinePlayer>): void {
    if (!this.started) this.attach();
    this.applySettings();
    this.displays.show(this.media.time);
    if (!this.started || changed.has('src') || changed.has('scenario') || changed.has('scenarios')) this.loadIfNamed();
    else if (changed.has('step') && this.element.step) this.showStep(this.element.step);
    if (this.started && TOLD_CHANGES.some((name) => changed.has(name))) this.element.dispatchEvent(new Event('hopline-view-change'));
    if (changed.has('motion')) this.stage.invalidate();
    this.started = true;
  }

  // Loading

  /** Loads what the properties name. Resolves when it is shown or has failed. */
  load(keep: boolean): Promise<void> {
    if (!keep) this.media.stop();
    this.dismissed = false;
    return this.loader.load(this.source(), keep);
  }

  get messages(): Messages {
    return messagesIn(this.lang);
  }

  get hasScene(): boolean {
    return this.scene !== undefined;
  }

  scenarioLoaded(scenario: Scenario, map: MapLayout, keep: boolean): void {
    this.map = map;
    const scene = this.build(scenario, map);
    const before = this.scene;
    this.scene = scene;
    this.stillOf = undefined;
    if (keep && before) this.media.swap(scene.trace);
    else this.media.start(scene.trace);
    if (this.selection && (!keep || this.selection.kind === 'message')) this.select(undefined);
    this.stage.setScene(scene);
  }

  loadChanged(): void {
    this.element.requestUpdate();
  }

  loadFinished(keep: boolean): void {
    if (!keep) this.goToBeginning();
    if (!keep && this.element.autoplay) void this.media.play().catch(() => undefined);
    this.media.playIfWanted();
  }

  play(): Promise<void> {
    if (this.loader.networkState === NETWORK.NO_SOURCE && !this.scene) {
      return Promise.reject(new DOMException(this.loader.error?.message ?? 'There is nothing to play.', 'NotSupportedError'));
    }
    return this.media.play();
  }

  /** Goes there, or starts there once something is loaded. */
  startOrGo(start: Start): void {
    if (this.loader.readyState === READY.NOTHING || !this.scene) this.begin = start;
    else if ('time' in start) this.media.seek(start.time);
    else if ('moment' in start) this.media.goTo(start.moment);
    else this.showStep(start.step);
  }

  // What the transport tells

  get still(): boolean {
    const { motion } = this.element;
    return motion === 'reduced' || (motion === 'auto' && this.preferences.reducedMotion);
  }

  timeChanged(ticking: boolean): void {
    this.stillOf = undefined;
    this.displays.show(this.media.time);
    if (!ticking) this.stage.invalidate();
    // Stills change with the step only.
    else if (!this.still) this.stage.drawNow();
  }

  stepChanged(reason: StepChangeReason, previous: StepMark | undefined): void {
    const { currentStep } = this.media;
    if (this.still) this.stage.invalidate();
    this.element.requestUpdate();
    this.events.run(() => this.element.dispatchEvent(new StepChangeEvent(currentStep, previous, reason)));
    if (currentStep && this.element.announce === 'steps' && (reason === 'play' || reason === 'seek')) this.announcer.say(`${currentStep.number}. ${currentStep.say}`);
  }

  transportChanged(): void {
    this.element.requestUpdate();
  }

  // What the stage asks

  drawing(): Drawing | undefined {
    if (!this.scene) return undefined;
    const { trace } = this.scene;
    const still = this.stillOf ?? (this.still ? this.media.currentStep?.index : undefined);
    return this.drawings.at(trace, this.media.time, still, this.viewer());
  }

  stageFailed(error: unknown): void {
    this.loader.failDrawing(error);
  }

  stageResized(width: number, height: number): void {
    this.size = { width, height };
    const narrow = this.element.clientWidth < NARROW;
    // Inside an observer nothing may change what it observes; the next frame may.
    if (narrow !== this.narrow) requestAnimationFrame(() => this.element.requestUpdate());
    else this.element.requestUpdate();
    this.narrow = narrow;
  }

  stageDrawn(): void {}

  hitTest(x: number, y: number): Hit | null {
    return this.stage.hitTest(x, y);
  }

  // What hands do

  hovered(hit: Hit | null): void {
    if (hit?.kind === this.hover?.kind && hit?.id === this.hover?.id) return;
    this.hover = hit;
    this.place?.toggleAttribute('data-hot', hit !== null && this.element.controls);
    this.stage.invalidate();
  }

  clicked(hit: Hit | null): void {
    if (!this.element.controls || this.presenting) return;
    if (!hit) return this.select(undefined);
    if (hit.kind === 'node') this.select({ kind: 'node', id: String(hit.id) });
    else if (hit.kind === 'message') this.select({ kind: 'message', index: Number(hit.id) });
    else this.select(this.messageOn(String(hit.id)));
  }

  pan(dx: number, dy: number, atX: number, atY: number): void {
    this.moved = true;
    this.stage.pan(dx, dy, atX, atY);
  }

  zoom(x: number, y: number, factor: number): void {
    this.moved = true;
    this.stage.zoom(x, y, factor);
  }

  /** Zooms around the stage's middle, for keys. */
  zoomMiddle(factor: number): void {
    this.zoom(this.size.width / 2, this.size.height / 2, factor);
  }

  resetCamera(): void {
    this.moved = false;
    this.stage.resetCamera();
  }

  /** The sequence scrolls under the wheel; the map leaves it to the page. */
  scrolls(x: number, y: number): boolean {
    const { sequence } = panesFor(this.view, this.size, 1);
    return sequence !== undefined && x >= sequence.x && y >= sequence.y;
  }

  /** Chooses a component or message: it is marked in the picture and told in the inspector. */
  select(selection: Selection | undefined): void {
    this.selection = selection;
    if (selection && this.panel === 'none') this.panel = 'inspector';
    if (!selection && this.panel === 'inspector') this.panel = 'none';
    this.stage.invalidate();
    this.element.requestUpdate();
  }

  /** Enters or leaves the presenter mode. */
  async present(on: boolean): Promise<void> {
    this.presenting = on;
    this.presenter.keepAwake(on);
    this.element.requestUpdate();
    this.element.dispatchEvent(new Event('hopline-view-change'));
    this.element.focus({ preventScroll: true });
    await this.presenter.setFullscreen(on);
  }

  // What is shown

  /** The language that is asked for; the scenario may not have it. */
  get lang(): string {
    return this.element.lang || languageAt(this.element);
  }

  /** The view there is room for. */
  get view(): PlayerView {
    const { view } = this.element;
    return view === 'split' ? panesFor('split', this.size, 1).view : view;
  }

  get views(): readonly PlayerView[] {
    return panesFor('split', this.size, 1).view === 'split' || this.size.width === 0 ? ['map', 'sequence', 'split'] : ['map', 'sequence'];
  }

  /** The levels that look different, and which of them is shown. */
  get level(): number {
    return this.scene?.trace.scenario.levels.findLast((level) => level <= this.element.level) ?? 1;
  }

  get captionsShown(): boolean {
    const { captions, controls } = this.element;
    return this.presenting ? captions !== 'off' : captions === 'on' || (captions === 'auto' && controls);
  }

  ui(): UiState {
    const { element, media, loader, scene } = this;
    const trace = scene?.trace;
    return {
      t: this.messages, trace, step: media.currentStep, names: scene?.names ?? [], lang: trace?.variant.lang ?? this.lang, level: this.level,
      view: this.view, views: this.views, theme: element.theme, paused: media.paused, ended: media.ended, rate: element.rate, loop: element.loop,
      captions: this.captionsShown, panel: this.panel, selection: this.selection, presenter: this.presenting, fullscreen: this.presenter.fullscreen,
      help: this.help, loading: loader.loading, problems: this.dismissed ? [] : (loader.error?.diagnostics ?? []),
      scenarios: element.scenarios, scenarioId: element.scenario || (element.scenarios[0]?.id ?? ''),
    };
  }

  layout(): PlayerLayout {
    const { controls, poster } = this.element;
    const isAddress = /^[/.]|[.:]/.test(poster);
    return { controls, narrow: this.narrow, themeName: this.themeName, poster: isAddress ? poster : '', focusable: controls || this.presenting };
  }

  private get themeName(): ThemeName {
    const { theme } = this.element;
    return theme === 'auto' ? this.preferences.theme : theme;
  }

  private get place(): HTMLElement | null {
    return this.element.renderRoot?.querySelector<HTMLElement>('.place') ?? null;
  }

  private attach(): void {
    const { place, element } = this;
    const area = element.renderRoot.querySelector<HTMLElement>('.stage');
    if (!place || !area) return;
    this.applySettings();
    this.stage.connect(place);
    this.pointer.connect(area);
    if (this.started) return;
    element.renderRoot.addEventListener(REQUEST_EVENT, this.onRequest);
    element.renderRoot.querySelector('slot:not([name])')?.addEventListener('slotchange', () => {
      if (this.loader.networkState === NETWORK.EMPTY) this.loadIfNamed();
    });
  }

  private applySettings(): void {
    const theme: Theme = this.pageTheme.read(this.element, this.themeName);
    this.stage.setSettings({ theme, view: this.view, renderer: this.element.renderer });
  }

  private loadIfNamed(): void {
    if (this.source() || this.loader.networkState !== NETWORK.EMPTY) void this.load(false);
  }

  private source(): ScenarioSource | ReturnType<typeof fetchDiagnostic> | undefined {
    const { scenarios, scenario, src } = this.element;
    if (scenarios.length > 0) {
      const known = scenarios.map(({ id }) => id);
      return scenarios.find(({ id }) => id === scenario) ?? (scenario ? fetchDiagnostic({ kind: 'unknown-scenario', address: scenario, known }, this.messages) : scenarios[0]);
    }
    return src ? { id: '', src } : inlineSource(this.element);
  }

  private goToBeginning(): void {
    const start = this.begin ?? (this.element.step ? { step: this.element.step } : undefined);
    this.begin = undefined;
    if (start) return this.startOrGo(start);
    const poster = this.scene?.trace.steps.find(({ id }) => id === this.element.poster);
    if (!poster) return;
    this.stillOf = poster.index;
    this.stage.invalidate();
  }

  /** Goes to a step (id, or number from 1) and shows its still until something moves. */
  private showStep(which: string): void {
    const step = this.scene?.trace.steps.find(({ id, number }) => id === which || String(number) === which);
    const moment: Moment = { step: step?.id ?? which, part: 'act', fraction: 0 };
    this.media.goTo(moment);
    this.stillOf = this.media.currentStep?.index;
    this.stage.invalidate();
  }

  private build(scenario: Scenario, map: MapLayout): PlayerScene {
    const { level, path, pace } = this.element;
    return buildScene(scenario, map, { level, path, pace, lang: offeredLanguage(this.lang, scenario.languages) });
  }

  private refreshVariant(): void {
    const { scene, map } = this;
    if (!scene || !map) return;
    const next = this.build(scene.trace.scenario, map);
    if (JSON.stringify(next.trace.variant) === JSON.stringify(scene.trace.variant)) return;
    this.scene = next;
    const still = this.stillOf !== undefined;
    this.media.swap(next.trace);
    if (still) this.stillOf = this.media.currentStep?.index;
    if (this.selection?.kind === 'message') this.select(undefined);
    this.stage.setScene(next);
  }

  private viewer(): ViewerLayer {
    const { hover, selection } = this;
    const selected: Hit | undefined = selection && (selection.kind === 'node' ? selection : { kind: 'message', id: selection.index });
    return { ...(hover && this.element.controls && { hover }), ...(selected && { selected }) };
  }

  /** The last message on an edge that has started, so that a press on a line tells what went along it. */
  private messageOn(edge: string): Selection | undefined {
    const { time } = this.media;
    const message = this.scene?.trace.messages.findLast((candidate) => candidate.edge === edge && candidate.start <= time);
    return message && { kind: 'message', index: message.index };
  }

  private preferencesChanged(): void {
    this.stage.invalidate();
    this.element.requestUpdate();
  }

  private fullscreenChanged(): void {
    // Who leaves full screen by Escape has finished presenting.
    if (this.presenting && !this.presenter.fullscreen) void this.present(false);
    this.element.requestUpdate();
  }

  private readonly onRequest = (event: Event): void => {
    event.stopPropagation();
    answer(this, this.element, (event as PlayerRequestEvent).detail);
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !(this.element.controls || this.presenting) || belongsToFocus(event)) return;
    const asked: PlayerRequest | undefined = requestForKey(event, {
      time: this.media.time, duration: this.scene?.trace.duration ?? 0, paused: this.media.paused, rate: this.element.rate, view: this.view, views: this.views,
      level: this.level, levels: this.scene?.trace.scenario.levels ?? [], captionsShown: this.captionsShown, panel: this.panel,
      presenting: this.presenting, selected: this.selection !== undefined,
    });
    if (!asked) return;
    event.preventDefault();
    event.stopPropagation();
    answer(this, this.element, asked);
  };
}
