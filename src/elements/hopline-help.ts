import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query } from 'lit/decorators.js';
import { baseStyles } from './base-styles.ts';
import { sign } from './icons.ts';
import { request } from './requests.ts';
import type { UiState } from './ui-state.ts';

/** The keys, in a dialog that keeps the focus until it is closed. */
export class HoplineHelp extends LitElement {
  static override styles = [
    baseStyles,
    css`
      dialog {
        position: absolute;
        inset: 0;
        width: min(560px, calc(100% - 32px));
        max-height: min(820px, calc(100% - 32px));
        margin: auto;
        padding: 20px 24px 24px;
        overflow: auto;
        border: 1px solid var(--_rim);
        border-radius: 20px;
        background: var(--_card);
        color: var(--_text);
        box-shadow: var(--_shadow);
      }
      dialog::backdrop {
        background: rgb(0 0 0 / 0.5);
      }
      header {
        display: flex;
        align-items: center;
        justify-content: space-between;
      }
      h3 {
        margin: 0;
        font-size: 20px;
      }
      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 10px 20px;
        margin: 12px 0;
      }
      dt,
      ::slotted(dt) {
        color: var(--_accent);
        font-weight: 700;
        white-space: pre;
      }
      dd,
      ::slotted(dd) {
        margin: 0;
      }
      p {
        margin: 0;
        color: var(--_quiet);
        font-size: 14px;
      }
    `,
  ];

  @property({ attribute: false }) ui!: UiState;

  @query('dialog') private readonly dialog!: HTMLDialogElement;

  protected override render(): TemplateResult {
    const { t } = this.ui;
    return html`<dialog aria-label=${t.help} @close=${this.onClose} @cancel=${this.onCancel} @keydown=${this.onKey} @click=${this.onBackdrop}>
      <header>
        <h3>${t.help}</h3>
        <button type="button" class="button" aria-label=${t.close} title=${t.close} @click=${this.onCancel}>${sign('close', 18)}</button>
      </header>
      <dl>${t.keys.map(([keys, what]) => html`<dt>${keys}</dt><dd>${what}</dd>`)}<slot name="keys"></slot></dl>
      <p>${t.keysNote}</p>
    </dialog>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('ui')) return;
    if (this.ui.help && !this.dialog.open) this.dialog.showModal();
    if (!this.ui.help && this.dialog.open) this.dialog.close();
  }

  private readonly onCancel = (event: Event): void => {
    event.preventDefault();
    this.dialog.close();
  };

  private readonly onClose = (): void => {
    if (this.ui.help) request(this, { type: 'toggle-help' });
  };

  /** The player's keys are not for what is in the dialog. */
  private readonly onKey = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === '?') this.dialog.close();
  };

  private readonly onBackdrop = (event: MouseEvent): void => {
    if (event.target === this.dialog && event.detail > 0 && this.outside(event)) this.dialog.close();
  };

  private outside(event: MouseEvent): boolean {
    const { left, right, top, bottom } = this.dialog.getBoundingClientRect();
    return event.clientX < left || event.clientX > right || event.clientY < top || event.clientY > bottom;
  }
}
