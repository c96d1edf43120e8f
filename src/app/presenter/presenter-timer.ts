import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { baseStyles } from '../../elements/base-styles.ts';
import { sign } from '../../elements/icons.ts';
import { appSign } from '../app-signs.ts';
import { presenterWordsIn } from './presenter-words.ts';
import { elapsedText, Stopwatch } from './stopwatch.ts';

/** Milliseconds between two looks at the clock. */
const TICK_MS = 250;

/** The time since the talk began, which can be paused and set back, and the time on the clock. */
@customElement('hopline-presenter-timer')
export class PresenterTimer extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        display: flex;
        align-items: center;
        gap: 4px;
      }
      .time {
        display: grid;
        justify-items: start;
        line-height: 1.1;
      }
      .time b {
        font-size: 28px;
        font-weight: 700;
        letter-spacing: -0.01em;
      }
      .time.paused b {
        color: var(--_quiet);
      }
      .time span {
        color: var(--_quiet);
        font-size: 12px;
      }
      .clock {
        margin-left: 20px;
      }
      .clock b {
        font-weight: 500;
      }
      @media (max-width: 899px) {
        .time b {
          font-size: 22px;
        }
        .clock {
          margin-left: 8px;
        }
      }
    `,
  ];

  @property({ attribute: false }) language = 'en';
  /** What the time is kept under. */
  @property({ attribute: false }) room = '';

  private watch: Stopwatch | undefined;
  private interval: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.interval = setInterval(() => this.requestUpdate(), TICK_MS);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.interval);
  }

  /** Pauses it, or lets it go on. */
  toggle(): void {
    this.watch?.toggle();
    this.requestUpdate();
  }

  protected override willUpdate(): void {
    this.watch ??= new Stopwatch(this.room);
  }

  protected override render(): TemplateResult {
    const t = presenterWordsIn(this.language);
    const isRunning = this.watch?.isRunning ?? false;
    const name = isRunning ? t.pauseTimer : t.goOnTimer;
    return html`
      <div class="time ${isRunning ? '' : 'paused'}" role="timer"><b>${elapsedText(this.watch?.elapsed ?? 0)}</b><span>${t.elapsed}</span></div>
      <button type="button" class="button" title="${name} (T)" aria-label=${name} aria-keyshortcuts="T" @click=${() => this.toggle()}>${sign(isRunning ? 'pause' : 'play', 18)}</button>
      <button type="button" class="button" title=${t.resetTimer} aria-label=${t.resetTimer} @click=${() => this.reset()}>${appSign('back', 18)}</button>
      <div class="time clock"><b>${clockText(this.language)}</b><span>${t.clock}</span></div>
    `;
  }

  private reset(): void {
    this.watch?.reset();
    this.requestUpdate();
  }
}

/** Made once for a language: it is asked for four times a second. */
const formats = new Map<string, Intl.DateTimeFormat>();

function clockText(language: string): string {
  const format = formats.get(language) ?? new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  formats.set(language, format);
  return format.format(new Date());
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-presenter-timer': PresenterTimer;
  }
}
