import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { baseStyles } from '../elements/base-styles.ts';
import { textIn } from '../shared/text.ts';
import { appGalleryStyles } from './app-gallery.styles.ts';
import { ask } from './app-request.ts';
import { appSign } from './app-signs.ts';
import { loadEntry, type ScenarioEntry } from './catalogue.ts';
import type { LinkTheme } from './link.ts';
import { appMessagesIn, type AppMessages } from './messages.ts';
import './scenario-card.ts';
import type { Stills } from './stills.ts';
import { groupEntries, nameOf, type EntryGroup } from './topics.ts';

/** The topic that everything else is a part of. */
const LEAD = 'overview';

/** All scenarios that can be opened, and the way to open one's own. */
@customElement('hopline-gallery')
export class AppGallery extends LitElement {
  static override styles = [baseStyles, appGalleryStyles];

  @property({ attribute: false }) entries: readonly ScenarioEntry[] = [];
  @property({ attribute: false }) stills!: Stills;
  @property({ attribute: false }) language = 'en';
  @property({ attribute: false }) theme: LinkTheme = 'dark';
  /** It stands under the player. */
  @property({ type: Boolean, reflect: true }) below = false;
  /** Path of the scenario that is open. */
  @property({ attribute: false }) current = '';

  /** What is searched for. */
  @state() private wanted = '';
  /** Titles and summaries, as far as they were read for the search. */
  private readonly texts = new Map<ScenarioEntry, string>();
  private reading = false;

  override render(): TemplateResult {
    const messages = appMessagesIn(this.language);
    const groups = groupEntries(this.entries.filter((entry) => this.fits(entry)));
    return html`<section aria-labelledby="heading">
      <div class="head">
        <div class="about">
          <h2 id="heading">${messages.moreScenarios}</h2>
          <p class="intro">${messages.galleryIntro}</p>
        </div>
        ${this.renderSearch(messages)}
      </div>
      <div class="topics">${repeat(groups, ({ id }) => id, (group) => this.renderGroup(group, messages))}</div>
      <p class="none" role="status">${this.wanted && groups.length === 0 ? messages.noneFound(this.wanted) : ''}</p>
      <button type="button" class="own" @click=${() => ask(this, { type: 'pick' })}>
        ${appSign('drop', 40)}<span><strong>${messages.openOwn}</strong><span class="hint">${messages.openOwnHint}</span></span>
      </button>
    </section>`;
  }

  private renderSearch(messages: AppMessages): TemplateResult {
    return html`<label class="search">
      ${appSign('search', 20)}
      <input type="search" aria-label=${messages.searchScenarios} placeholder=${messages.searchScenarios} .value=${live(this.wanted)}
        @focus=${this.readAll} @input=${this.onSearch} />
    </label>`;
  }

  private renderGroup({ id, title, entries }: EntryGroup, messages: AppMessages): TemplateResult {
    const name = title ? textIn(title, this.language) : id === 'own' ? messages.ownFiles : messages.otherScenarios;
    return html`<section class=${id === LEAD ? 'topic lead' : 'topic'} .style=${`--cards: ${entries.length}`} aria-labelledby="topic-${id}">
      <h3 id="topic-${id}">${name}</h3>
      <ul class="cards">
        ${repeat(entries, ({ path }) => path, (entry) => html`<li>${this.renderCard(entry)}</li>`)}
      </ul>
    </section>`;
  }

  private renderCard(entry: ScenarioEntry): TemplateResult {
    return html`<hopline-scenario-card .entry=${entry} .stills=${this.stills} .language=${this.language} .theme=${this.theme} .heading=${4}
      .current=${entry.path === this.current}></hopline-scenario-card>`;
  }

  private fits(entry: ScenarioEntry): boolean {
    const text = this.texts.get(entry) ?? `${entry.path} ${nameOf(entry.path, 'en')} ${nameOf(entry.path, 'ko')}`.toLowerCase();
    return this.wanted.toLowerCase().split(/\s+/).every((word) => text.includes(word));
  }

  private readonly onSearch = (event: Event): void => {
    this.wanted = (event.target as HTMLInputElement).value.trim();
    void this.readAll();
  };

  /** Titles and summaries in all languages; one file after the other, so that typing is not held up. */
  private readonly readAll = async (): Promise<void> => {
    if (this.reading) return;
    this.reading = true;
    for (const entry of this.entries) {
      if (this.texts.has(entry)) continue;
      const { scenario } = await loadEntry(entry);
      const words = [scenario?.title, scenario?.summary].flatMap((text) => Object.values(text ?? {}));
      this.texts.set(entry, [entry.path, nameOf(entry.path, 'en'), nameOf(entry.path, 'ko'), ...words].join(' ').toLowerCase());
      this.requestUpdate();
      await new Promise((resolve) => setTimeout(resolve));
    }
    this.reading = false;
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-gallery': AppGallery;
  }
}
