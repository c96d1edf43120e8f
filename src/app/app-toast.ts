import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { baseStyles } from '../elements/base-styles.ts';
import { messagesIn } from '../elements/messages.ts';
import { appSign } from './app-signs.ts';

/** A short word under the header, where it covers no control; it is also announced. */
export interface Notice {
  readonly text: string;
  /** Something that must be taken by hand, such as a link. */
  readonly copyable?: string;
  readonly action?: { readonly name: string; readonly run: () => void };
  /** Stays until the next one or until it is closed. */
  readonly stays?: boolean;
}

const SHOWN_MS = 6000;

/** Shows one notice at a time. */
@customElement('hopline-toast')
export class AppToast extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        position: fixed;
        inset: max(68px, env(safe-area-inset-top)) 16px auto;
        z-index: 8;
        display: grid;
        justify-items: center;
        pointer-events: none;
      }
      .notice {
        display: flex;
        align-items: center;
        gap: 8px 16px;
        max-width: 640px;
        padding: 8px 20px;
        border: 1px solid var(--_line);
        border-radius: 16px;
        background: var(--_card);
        color: var(--_text);
        font-size: 16px;
        box-shadow: var(--_shadow);
        word-break: keep-all;
        overflow-wrap: anywhere;
        pointer-events: auto;
      }
      span {
        flex: 1 1 auto;
        padding: 6px 0;
      }
      input {
        flex: 1 1 200px;
        min-width: 0;
        min-height: 44px;
        padding: 0 12px;
        border: 1px solid var(--_line);
        border-radius: 8px;
        background: var(--_page);
        color: inherit;
        font: inherit;
      }
      .button {
        color: var(--_link);
        font-weight: 700;
      }
      .button.close {
        margin-right: -10px;
        color: var(--_quiet);
      }
    `,
  ];

  @property({ attribute: false }) language = 'en';
  @state() private notice: Notice | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** Shows a notice in place of the one before. */
  show(notice: Notice): void {
    this.notice = notice;
    clearTimeout(this.timer);
    if (!notice.stays && !notice.copyable) this.timer = setTimeout(this.hide, SHOWN_MS);
  }

  /** Takes the notice away. */
  readonly hide = (): void => {
    clearTimeout(this.timer);
    this.notice = undefined;
  };

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.timer);
  }

  override render(): TemplateResult {
    return html`<div role="status">${this.notice ? this.renderNotice(this.notice) : nothing}</div>`;
  }

  private renderNotice({ text, copyable, action }: Notice): TemplateResult {
    const { close } = messagesIn(this.language);
    return html`<div class="notice" @keydown=${this.onKey}>
      <span>${text}</span>
      ${copyable ? html`<input readonly aria-label=${text} .value=${copyable} @focus=${selectAll} />` : nothing}
      ${action ? html`<button type="button" class="button" @click=${() => this.act(action.run)}>${action.name}</button>` : nothing}
      <button type="button" class="button close" title=${close} aria-label=${close} @click=${this.hide}>${appSign('close', 18)}</button>
    </div>`;
  }

  private act(run: () => void): void {
    this.hide();
    run();
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.hide();
  };
}

function selectAll(event: Event): void {
  (event.target as HTMLInputElement).select();
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-toast': AppToast;
  }
}
