import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { accentStyles } from '../../elements/accent-styles.ts';
import { baseStyles } from '../../elements/base-styles.ts';
import type { HoplinePlayer } from '../../elements/hopline-player.ts';
import { belongsToFocus } from '../../elements/keyboard-controller.ts';
import { PresenterController } from '../../elements/presenter-controller.ts';
import type { PlayerRequestEvent } from '../../elements/requests.ts';
import { speakerUi } from '../../elements/speaker-words.ts';
import type { FileBundle } from '../../shared/packed-files.ts';
import { textIn } from '../../shared/text.ts';
import { brandStyles } from '../app-header.styles.ts';
import { logo } from '../app-signs.ts';
import { languageList, themeList } from '../header-lists.ts';
import { formatLink, type Link, type LinkTheme } from '../link.ts';
import type { ThemeChoice } from '../preferences.ts';
import './audience-picture.ts';
import { presenterBar } from './presenter-bar.ts';
import { presenterKeyed } from './presenter-keys.ts';
import { presenterPageStyles } from './presenter-page.styles.ts';
import './presenter-timer.ts';
import { presenterWordsIn, type PresenterWords } from './presenter-words.ts';
import { audienceName, presenterAddress, type Room } from './room.ts';
import { ScenarioShelf } from './scenario-shelf.ts';
import { SideChannel, type AudienceLook, type SideMessage } from './side-channel.ts';
import { aheadView, wordsView } from './story-views.ts';

/** Milliseconds in which the audience's window says where it is. */
const PATIENCE_MS = 2500;
const WATCHED = ['hopline-step-change', 'hopline-view-change', 'loadeddata', 'error', 'play', 'playing', 'pause', 'ended', 'ratechange', 'seeked'] as const;

/** The presenter's window: what is shown now and next, what to say, the time, and what the audience sees; all in step with the audience's window. */
@customElement('hopline-presenter')
export class PresenterPage extends LitElement {
  static override styles = [baseStyles, accentStyles, brandStyles, presenterPageStyles];

  @property({ attribute: false }) language = 'en';
  @property({ attribute: false }) theme: ThemeChoice = 'auto';
  @property({ attribute: false }) shownTheme: LinkTheme = 'dark';
  @property({ attribute: false }) room: Room = '';
  /** Where it begins where the audience's window says nothing. */
  @property({ attribute: false }) link: Link | undefined;
  /** Notes the address, so that a reload comes back here. */
  @property({ attribute: false }) note: (make: () => string | undefined) => void = () => undefined;

  @state() private look: AudienceLook | undefined;
  @state() private audience: 'asked' | 'here' | 'away' | 'gone' = 'asked';
  @state() private missing = false;
  @query('.now hopline-player') private readonly now!: HoplinePlayer;
  @query('.ahead hopline-player') private readonly ahead!: HoplinePlayer;
  @query('hopline-presenter-timer') private readonly timer!: HTMLElementTagNameMap['hopline-presenter-timer'];

  private readonly shelf = new ScenarioShelf((path) => this.side?.tell({ type: 'want', path }));
  private readonly awake = new PresenterController(this, () => undefined);
  private side: SideChannel | undefined;
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private opening = '';
  private readonly listeners = new AbortController();

  override connectedCallback(): void {
    super.connectedCallback();
    this.awake.connect(true);
    window.addEventListener('keydown', this.onKey, { capture: true, signal: this.listeners.signal });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.listeners.abort();
    this.awake.disconnect();
    this.side?.close();
    clearTimeout(this.waiting);
  }

  protected override firstUpdated(): void {
    for (const type of WATCHED) this.now.addEventListener(type, () => this.storyMoved(type));
    this.ahead.addEventListener('loadeddata', () => this.placeAhead());
    this.side = new SideChannel(this.room, (message) => this.heard(message));
    this.side.tell({ type: 'ask' });
    this.waiting = setTimeout(() => this.audience === 'asked' && (this.audience = 'gone'), PATIENCE_MS);
    if (this.link) void this.open(this.link.scenario, this.link);
  }

  protected override updated(): void {
    this.placeAhead();
  }

  protected override render(): TemplateResult {
    const t = presenterWordsIn(this.language);
    return html`
      <header>
        <span class="brand">${logo()}</span>
        <h1>${this.heading}<span class="hidden-text"> – ${t.title}</span></h1>
        <hopline-presenter-timer .language=${this.language} .room=${this.room}></hopline-presenter-timer>
        <div class="lists">${languageList(this.language)} ${themeList(this.language, this.theme)}</div>
      </header>
      <main @hopline-request=${this.onRequest}>
        <div class="column">${this.renderNow(t)} ${this.renderWords(t)}</div>
        <div class="column side">${this.renderAhead(t)} ${this.renderAudience(t)}</div>
        ${this.now?.trace ? presenterBar(this.now, this.language) : nothing}
      </main>
    `;
  }

  private renderNow(t: PresenterWords): TemplateResult {
    const step = this.now?.currentStep;
    return html`<section class="pane now" aria-label=${t.now}>
      <h2><b>${t.now}</b>${step ? html`<span class="count">${step.number} / ${this.now.steps.length}</span><span class="title">${step.title}</span>` : nothing}</h2>
      <hopline-player captions="off" announce="off" .lang=${this.language} .theme=${this.shownTheme}></hopline-player>
      ${this.missing ? html`<p class="missing" role="alert">${t.nothingOpen}</p>` : nothing}
    </section>`;
  }

