import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { baseStyles } from '../elements/base-styles.ts';
import { languageName } from '../elements/messages.ts';
import { textIn } from '../shared/text.ts';
import { loadEntry, type LoadedEntry, type ScenarioEntry } from './catalogue.ts';
import { formatLink, type LinkTheme } from './link.ts';
import { appMessagesIn } from './messages.ts';
import { scenarioCardStyles } from './scenario-card.styles.ts';
import type { Stills } from './stills.ts';

/** One scenario of the gallery: its picture, what it is about and how large it is. Reads nothing before it is in view. */
@customElement('hopline-scenario-card')
export class ScenarioCard extends LitElement {
  static override styles = [baseStyles, scenarioCardStyles];

  @property({ attribute: false }) entry!: ScenarioEntry;
  @property({ attribute: false }) stills!: Stills;
  @property({ attribute: false }) language = 'en';
  @property({ attribute: false }) theme: LinkTheme = 'dark';
  @property({ type: Boolean }) current = false;

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
    const name = this.entry.path.slice(this.entry.path.indexOf('/') + 1);
    const title = scenario ? this.say(scenario.title) : name;
    return html`<a href=${formatLink({ scenario: this.entry.path, path: {} })} aria-current=${this.current ? 'true' : nothing}>
      <div class="still">
        <canvas class=${this.drawn ? 'drawn' : ''} role="img" aria-label=${messages.stillOf(title)}></canvas>
        ${this.current ? html`<span class="current">${messages.nowPlaying}</span>` : nothing}
      </div>
      <div class="text">
        <h3 class=${this.loaded ? '' : 'unread'}>${title}</h3>
        ${this.renderSummary(messages.cannotRead)} ${scenario ? this.renderFacts() : nothing}
      </div>
    </a>`;
  }

  override updated(changed: PropertyValues): void {
    if (changed.has('entry')) this.loaded = undefined;
    if (!this.seen) return;
    if (!this.loaded) void this.load(this.entry);
    else if (['seen', 'loaded', 'theme', 'language'].some((name) => changed.has(name))) void this.draw();
  }

  private renderSummary(cannotRead: string): TemplateResult {
    if (this.loaded && !this.loaded.scenario) {
      const first = this.loaded.diagnostics[0];
      return html`<p class="wrong">${cannotRead} ${first ? `${first.file}:${first.line}:${first.column} ${first.message}` : ''}</p>`;
    }
    return html`<p>${this.say(this.loaded?.scenario?.summary)}</p>`;
  }

  private renderFacts(): TemplateResult | typeof nothing {
    const scenario = this.loaded?.scenario;
    if (!scenario) return nothing;
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
    const { clientWidth: width, clientHeight: height } = this.canvas;
    const order = { scenario, theme: this.theme, language: this.language, width, height, pixelRatio: Math.min(2, devicePixelRatio) };
    try {
      this.show(await this.stills.order(order, drawing.signal));
    } catch (error) {
      // The card stays readable without its picture.
      if (!drawing.signal.aborted) console.warn(`No picture of ${this.entry.path}:`, error);
    }
  }

  private show(picture: ImageBitmap): void {
    this.canvas.width = picture.width;
    this.canvas.height = picture.height;
    this.canvas.getContext('2d')?.drawImage(picture, 0, 0);
    this.drawn = true;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-scenario-card': ScenarioCard;
  }
}
