import type { StepMark } from '../compile/trace.ts';
import { loadFonts } from '../look/fonts.ts';
import type { Theme, ThemeName } from '../look/tokens.ts';
import type { MapLayout } from '../layout/types.ts';
import type { Scenario } from '../scenario/model.ts';
import { panesFor } from '../stage/panes.ts';
import { RafClock } from '../timeline/raf-clock.ts';
import { Announcer } from './announcer.ts';
import { FrameDrawings } from './frame-drawings.ts';
import { breath } from './in-slices.ts';
import { LayerChoice } from './layer-choice.ts';
import { LoadController, NETWORK, type LoadHost } from './load-controller.ts';
import { loadPanels } from './load-panels.ts';
import { MediaEvents } from './media-events.ts';
import { messagesIn, type Messages } from './messages.ts';
import { PageTheme } from './page-theme.ts';
import { askedRenderer } from './own-renderer.ts';
import { PlaybackController, type PlaybackHost } from './playback-controller.ts';
import { languageAt } from './player-attributes.ts';
import { StepChangeEvent, type StepChangeReason } from './player-events.ts';
import type { PlayerElement, PlayerInside } from './player-face.ts';
import type * as Scenes from './player-scene.ts';
import type { PlayerLayout } from './player-template.ts';
import { PointerController } from './pointer-controller.ts';
import { StageHands } from './stage-hands.ts';
import { StoryStart } from './story-start.ts';
import { PreferencesController } from './preferences-controller.ts';
import { PresenterController } from './presenter-controller.ts';
import { RequestListener } from './request-listener.ts';
import type { Panel, PlayerView, Selection } from './requests.ts';
import { namedSource } from './named-source.ts';
import { SceneKeeper } from './scene-keeper.ts';
import { warnOfEndlessMotion } from './endless-motion.ts';
import { StageController, type Drawing, type StageHost } from './stage-controller.ts';
import { TimeDisplays } from './time-displays.ts';
import { isAddress, uiOf } from './player-ui.ts';
import type { UiState } from './ui-state.ts';

/** Narrower players stand like a phone. CSS px. */
const NARROW = 640;
const VARIANT = ['level', 'path', 'lang', 'pace'] as const;
const TOLD_CHANGES = ['level', 'path', 'lang', 'view', 'theme', 'captions'] as const;

/** Holds the player's controllers together: what one of them notices, the others learn from here. */
export class PlayerCore implements PlayerInside, PlaybackHost, LoadHost, StageHost {
  readonly events: MediaEvents;
  readonly media: PlaybackController;
  readonly loader: LoadController;
  readonly stage: StageController;
  readonly presenter: PresenterController;
  readonly hands: StageHands;
  readonly start: StoryStart;
  readonly layers = new LayerChoice();
  panel: Panel = 'none';
  selection: Selection | undefined;
  presenting = false;
  help = false;
  /** The last load's errors were put away by the viewer. */
  dismissed = false;

  private readonly element: PlayerElement;
  private readonly preferences: PreferencesController;
  private readonly pointer: PointerController;
  private readonly announcer: Announcer;
  private readonly drawings = new FrameDrawings();
  private readonly pageTheme = new PageTheme();
  private readonly displays: TimeDisplays;
  private readonly keeper: SceneKeeper;
  private readonly requests: RequestListener;
  private narrow = false;
  private started = false;
  private panelsAsked = false;
  /** A load will begin with the next update. */
  private due = false;

  constructor(element: PlayerElement) {
    this.element = element;
    this.events = new MediaEvents(element);
    this.keeper = new SceneKeeper(element);
    this.media = new PlaybackController(this, this.events, new RafClock());
    this.loader = new LoadController(this, this.events);
    this.stage = new StageController(this);
    this.hands = new StageHands(element, this);
    this.start = new StoryStart(element, this);
    this.pointer = new PointerController(this.hands);
    this.preferences = new PreferencesController(element, () => this.preferencesChanged());
    this.presenter = new PresenterController(element, () => this.fullscreenChanged());
    this.announcer = new Announcer(() => element.renderRoot?.querySelector('.live') ?? null);
    this.displays = new TimeDisplays(element);
    this.requests = new RequestListener(element, this);
  }

  // The element's life

