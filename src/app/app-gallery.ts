import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { baseStyles } from '../elements/base-styles.ts';
import { ask } from './app-request.ts';
import { appSign } from './app-signs.ts';
import type { ScenarioEntry } from './catalogue.ts';
import type { LinkTheme } from './link.ts';
import { appMessagesIn } from './messages.ts';
import './scenario-card.ts';
import type { Stills } from './stills.ts';

/** All scenarios that can be opened, and the way to open one's own. */
@customElement('hopline-gallery')
export class AppGallery extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
        padding: 40px 24px 56px;
      }
      section {
        max-width: 1872px;
        margin: 0 auto;
      }
      h2 {
        margin: 0 0 4px;
        font-size: 26px;
        line-height: 1.3;
      }
      .intro {
        margin: 0 0 24px;
        color: var(--_quiet);
        font-size: 17px;
        word-break: keep-all;
      }
      /* Under the player the heading stands in the strip that looks in from below. */
      :host([below]) {
        padding-top: 0;
      }
      :host([below]) .head {
        display: flex;
        align-items: center;
        gap: 16px;
        min-height: var(--app-peek);
        margin-bottom: 12px;
      }
      :host([below]) h2 {
        flex: none;
        margin: 0;
        font-size: 20px;
      }
      :host([below]) .intro {
        margin: 0;
        font-size: 15px;
      }
      .cards {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(min(100%, 380px), 1fr));
        gap: 24px;
        margin: 0;
        padding: 0;
        list-style: none;
      }
      .cards > li {
        display: grid;
      }
      .own-place {
        grid-column: 1 / -1;
      }
      .own {
        display: flex;
        align-items: center;
        justify-content: center;
        gap: 8px 24px;
        min-height: 120px;
        padding: 20px 24px;
        border: 2px dashed var(--_line);
        border-radius: 20px;
        background: none;
        color: var(--_text);
        text-align: start;
        cursor: pointer;
      }
      .own:hover {
        border-color: var(--_accent);
      }
      .own svg {
        flex: none;
        color: var(--_accent);
      }
      .own strong {
        display: block;
        font-size: 18px;
      }
      .own .hint {
        color: var(--_quiet);
        word-break: keep-all;
        text-wrap: pretty;
      }
      @media (max-width: 719px) {
        :host {
          padding: 28px 16px 40px;
        }
        .cards {
          gap: 16px;
        }
        :host([below]) .head {
          display: block;
          padding-top: 20px;
        }
      }
    `,
  ];

  @property({ attribute: false }) entries: readonly ScenarioEntry[] = [];
  @property({ attribute: false }) stills!: Stills;
  @property({ attribute: false }) language = 'en';
  @property({ attribute: false }) theme: LinkTheme = 'dark';
  /** It stands under the player. */
  @property({ type: Boolean, reflect: true }) below = false;
  /** Path of the scenario that is open. */
  @property({ attribute: false }) current = '';

  override render(): TemplateResult {
    const messages = appMessagesIn(this.language);
    return html`<section aria-labelledby="heading">
      <div class="head">
        <h2 id="heading">${messages.moreScenarios}</h2>
        <p class="intro">${messages.galleryIntro}</p>
      </div>
      <ul class="cards">
        ${repeat(this.entries, ({ path }) => path, (entry) => html`<li>${this.renderCard(entry)}</li>`)}
        <li class="own-place">
          <button type="button" class="own" @click=${() => ask(this, { type: 'pick' })}>
            ${appSign('drop', 40)}<span><strong>${messages.openOwn}</strong><span class="hint">${messages.openOwnHint}</span></span>
          </button>
        </li>
      </ul>
    </section>`;
  }

  private renderCard(entry: ScenarioEntry): TemplateResult | typeof nothing {
    return html`<hopline-scenario-card .entry=${entry} .stills=${this.stills} .language=${this.language} .theme=${this.theme}
      .current=${entry.path === this.current}></hopline-scenario-card>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-gallery': AppGallery;
  }
}
