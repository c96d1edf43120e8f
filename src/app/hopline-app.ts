import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import '../elements/define.ts';
import { baseStyles } from '../elements/base-styles.ts';
import type { HoplinePlayer } from '../elements/hopline-player.ts';
import { breath } from '../elements/in-slices.ts';
import type { StepChangeEvent } from '../elements/player-events.ts';
import { PreferencesController } from '../elements/preferences-controller.ts';
import { themeStyles } from '../elements/theme-styles.ts';
import type { Session } from '../scenario/session/model.ts';
import { textIn } from '../shared/text.ts';
import { brandStyles } from './app-header.styles.ts';
import type { AppRequest, AppRequestEvent } from './app-request.ts';
import './app-toast.ts';
import type { AppToast } from './app-toast.ts';
import './app-tools.ts';
import { brand } from './brand.ts';
import { SHIPPED, type ScenarioEntry } from './catalogue.ts';
import { copyLink } from './copy-link.ts';
import type { FileOpener } from './file-opener.ts';
import { findScenario } from './find-scenario.ts';
import { hoplineAppStyles } from './hopline-app.styles.ts';
import { formatLink, type Link, type LinkTheme } from './link.ts';
import { APP_LANGUAGES, appMessagesIn, type AppMessages } from './messages.ts';
import { OwnLibrary } from './own-library.ts';
import { dressPage } from './page-head.ts';
import { PlayerSession } from './player-session.ts';
import type { Audience } from './presenter/audience.ts';
import type { SessionPage } from './session/session-page.ts';
import { loadPreferences, preferredLanguage, savePreferences, type ThemeChoice } from './preferences.ts';
import { AddressRouter, GALLERY_ADDRESS, routeOf, type PresenterRoute, type Route, type SessionRoute } from './router.ts';
import { PlaceKeeper } from './place-keeper.ts';
import { Stills } from './stills.ts';

/** From this width on map and sequence have room side by side. */
const SPLIT_QUERY = '(min-width: 1100px)';
/** What a letter asks for while the player has the focus. */
const LETTERS: Readonly<Record<string, 'export' | 'presenter'>> = { e: 'export', w: 'presenter' };

/** The browser app: the player, the gallery, the session, links and files of one's own. */
@customElement('hopline-app')
export class HoplineApp extends LitElement {
  static override styles = [themeStyles, baseStyles, brandStyles, hoplineAppStyles];

  @state() private page: Route['page'] = routeOf(location.hash).page;
  @state() private language = preferredLanguage(loadPreferences(), navigator.languages, APP_LANGUAGES);
  @state() private theme: ThemeChoice = loadPreferences().theme ?? 'auto';
  @state() private current: ScenarioEntry | undefined;
  @state() private scenarioTitle = '';
  /** Stays on the page once it was open: its timers go on while a scenario is shown. */
  @state() private training: Session | undefined;
  /** This is a presenter's window. */
  @state() private presenter: PresenterRoute | undefined;
  @query('hopline-player') private readonly player!: HoplinePlayer;
  @query('hopline-toast') private readonly toast!: AppToast;
  @query('hopline-file-opener') private readonly files!: FileOpener;
  @query('hopline-session-page') private readonly sessionPage!: SessionPage | null;

