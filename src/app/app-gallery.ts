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
        max-width: 1440px;
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
      .own {
        display: flex;
        flex-direction: column;
        align-items: center;
        justify-content: center;
        gap: 12px;
        min-height: 220px;
        padding: 24px;
        border: 2px dashed var(--_line);
        border-radius: 20px;
        background: none;
        color: var(--_text);
        text-align: center;
        cursor: pointer;
      }
      .own:hover {
        border-color: var(--_accent);
      }
      .own svg {
        color: var(--_accent);
      }
      .own strong {
        font-size: 18px;
      }
      .own span {
        max-width: 34ch;
        color: var(--_quiet);
        word-break: keep-all;
        text-wrap: balance;
      }
      @media (max-width: 719px) {
        :host {
          padding: 28px 16px 40px;
        }
        .cards {
          gap: 16px;
        }
      }
    `,
  ];

  @property({ attribute: false }) entries: readonly ScenarioEntry[] = [];
  @property({ attribute: false }) stills!: Stills;
  @property({ attribute: false }) language = 'en';
  @property({ attribute: false }) theme: LinkTheme = 'dark';
  /** Path of the scenario that is open. */
  @property({ attribute: false }) current = '';

  override render(): TemplateResult {
    const messages = appMessagesIn(this.language);
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${messages.moreScenarios}</h2>
      <p class="intro">${messages.galleryIntro}</p>
      <ul class="cards">
        ${repeat(this.entries, ({ path }) => path, (entry) => html`<li>${this.renderCard(entry)}</li>`)}
        <li>
          <button class="own" @click=${() => ask(this, { type: 'pick' })}>
            ${appSign('drop', 36)}<strong>${messages.openOwn}</strong><span>${messages.openOwnHint}</span>
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
