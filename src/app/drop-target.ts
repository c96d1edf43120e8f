import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { baseStyles } from '../elements/base-styles.ts';
import { ask } from './app-request.ts';
import { appSign } from './app-signs.ts';
import { droppedFiles } from './dropped-files.ts';
import { appMessagesIn } from './messages.ts';

/** Takes files that are dropped anywhere on the page, and shows that it does while some are held over it. */
@customElement('hopline-drop-target')
export class DropTarget extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: contents;
      }
      .over {
        position: fixed;
        inset: 0;
        z-index: 10;
        display: grid;
        place-items: center;
        padding: 24px;
        background: color-mix(in srgb, var(--_page) 78%, transparent);
        pointer-events: none;
      }
      .box {
        display: grid;
        justify-items: center;
        gap: 12px;
        max-width: 560px;
        padding: 48px;
        border: 3px dashed var(--_accent);
        border-radius: 24px;
        background: var(--_card);
        text-align: center;
        word-break: keep-all;
      }
      .box svg {
        color: var(--_accent);
      }
      strong {
        font-size: 28px;
      }
      span {
        color: var(--_quiet);
        font-size: 17px;
      }
    `,
  ];

  @property({ attribute: false }) language = 'en';
  /** Elements under the pointer that were entered and not left: a child is entered before its parent is left. */
  @state() private depth = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('dragenter', this.entered);
    window.addEventListener('dragover', this.over);
    window.addEventListener('dragleave', this.left);
    window.addEventListener('drop', this.dropped);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('dragenter', this.entered);
    window.removeEventListener('dragover', this.over);
    window.removeEventListener('dragleave', this.left);
    window.removeEventListener('drop', this.dropped);
  }

  override render(): TemplateResult {
    if (this.depth === 0) return html``;
    const messages = appMessagesIn(this.language);
    return html`<div class="over"><div class="box">${appSign('drop', 56)}<strong>${messages.dropHere}</strong><span>${messages.dropHint}</span></div></div>`;
  }

  private readonly entered = (event: DragEvent): void => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    this.depth += 1;
  };

  private readonly over = (event: DragEvent): void => {
    if (!carriesFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  };

  private readonly left = (event: DragEvent): void => {
    if (carriesFiles(event)) this.depth = Math.max(0, this.depth - 1);
  };

  private readonly dropped = (event: DragEvent): void => {
    this.depth = 0;
    if (!carriesFiles(event) || !event.dataTransfer) return;
    event.preventDefault();
    void droppedFiles(event.dataTransfer).then((files) => ask(this, { type: 'open', files }));
  };
}

/** Text and links that are dragged are none of ours. */
function carriesFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-drop-target': DropTarget;
  }
}
