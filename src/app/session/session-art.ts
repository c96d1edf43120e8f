import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import { loadEntry, SHIPPED } from '../catalogue.ts';
import { drawStill } from '../draw-still.ts';
import type { LinkTheme } from '../link.ts';
import type { Stills } from '../stills.ts';

/** The picture behind the session's title: a still of one of its scenarios, fading into the page. It says nothing that the page does not. */
@customElement('hopline-session-art')
export class SessionArt extends LitElement {
  static override styles = css`
    :host {
      display: block;
      pointer-events: none;
    }
    canvas {
      display: block;
      width: 100%;
      height: 100%;
      opacity: 0;
      mask-image: linear-gradient(to right, transparent, #000 45%), linear-gradient(to top, transparent, #000 35%);
      mask-composite: intersect;
    }
    .drawn {
      opacity: 1;
    }
    @media (prefers-reduced-motion: no-preference) {
      canvas {
        transition: opacity 0.6s;
      }
    }
  `;

  /** Path of the scenario. */
  @property({ attribute: false }) path = '';
  @property({ attribute: false }) stills!: Stills;
  @property({ attribute: false }) language = 'en';
  @property({ attribute: false }) theme: LinkTheme = 'dark';
  @state() private drawn = false;
  @query('canvas') private readonly canvas!: HTMLCanvasElement;
  private drawing: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.drawing?.abort();
  }

  override render(): TemplateResult {
    return html`<canvas class=${this.drawn ? 'drawn' : ''} aria-hidden="true"></canvas>`;
  }

  override updated(changed: Map<PropertyKey, unknown>): void {
    if (['path', 'language', 'theme'].some((name) => changed.has(name))) void this.draw();
  }

  private async draw(): Promise<void> {
    this.drawing?.abort();
    const drawing = new AbortController();
    this.drawing = drawing;
    const entry = SHIPPED.find(({ path }) => path === this.path);
    const { scenario } = entry ? await loadEntry(entry) : {};
    if (!scenario || drawing.signal.aborted) return;
    try {
      this.drawn = await drawStill(this.canvas, scenario, { theme: this.theme, language: this.language }, this.stills, drawing.signal);
    } catch (error) {
      if (!drawing.signal.aborted) console.warn(`No picture of ${this.path}:`, error);
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-session-art': SessionArt;
  }
}
