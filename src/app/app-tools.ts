import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { baseStyles } from '../elements/base-styles.ts';
import { messagesIn } from '../elements/messages.ts';
import { ask } from './app-request.ts';
import { appSign, type AppSign } from './app-signs.ts';
import { MediaQuery } from './media-query.ts';
import { appMessagesIn } from './messages.ts';
import { GALLERY_ADDRESS, SESSION_ADDRESS } from './router.ts';

/** What one can do with the open scenario as a whole: share it, export it, open another. Buttons, or one menu where there is no room. */
@customElement('hopline-app-tools')
export class AppTools extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        flex: none;
        align-items: center;
        gap: 2px;
      }
      .button {
        text-decoration: none;
      }
      .name {
        display: none;
      }
      .menu {
        inset: 56px 8px auto auto;
        width: min(280px, calc(100vw - 16px));
        margin: 0;
        padding: 8px;
        border: 1px solid var(--_frame);
        border-radius: 16px;
        background: var(--_card);
        color: var(--_text);
        box-shadow: var(--_shadow);
      }
      .menu .button {
        display: flex;
        width: 100%;
        min-height: 48px;
        justify-content: flex-start;
        gap: 14px;
        padding: 0 12px;
        color: var(--_text);
      }
      .menu .name {
        display: inline;
      }
    `,
  ];

  @property({ attribute: false }) language = 'en';
  private readonly narrow = new MediaQuery(this, '(max-width: 1199px)');

  override render(): TemplateResult {
    if (!this.narrow.matches) return this.renderTools();
    const { more } = messagesIn(this.language);
    return html`<button type="button" class="button" popovertarget="menu" title=${more} aria-label=${more}>${appSign('menu', 24)}</button>
      <div id="menu" class="menu" popover @click=${this.closeMenu}>${this.renderTools()}</div>`;
  }

  private renderTools(): TemplateResult {
    const messages = appMessagesIn(this.language);
    return html`
      ${this.renderButton('link', messages.copyLink, 'copy-link')} ${this.renderButton('export', messages.export, 'export', 'E')}
      ${this.renderButton('presenter', messages.presenter, 'presenter', 'W')}
      ${this.renderButton('open', messages.openFile, 'pick')}
      ${this.renderWay('session', messages.session, SESSION_ADDRESS)} ${this.renderWay('gallery', messages.gallery, GALLERY_ADDRESS)}
    `;
  }

  private renderWay(sign: AppSign, name: string, address: string): TemplateResult {
    return html`<a class="button" href=${address} title=${name} aria-label=${name}>${appSign(sign)}<span class="name">${name}</span></a>`;
  }

  /** `key` does the same while the player has the focus. */
  private renderButton(sign: AppSign, name: string, type: 'copy-link' | 'pick' | 'export' | 'presenter', key?: string): TemplateResult {
    return html`<button type="button" class="button" title=${key ? `${name} (${key})` : name} aria-label=${name} aria-keyshortcuts=${key ?? nothing} @click=${() => ask(this, { type })}>
      ${appSign(sign)}<span class="name">${name}</span>
    </button>`;
  }

  private closeMenu(event: Event): void {
    (event.currentTarget as HTMLElement).hidePopover();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-app-tools': AppTools;
  }
}