  connected(): void {
    this.presenter.connect(this.presenting);
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

  willUpdate(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (changed.has('rate')) this.media.rate = this.element.rate;
    if (changed.has('loop')) this.media.loop = this.element.loop;
    if (VARIANT.some((name) => changed.has(name))) this.refreshVariant();
  }

  updated(changed: ReadonlyMap<PropertyKey, unknown>): void {
    if (!this.started) this.attach();
    warnOfEndlessMotion(this.element);
    this.applySettings();
    this.displays.show(this.media.time);
    if (this.panel !== 'none' || this.help || this.loader.error) this.showPanels();
    // A load changes the state, and an update must not cause the next one.
    if (!this.started || changed.has('src') || changed.has('scenario') || changed.has('scenarios')) queueMicrotask(() => this.loadIfNamed());
    else if (changed.has('step') && this.element.step) this.start.showStep(this.element.step);
    if (this.started && TOLD_CHANGES.some((name) => changed.has(name))) this.element.dispatchEvent(new Event('hopline-view-change'));
    if (changed.has('motion')) this.stage.invalidate();
    this.started = true;
  }

  // Loading

  /** Loads what the properties name. Resolves when it is shown or has failed. */
  load(keep: boolean): Promise<void> {
    if (!keep) this.media.stop();
    return this.loadSource(keep);
  }

  /** Another source was named: what plays stops at once, the load follows with the update; a `play()` in between is for the new one. */
  sourceNamed(): void {
    this.due = true;
    this.media.stop();
  }

  /** What is shown; stays when a load fails. */
  get scene(): Scenes.PlayerScene | undefined {
    return this.keeper.scene;
  }

  get messages(): Messages {
    return messagesIn(this.lang);
  }

  get hasScene(): boolean {
    return this.scene !== undefined;
  }

  scenarioPlaced(scenes: typeof Scenes, scenario: Scenario, map: MapLayout): Promise<void> {
    return this.keeper.prepare(scenes, scenario, map, this.lang);
  }

  scenarioLoaded(scenario: Scenario, map: MapLayout, keep: boolean): void {
    const before = this.scene;
    const scene = this.keeper.take(scenario, map, this.lang);
    if (keep) this.layers.keepIn(scenario);
    else this.layers.reset();
    this.start.stillOf = undefined;
    if (keep && before) this.media.swap(scene.trace);
    else this.media.start(scene.trace);
    if (this.selection && (!keep || this.selection.kind === 'message')) this.select(undefined);
    this.stage.setScene(scene);
  }

  loadBegan(): void {
    this.element.playbackRate = this.element.usualRate ?? this.element.playbackRate;
  }

  loadChanged(): void {
    this.element.requestUpdate();
  }

  loadFinished(keep: boolean): void {
    if (!keep) this.start.begin();
    this.media.playIfWanted();
    if (!keep && this.element.autoplay) this.events.run(() => void this.media.play().catch(() => undefined));
  }

  play(): Promise<void> {
    if (this.loader.networkState === NETWORK.NO_SOURCE && !this.scene && !this.due) {
      return Promise.reject(new DOMException(this.loader.error?.message ?? 'There is nothing to play.', 'NotSupportedError'));
    }
    return this.media.play();
  }

  // What the transport tells

  get still(): boolean {
    const { motion } = this.element;
    return motion === 'reduced' || (motion === 'auto' && this.preferences.reducedMotion);
  }

  timeChanged(ticking: boolean): void {
    this.start.stillOf = undefined;
    this.displays.show(this.media.time);
    if (!ticking) this.stage.invalidate();
    // Stills change with the step only.
    else if (!this.still) this.stage.drawNow();
  }

  stepChanged(reason: StepChangeReason, previous: StepMark | undefined): void {
    const { currentStep } = this.media;
    this.hands.follow();
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
    const still = this.start.stillOf ?? (this.still ? this.media.currentStep?.index : undefined);
    return this.drawings.at(trace, this.media.time, still, this.hands.viewer(this.selection));
  }

  stageFailed(error: unknown): void {
    this.loader.failDrawing(error);
  }

  stageResized(width: number, height: number): void {
    this.hands.size = { width, height };
    this.fitSequence();
    const narrow = this.element.clientWidth < NARROW;
    // Inside an observer nothing may change what it observes; the next frame may.
    if (narrow !== this.narrow) requestAnimationFrame(() => this.element.requestUpdate());
    else this.element.requestUpdate();
    this.narrow = narrow;
  }

  stageDrawn(): void {
    if (this.panelsAsked) return;
    this.showPanels();
    this.element.requestUpdate();
  }

  /** Chooses a component or message: it is marked in the picture and told in the inspector. */
  select(selection: Selection | undefined): void {
    this.selection = selection;
    if (selection && this.panel === 'none') this.panel = 'inspector';
    if (!selection && this.panel === 'inspector') this.panel = 'none';
    this.stage.invalidate();
    this.element.requestUpdate();
  }

  /** The viewer has lit or hidden a layer. */
  layersChanged(): void {
    this.stage.invalidate();
    this.element.requestUpdate();
  }

  /** Enters or leaves the presenter mode. */
  async present(on: boolean): Promise<void> {
    this.presenting = on;
    this.presenter.keepAwake(on);
    this.element.requestUpdate();
    this.element.dispatchEvent(new Event('hopline-view-change'));
    // Asked for at once: the browser allows it only near the viewer's press.
    const filled = this.presenter.setFullscreen(on);
    await this.element.updateComplete;
    this.element.focus({ preventScroll: true });
    await filled;
  }

  // What is shown

  /** The language that is asked for; the scenario may not have it. */
  get lang(): string {
    return this.element.lang || languageAt(this.element);
  }

  /** The view there is room for. */
  get view(): PlayerView {
    const { view } = this.element;
    return view === 'split' ? panesFor('split', this.hands.size, 1).view : view;
  }

  get views(): readonly PlayerView[] {
    return panesFor('split', this.hands.size, 1).view === 'split' || this.hands.size.width === 0 ? ['map', 'sequence', 'split'] : ['map', 'sequence'];
  }

  /** The levels that look different, and which of them is shown. */
  get level(): number {
    return this.scene?.trace.scenario.levels.findLast((level) => level <= this.element.level) ?? 1;
  }

  get captionsShown(): boolean {
    const { captions, controls } = this.element;
    return this.presenting ? captions !== 'off' : captions === 'on' || (captions === 'auto' && controls);
  }

  /** What the parts show. */
  ui(): UiState {
    return uiOf(this, this.element);
  }

  layout(): PlayerLayout {
    const { controls, poster } = this.element;
    const shown = this.panelsAsked || this.loader.error !== null;
    const waiting = !shown && this.loader.networkState !== NETWORK.EMPTY;
    return { controls, narrow: this.narrow, themeName: this.themeName, poster: isAddress(poster) ? poster : '', focusable: controls || this.presenting, shown, waiting };
  }

  private get themeName(): ThemeName {
    const { theme } = this.element;
    return theme === 'auto' ? this.preferences.theme : theme;
  }

  /** They come after the first picture, or when one of them is asked for. */
  private showPanels(): void {
    this.panelsAsked = true;
    void loadPanels().then(() => this.displays.show(this.media.time));
  }

  private get place(): HTMLElement | null {
    return this.element.renderRoot?.querySelector<HTMLElement>('.place') ?? null;
  }

  private attach(): void {
    const { place, element } = this;
    const area = element.renderRoot.querySelector<HTMLElement>('.stage');
    if (!place || !area) return;
    this.applySettings();
    // The controls want the font too, also where no picture comes.
    if (element.controls) void breath().then(() => loadFonts());
    this.stage.connect(place);
    this.pointer.connect(area);
    if (this.started) return;
    this.requests.listenIn(element.renderRoot);
    // What is written inside comes with the page, which may not be read to its end yet.
    const lookInside = (): void => void (this.loader.networkState === NETWORK.EMPTY && this.loadIfNamed());
    element.renderRoot.querySelector('slot:not([name])')?.addEventListener('slotchange', lookInside);
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', lookInside, { once: true });
  }

  private applySettings(): void {
    this.fitSequence();
    const theme: Theme = this.pageTheme.read(this.element, this.themeName);
    this.stage.setSettings({ theme, view: this.view, renderer: askedRenderer(this.element) });
  }

  private loadSource(keep: boolean): Promise<void> {
    this.dismissed = false;
    return this.loader.load(this.source(), keep);
  }

  private loadIfNamed(): void {
    this.due = false;
    if (this.source() || this.loader.networkState !== NETWORK.EMPTY) void this.loadSource(false);
  }

  private source(): ReturnType<typeof namedSource> {
    return namedSource(this.element, this.messages);
  }

  private fitSequence(): void {
    const fitted = this.keeper.fitTo(panesFor(this.view, this.hands.size, 1).sequence);
    if (fitted) this.stage.setScene(fitted);
  }

  private refreshVariant(): void {
    const next = this.keeper.renew(this.lang);
    if (!next) return;
    const still = this.start.stillOf !== undefined;
    this.media.swap(next.trace);
    if (still) this.start.show(this.media.currentStep?.index);
    if (this.selection?.kind === 'message') this.select(undefined);
    this.stage.setScene(next);
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
}
