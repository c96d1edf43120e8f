import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { baseStyles } from '../elements/base-styles.ts';
import { languageName, messagesIn } from '../elements/messages.ts';
import { appHeaderStyles, brandStyles } from './app-header.styles.ts';
import { ask } from './app-request.ts';
import { brand } from './brand.ts';
import { APP_LANGUAGES, appMessagesIn } from './messages.ts';
import { THEME_CHOICES, type ThemeChoice } from './preferences.ts';

/** The line over the gallery. Over the player it is the player's own, with the mark and the tools in its slots. */
@customElement('hopline-app-header')
export class AppHeader extends LitElement {
  static override styles = [baseStyles, brandStyles, appHeaderStyles];

  @property({ attribute: false }) language = 'en';
  @property({ attribute: false }) theme: ThemeChoice = 'auto';

  /** Tells a screen reader, and the next Tab, that this is another page now. */
  async focusTitle(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
  }

  override render(): TemplateResult {
    return html`<header>
      ${brand(this.language)}
      <h1 tabindex="-1">${appMessagesIn(this.language).gallery}</h1>
      ${this.renderLanguages()} ${this.renderThemes()}
    </header>`;
  }

  private renderLanguages(): TemplateResult {
    const current = this.language.split('-', 1)[0] ?? '';
    return html`<select class="select language" aria-label=${messagesIn(this.language).language} .value=${live(current)}
      @change=${(event: Event) => ask(this, { type: 'language', language: valueOf(event) })}>
      ${APP_LANGUAGES.map((language) => html`<option value=${language} lang=${language} ?selected=${language === current}>${languageName(language)}</option>`)}
    </select>`;
  }

  private renderThemes(): TemplateResult {
    const words = messagesIn(this.language);
    return html`<select class="select theme" aria-label=${words.theme} .value=${live(this.theme)}
      @change=${(event: Event) => ask(this, { type: 'theme', theme: valueOf(event) as ThemeChoice })}>
      ${THEME_CHOICES.map((theme) => html`<option value=${theme} ?selected=${theme === this.theme}>${words.themes[theme]}</option>`)}
    </select>`;
  }
}

function valueOf(event: Event): string {
  return (event.target as HTMLSelectElement).value;
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-app-header': AppHeader;
  }
}
