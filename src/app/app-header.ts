import { html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { baseStyles } from '../elements/base-styles.ts';
import { appHeaderStyles, brandStyles } from './app-header.styles.ts';
import { appSign } from './app-signs.ts';
import { brand } from './brand.ts';
import { languageList, themeList } from './header-lists.ts';
import { appMessagesIn } from './messages.ts';
import type { ThemeChoice } from './preferences.ts';
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
      ${this.renderPlace()} ${languageList(this.language)} ${themeList(this.language, this.theme)}
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
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-app-header': AppHeader;
  }
}
