import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, query } from 'lit/decorators.js';
import { baseStyles } from '../../elements/base-styles.ts';
import type { Preview } from './desk.ts';
import { SIZES, type SizeName } from './formats.ts';
import { exportMessagesIn } from './messages.ts';

/** What the file will look like, or how its text begins. */
@customElement('hopline-export-preview')
export class ExportPreview extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: block;
      }
      .frame {
        position: relative;
        aspect-ratio: 16 / 9;
        overflow: hidden;
        border: 1px solid var(--_rim);
        border-radius: 14px;
        background: var(--_page);
      }
      canvas {
        position: absolute;
        inset: 0;
        width: 100%;
        height: 100%;
        object-fit: contain;
      }
      pre {
        box-sizing: border-box;
        height: 100%;
        margin: 0;
        padding: 14px 16px;
        overflow: auto;
        color: var(--_quiet);
        font: 13px/1.55 ui-monospace, SFMono-Regular, Menlo, Consolas, var(--_font), monospace;
        white-space: pre-wrap;
        overflow-wrap: anywhere;
      }
    `,
  ];

  @property({ attribute: false }) preview: Preview | undefined;
  @property({ attribute: false }) size: SizeName = '1080p';
  @property({ attribute: false }) language = 'en';
  @property({ attribute: false }) contentLanguage = 'en';
  @query('canvas') private readonly canvas!: HTMLCanvasElement | null;

  override render(): TemplateResult {
    const { preview } = exportMessagesIn(this.language);
    const text = this.preview && 'text' in this.preview ? this.preview.text : undefined;
    const [width, height] = SIZES[this.size];
    return html`<div class="frame">
      ${text === undefined
        ? html`<canvas role="img" aria-label=${`${preview} · ${width} × ${height}`} width="960" height="540"></canvas>`
        : html`<pre tabindex="0" role="region" aria-label=${preview} lang=${this.contentLanguage}>${text}</pre>`}
    </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!changed.has('preview') || !this.preview || !('picture' in this.preview) || !this.canvas) return;
    const { picture } = this.preview;
    if (picture.width === 0) return;
    this.canvas.width = picture.width;
    this.canvas.height = picture.height;
    this.canvas.getContext('2d')?.drawImage(picture, 0, 0);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-export-preview': ExportPreview;
  }
}