  private renderWords(t: PresenterWords): TemplateResult {
    return html`<section class="words" aria-live="off">${this.now?.currentStep ? wordsView(speakerUi(this.now), this.now.currentStep, t) : nothing}</section>`;
  }

  private renderAhead(t: PresenterWords): TemplateResult {
    const following = this.now?.steps[(this.now.currentStep?.index ?? -1) + 1];
    return html`<section class="pane ahead" aria-label=${t.next} ?data-over=${!following}>
      ${aheadView(this.now?.trace ? speakerUi(this.now) : undefined, following, t)}
      <hopline-player motion="reduced" captions="off" announce="off" inert .lang=${this.language} .theme=${this.shownTheme} .level=${this.now?.level ?? 1}
        .path=${this.now?.path ?? {}}></hopline-player>
    </section>`;
  }

  private renderAudience(t: PresenterWords): TemplateResult {
    return html`<section class="pane audience" aria-label=${t.audience}>
      <h2><b>${t.audience}</b><span class="state" data-state=${this.audience}></span></h2>
      <hopline-audience-picture .look=${this.look} .sync=${this.room} .sources=${this.shelf.sources} .scenario=${this.now?.scenario ?? ''} ?data-away=${this.audience !== 'here'}></hopline-audience-picture>
      ${this.audience === 'gone' ? html`<div class="gone" role="status">
        <p>${t.audienceGone}</p><p class="hint">${t.audienceGoneHint}</p>
        <button type="button" class="button" @click=${() => void this.openAudience()}>${t.openAudience}</button>
      </div>` : nothing}
      ${this.audience === 'asked' || this.audience === 'away' ? html`<p class="gone" role="status">${this.audience === 'away' ? t.audienceAway : t.waiting}</p>` : nothing}
    </section>`;
  }

  private get heading(): string {
    const scenario = this.now?.trace?.scenario;
    return scenario ? textIn(scenario.title, this.language, scenario.languages) : presenterWordsIn(this.language).title;
  }

  /** Opens a scenario here: one that the players have is taken by its name, one of the viewer's own is asked for first. */
  private async open(path: string, link?: Link): Promise<void> {
    if (this.opening === path) return;
    this.opening = path;
    const sources = await this.shelf.with(path);
    this.opening = '';
    if (!sources) {
      this.missing = this.audience !== 'asked';
      return;
    }
    this.missing = false;
    // Who is in step while it loads would lead the others to the beginning.
    this.now.sync = '';
    for (const player of [this.now, this.ahead]) Object.assign(player, { scenarios: sources, scenario: path });
    if (link) Object.assign(this.now, { level: link.level ?? 1, path: link.path });
    if (link?.moment) this.now.goToMoment(link.moment);
    this.now.addEventListener('loadeddata', () => (this.now.sync = this.room), { once: true });
  }

  private storyMoved(type: (typeof WATCHED)[number]): void {
    this.requestUpdate();
    if (type === 'hopline-view-change' || type === 'loadeddata') void this.now.updateComplete.then(() => this.requestUpdate());
    if (this.now.scenario !== this.ahead.scenario) this.ahead.scenario = this.now.scenario;
    this.note(() => (this.now.paused && this.now.trace ? presenterAddress(this.room, this.linkNow) : undefined));
  }

  private get linkNow(): Link {
    const { scenario, moment, level, path } = this.now;
    return { scenario, ...(moment && { moment }), level, path };
  }

  /** The picture of the next step is the still of one that follows nobody. */
  private placeAhead(): void {
    const following = this.now.steps[(this.now.currentStep?.index ?? -1) + 1];
    const { ahead } = this;
    if (!following || ahead.trace?.scenario.id !== this.now.trace?.scenario.id) return;
    void ahead.updateComplete.then(() => ahead.currentStep?.id !== following.id && ahead.goToStep(following.id));
  }

  private heard(message: SideMessage): void {
    if (message.type === 'bye') this.audience = 'gone';
    if (message.type === 'away') this.audience = 'away';
    if (message.type === 'look') {
      this.audience = 'here';
      this.look = message.look;
      if (message.look.scenario && !this.shelf.has(message.look.scenario)) void this.open(message.look.scenario);
    }
    if (message.type === 'files') void this.takeFiles(message.path, message.files);
  }

  private async takeFiles(path: string, files: FileBundle): Promise<void> {
    const isOther = await this.shelf.take(path, files, this.language);
    if (isOther && this.now.scenario === path) await this.open(path);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() === 't' && !event.ctrlKey && !event.metaKey && !event.altKey && !belongsToFocus(event)) this.timer.toggle();
    else presenterKeyed(event, this.now);
  };

  /** What the lists of the bar ask for is what a player's own would. */
  private readonly onRequest = ({ detail }: PlayerRequestEvent): void => {
    const { now } = this;
    if (detail.type === 'level') now.level = detail.level;
    if (detail.type === 'choose') now.path = { ...now.path, [detail.choice]: detail.option };
    if (detail.type === 'rate') now.rate = detail.rate;
  };

  /** The window that is opened has nothing of the viewer's own but what its address carries. */
  private readonly openAudience = async (): Promise<void> => {
    const document = await this.shelf.packed(this.now.scenario);
    const address = this.now.trace ? formatLink({ ...this.linkNow, language: this.look?.language ?? this.language, ...(document && { document }) }) : '#/';
    window.open(new URL(address, location.href).href, audienceName(this.room))?.focus();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-presenter': PresenterPage;
  }
}