  private readonly stills = new Stills(async (order, signal) => (await import('../elements/still.ts')).paintStill(order, signal));
  private readonly own = new OwnLibrary();
  private readonly places = new PlaceKeeper();
  private readonly system = new PreferencesController(this, () => this.requestUpdate());
  private readonly router = new AddressRouter(this, (route) => void this.follow(route));
  private session: PlayerSession | undefined;
  /** The presenter's window that goes with this one. */
  private audience: Audience | undefined;
  private turn = 0;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stills.dispose();
  }

  override render(): TemplateResult {
    const theme = this.shownTheme;
    if (this.page === 'presenter') return this.renderPresenter(theme);
    return html`<div class="root" data-theme=${theme} @hopline-app-request=${this.onRequest}>
      <button class="skip" ?hidden=${this.page !== 'player'} @click=${() => this.player.focus()}>${this.messages.skipToPlayer}</button>
      ${this.page === 'player' ? nothing : html`<hopline-app-header .language=${this.language} .theme=${this.theme} .page=${this.page}></hopline-app-header>`}
      <main>
        ${this.page === 'player' ? html`<h1 class="hidden-text">Hopline</h1>` : nothing}${this.renderPlayer()}${this.training ? this.renderSession() : nothing}
      </main>
      <hopline-gallery ?hidden=${this.page === 'session'} .entries=${[...this.own.entries, ...SHIPPED]} .stills=${this.stills} .language=${this.language} .theme=${theme}
        .current=${this.current?.path ?? ''} .below=${this.page === 'player'}></hopline-gallery>
      <hopline-toast .language=${this.language}></hopline-toast>
      <hopline-export .language=${this.language}></hopline-export>
      <hopline-file-opener .library=${this.own} .language=${this.language}></hopline-file-opener>
    </div>`;
  }

  /** The first one comes in a task of its own: reading the modules and drawing the page would block it together. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.hasUpdated) await breath();
    await super.scheduleUpdate();
  }

  override firstUpdated(): void {
    if (this.page !== 'presenter') this.session = new PlayerSession(this.player);
  }

  override updated(): void {
    dressPage({ language: this.language, theme: this.shownTheme, title: this.pageTitle });
  }

  private renderPlayer(): TemplateResult {
    return html`<hopline-player controls .patient=${true} ?hidden=${this.page !== 'player'} @hopline-view-change=${this.onViewChange}
      @keydown=${this.onKey} @hopline-step-change=${this.onStepChange} @loadeddata=${this.onLoaded} @pause=${this.noteSoon} @seeked=${this.noteSoon}>
      ${brand(this.language, 'start')}
      <hopline-app-tools slot="end" .language=${this.language}></hopline-app-tools>
      ${Object.entries(LETTERS).map(([key, name]) => html`<dt slot="keys">${key.toUpperCase()}</dt><dd slot="keys">${this.messages[name]}</dd>`)}
    </hopline-player>`;
  }

  private renderPresenter(theme: LinkTheme): TemplateResult {
    const { room = '', link } = this.presenter ?? {};
    return html`<div class="root" data-theme=${theme} @hopline-app-request=${this.onRequest}>${this.presenter
      ? html`<hopline-presenter .language=${this.language} .theme=${this.theme} .shownTheme=${theme} .room=${room} .link=${link}
          .note=${(make: () => string | undefined) => this.router.noteSoon(make)}></hopline-presenter>`
      : nothing}</div>`;
  }

  private renderSession(): TemplateResult {
    return html`<hopline-session-page ?hidden=${this.page !== 'session'} .session=${this.training} .stills=${this.stills} .language=${this.language}
      .theme=${this.shownTheme}></hopline-session-page>`;
  }

  private get pageTitle(): string {
    if (this.page === 'gallery') return this.messages.gallery;
    if (this.page === 'presenter') return this.messages.presenter;
    return this.page === 'session' ? textIn(this.training?.title, this.language, this.training?.languages) : this.scenarioTitle;
  }

  /** Whether the page was opened as `?play`, by somebody who does not mind that things move. */
  private get playsByItself(): boolean {
    return new URLSearchParams(location.search).has('play') && !this.system.reducedMotion;
  }

  private get messages(): AppMessages {
    return appMessagesIn(this.language);
  }

  private get shownTheme(): LinkTheme {
    return this.theme === 'auto' ? this.system.theme : this.theme;
  }

  private tell(text: string): void {
    this.toast.show({ text, stays: true });
  }

  private async follow(route: Route): Promise<void> {
    const turn = ++this.turn;
    await this.updateComplete;
    if (route.page === 'presenter') return this.showPresenter(route);
    // In a presenter's window there is nothing of the app beside it.
    if (this.presenter) return location.reload();
    this.places.leave();
    if (this.page === 'session' && route.page !== 'session') this.sessionPage?.rest();
    if (route.page === 'session') return this.showSession(route, turn);
    this.page = route.page;
    if (route.page === 'gallery') return this.showGallery(turn > 1);
    if (route.unknown) this.tell(this.messages.unknownScenario(route.unknown));
    const found = await findScenario(route.link, this.own, this.messages);
    // The viewer may have gone on while a link was unpacked.
    if (turn !== this.turn) return;
    if ('entry' in found) return this.open(found.entry, this.router.atNoted && found.entry === this.current ? undefined : route.link);
    if ('broken' in found) await loadTheRest().then(() => this.files.report(found.broken));
    else this.tell(found.sentence);
    // Something is on the page in any case: what was there before, else the first scenario.
    const instead = this.current ? undefined : await findScenario(undefined, this.own, this.messages);
    if (instead && 'entry' in instead) await this.open(instead.entry);
  }

  private async showGallery(moved: boolean): Promise<void> {
    this.player.pause();
    window.scrollTo(0, 0);
    await loadTheRest();
    await this.updateComplete;
    if (moved) await this.renderRoot.querySelector('hopline-app-header')?.focusTitle();
  }

  private async showPresenter(route: PresenterRoute): Promise<void> {
    const { openPresenter } = await import('./presenter/open-presenter.ts');
    this.page = 'presenter';
    this.presenter = openPresenter(route);
    if (route.link?.language) this.language = route.link.language;
  }

  private async showSession({ session: id, part }: SessionRoute, turn: number): Promise<void> {
    const back = this.page !== 'session' && this.places.known;
    this.page = 'session';
    this.player.pause();
    const { loadSession } = await import('./session/session-pages.ts');
    const loaded = await loadSession(id);
    if (turn !== this.turn) return;
    if (!loaded?.session) {
      this.tell(loaded ? this.messages.brokenSession : this.messages.unknownSession(id ?? ''));
      if (loaded) await loadTheRest().then(() => this.files.report({ scenarios: [], texts: new Map(), diagnostics: loaded.diagnostics }));
      return this.router.go(GALLERY_ADDRESS);
    }
    this.training = loaded.session;
    await loadTheRest();
    await this.updateComplete;
    await this.sessionPage?.whole;
    if (back) this.places.restore();
    else await this.sessionPage?.goTo(part, turn > 1);
  }

  private async open(entry: ScenarioEntry, link?: Link): Promise<void> {
    if (!this.session) return;
    if (link?.language) this.language = link.language;
    if (link?.theme) this.theme = link.theme;
    // Who comes from a card goes on with the player's keys; at the start the page keeps its order.
    if (this.current && entry !== this.current) this.player.focus({ preventScroll: true });
    const plays = !this.current && !link && this.playsByItself;
    const view = this.current ? this.player.view : window.matchMedia(SPLIT_QUERY).matches ? 'split' : 'map';
    this.current = entry;
    window.scrollTo(0, 0);
    await this.session.open(entry, link, { language: this.language, theme: this.theme, view });
    await this.session.drawn();
    await loadTheRest();
    if (plays) void this.player.play().catch(() => undefined);
    // A window with a presenter has a name, and keeps it when it is reloaded.
    if (window.name) await this.accompany();
  }

  private async accompany(): Promise<Audience> {
    const { Audience } = await import('./presenter/audience.ts');
    return (this.audience ??= new Audience({
      player: this.player, language: () => this.language, link: () => this.session?.link(), files: (path) => this.own.find(path)?.files, tell: (notice) => this.toast.show(notice),
    }));
  }

  private readonly onRequest = ({ request }: AppRequestEvent): void => void this.answer(request);

  private async answer(request: AppRequest): Promise<void> {
    if (!this.presenter) await loadTheRest();
    switch (request.type) {
      case 'language':
        if (!this.presenter) this.player.lang = request.language;
        return this.chooseLanguage(request.language);
      case 'theme':
        if (!this.presenter) this.player.theme = request.theme;
        return this.chooseTheme(request.theme);
      case 'pick':
        return this.files.pick();
      case 'open':
        return this.files.open(request.files);
      case 'go':
        return this.router.go(request.fragment);
      case 'tell':
        return this.toast.show(request.notice);
      case 'copy-link':
        return this.copyLink();
      case 'export':
        return this.export();
      case 'presenter':
        return (await this.accompany()).open();
    }
  }

  private chooseLanguage(language: string): void {
    this.language = language;
    savePreferences({ language });
  }

  private chooseTheme(theme: ThemeChoice): void {
    this.theme = theme;
    savePreferences({ theme });
  }

  private async copyLink(): Promise<void> {
    const link = this.session?.link();
    if (link) this.toast.show(await copyLink(link, this.own, this.messages));
  }

  /** What the viewer sees becomes a file; the code for it is loaded only now. */
  private async export(): Promise<void> {
    const { trace, moment, view } = this.player;
    if (!trace || !moment) return;
    this.player.pause();
    await import('./export/export-dialog.ts');
    await this.renderRoot.querySelector('hopline-export')?.show({ trace, moment, view, theme: this.shownTheme });
  }

  /** Keys with Ctrl and the like are the browser's, letters in a field or a list are meant for it. */
  private readonly onKey = (event: KeyboardEvent): void => {
    const typing = (event.composedPath()[0] as Element).matches('input, select, textarea');
    const type = LETTERS[event.key.toLowerCase()];
    if (type && !event.ctrlKey && !event.altKey && !event.metaKey && !typing) void this.answer({ type });
  };

  private readonly onLoaded = (): void => {
    this.nameScenario();
    if (this.current?.shipped === false) this.noteSoon();
  };

  private readonly onStepChange = ({ reason }: StepChangeEvent): void => {
    if (reason !== 'load') this.noteSoon();
  };

  private readonly onViewChange = (): void => {
    const { lang, theme } = this.player;
    if (lang && lang !== this.language) this.chooseLanguage(lang);
    if (theme !== this.theme) this.chooseTheme(theme);
    this.nameScenario();
    // At once: who has just chosen a language and reloads expects it.
    this.router.noteNow(this.address);
  };

  private nameScenario(): void {
    const scenario = this.player.trace?.scenario;
    this.scenarioTitle = scenario ? textIn(scenario.title, this.language, scenario.languages) : '';
  }

  /** Where the viewer is, so that a reload comes back here; while it plays there is nothing to note. */
  private readonly address = (): string | undefined => {
    const link = this.page === 'player' && this.player.paused ? this.session?.link() : undefined;
    return link && formatLink(this.own.noted(link));
  };

  private readonly noteSoon = (): void => this.router.noteSoon(this.address);
}

function loadTheRest(): Promise<unknown> {
  return import('./later.ts');
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-app': HoplineApp;
  }
}
