import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { live } from 'lit/directives/live.js';
import { baseStyles } from '../elements/base-styles.ts';
import { languageName, messagesIn } from '../elements/messages.ts';
import { appHeaderStyles, brandStyles } from './app-header.styles.ts';
import { ask } from './app-request.ts';
import { appSign } from './app-signs.ts';
import { brand } from './brand.ts';
import { APP_LANGUAGES, appMessagesIn } from './messages.ts';
import { THEME_CHOICES, type ThemeChoice } from './preferences.ts';
import { GALLERY_ADDRESS, SESSION_ADDRESS } from './router.ts';

/** The line over the gallery and the session. Over the player it is the player's own, with the mark and the tools in its slots. */
@customElement('hopline-app-header')
export class AppHeader extends LitElement {
  static override styles = [baseStyles, brandStyles, appHeaderStyles];

  @property({ attribute: false }) language = 'en';
  @property({ attribute: false }) theme: ThemeChoice = 'auto';
  @property({ attribute: false }) page: 'gallery' | 'session' = 'gallery';

  /** Tells a screen reader, and the next Tab, that this is another page now. */
  async focusTitle(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector('h1')?.focus({ preventScroll: true });
  }

  override render(): TemplateResult {
    return html`<header>
      ${brand(this.language)}
      ${this.renderPlace()} ${this.renderLanguages()} ${this.renderThemes()}
    </header>`;
  }

  /** The name of the page, and the way to the other one; the session has its name on its own page. */
  private renderPlace(): TemplateResult {
    const { gallery, session } = appMessagesIn(this.language);
    if (this.page === 'session') {
      return html`<nav class="alone"><a class="button" href=${GALLERY_ADDRESS}>${appSign('gallery')}<span>${gallery}</span></a></nav>`;
    }
    return html`<h1 tabindex="-1">${gallery}</h1>
      <nav><a class="button" href=${SESSION_ADDRESS}>${appSign('session')}<span>${session}</span></a></nav>`;
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
