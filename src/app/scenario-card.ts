import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { baseStyles } from '../elements/base-styles.ts';
import { languageName } from '../elements/messages.ts';
import { textIn } from '../shared/text.ts';
import { loadEntry, type LoadedEntry, type ScenarioEntry } from './catalogue.ts';
import { drawStill } from './draw-still.ts';
import { formatLink, type Link, type LinkTheme } from './link.ts';
import { appMessagesIn } from './messages.ts';
import { scenarioCardStyles } from './scenario-card.styles.ts';
import type { Stills } from './stills.ts';
import { nameOf } from './topics.ts';

/** One scenario of the gallery: its picture, what it is about and how large it is. Reads nothing before it is in view. */
@customElement('hopline-scenario-card')
export class ScenarioCard extends LitElement {
  static override styles = [baseStyles, scenarioCardStyles];

  @property({ attribute: false }) entry!: ScenarioEntry;
  @property({ attribute: false }) stills!: Stills;
  @property({ attribute: false }) language = 'en';
  @property({ attribute: false }) theme: LinkTheme = 'dark';
  @property({ type: Boolean }) current = false;
  /** Where in the scenario it leads; its beginning otherwise. */
  @property({ attribute: false }) place: Link | undefined;
  /** What is to be seen there, instead of the scenario's summary. */
  @property({ attribute: false }) about = '';
  /** Picture and text side by side, where there is room. */
  @property({ type: Boolean, reflect: true }) wide = false;
  /** Level of its heading, 3 or 4. */
  @property({ attribute: false }) heading = 3;

  @state() private loaded: LoadedEntry | undefined;
  @state() private seen = false;
  @state() private drawn = false;
  @query('canvas') private readonly canvas!: HTMLCanvasElement;

  private observer: IntersectionObserver | undefined;
  private drawing: AbortController | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.observer = new IntersectionObserver((entries) => (this.seen = entries.some(({ isIntersecting }) => isIntersecting)));
    this.observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
    this.drawing?.abort();
    this.drawing = undefined;
  }

  override render(): TemplateResult {
    const messages = appMessagesIn(this.language);
    const scenario = this.loaded?.scenario;
    const name = nameOf(this.entry.path, this.language);
    const title = scenario ? this.say(scenario.title) : name;
    return html`<a href=${formatLink(this.place ?? { scenario: this.entry.path, path: {} })} aria-current=${this.current ? 'true' : nothing}>
      <div class="still">
        <canvas class=${this.drawn ? 'drawn' : ''} role="img" aria-label=${messages.stillOf(title)}></canvas>
        ${this.current ? html`<span class="current">${messages.nowPlaying}</span>` : nothing}
      </div>
      <div class="text">
        ${this.renderTitle(title)}
        ${this.renderSummary(messages.cannotRead)} ${this.renderFacts()}
      </div>
    </a>`;
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('entry')) this.loaded = undefined;
    // Who scrolls past many cards wants the pictures of the last ones first.
    if (!this.seen) return this.drawing?.abort();
    if (!this.loaded) void this.load(this.entry);
    else if (['seen', 'loaded', 'theme', 'language'].some((name) => changed.has(name))) void this.draw();
  }

  private renderTitle(title: string): TemplateResult {
    // The last part of a path stands in for a title, but not before anybody's eyes.
    const name = this.loaded || !this.entry.path.endsWith(`/${title}`) ? '' : 'unread';
    return this.heading === 4 ? html`<h4 class=${name}>${title}</h4>` : html`<h3 class=${name}>${title}</h3>`;
  }

  private renderSummary(cannotRead: string): TemplateResult {
    if (this.loaded && !this.loaded.scenario) {
      const first = this.loaded.diagnostics[0];
      return html`<p class="wrong">${cannotRead} ${first ? `${first.file}:${first.line}:${first.column} ${first.message}` : ''}</p>`;
    }
    return html`<p>${this.about || this.say(this.loaded?.scenario?.summary)}</p>`;
  }

  /** Its place is there from the start: what stands below must not jump. */
  private renderFacts(): TemplateResult {
    const scenario = this.loaded?.scenario;
    if (!scenario) return html`<ul></ul>`;
    const messages = appMessagesIn(this.language);
    return html`<ul>
      <li>${messages.steps(scenario.steps.length)}</li>
      ${scenario.levels.length > 1 ? html`<li>${messages.levels(scenario.levels.length)}</li>` : nothing}
      ${scenario.languages.map((language) => html`<li lang=${language}>${languageName(language)}</li>`)}
    </ul>`;
  }

  private say(text: Parameters<typeof textIn>[0]): string {
    return textIn(text, this.language, this.loaded?.scenario?.languages);
  }

  private async load(entry: ScenarioEntry): Promise<void> {
    const loaded = await loadEntry(entry);
    if (entry === this.entry) this.loaded = loaded;
  }

  private async draw(): Promise<void> {
    const scenario = this.loaded?.scenario;
    this.drawing?.abort();
    if (!scenario) return;
    const drawing = new AbortController();
    this.drawing = drawing;
    try {
      this.drawn = await drawStill(this.canvas, scenario, { theme: this.theme, language: this.language }, this.stills, drawing.signal);
    } catch (error) {
      // The card stays readable without its picture.
      if (!drawing.signal.aborted) console.warn(`No picture of ${this.entry.path}:`, error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-scenario-card': ScenarioCard;
  }
}
