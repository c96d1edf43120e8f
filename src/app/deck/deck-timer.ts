import { css, html, LitElement, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { countdownOf, leftAt, paused, started } from '../session/countdown.ts';
import { clockOf } from './clock.ts';
import { deckWords } from './deck-words.ts';
import type { DeckLanguage } from './deck-options.ts';

/** Milliseconds between two looks at the clock. */
const TICK_MS = 200;
const RADIUS = 46;
const ROUND = 2 * Math.PI * RADIUS;

/** What a timer tells the other windows of the same deck. */
interface TimerMessage {
  readonly id: string;
  /** Seconds; below zero the time is up. */
  readonly left?: number;
  readonly running?: boolean;
  readonly ask?: 'toggle' | 'reset';
}

/**
 * Counts a section of the discussion down; it can be paused, and goes on counting after the end. The speaker's view shows the audience's
 * timer and can pause it too.
 */
@customElement('hopline-deck-timer')
export class DeckTimer extends LitElement {
  static override styles = css`
    :host {
      display: grid;
      justify-items: center;
      gap: 28px;
    }
    .face {
      position: relative;
      width: var(--timer-size, 440px);
      aspect-ratio: 1;
    }
    svg {
      width: 100%;
      height: 100%;
      transform: rotate(-90deg);
    }
    circle {
      fill: none;
      stroke-width: 5;
      stroke: var(--_track);
    }
    .left {
      stroke: var(--accent);
      stroke-linecap: round;
    }
    .over .left {
      stroke: var(--_failure);
    }
    .value {
      position: absolute;
      inset: 0;
      display: grid;
      place-content: center;
      text-align: center;
      font-size: calc(var(--timer-size, 440px) * 0.255);
      font-weight: 700;
      font-variant-numeric: tabular-nums;
      letter-spacing: -0.02em;
    }
    .over .value {
      color: var(--_failure);
    }
    .state {
      min-height: 1.3em;
      font-size: 26px;
      font-weight: 500;
      letter-spacing: 0;
      color: var(--_quiet);
    }
    .buttons {
      display: flex;
      gap: 16px;
    }
    button {
      min-width: 170px;
      min-height: 68px;
      padding: 0 28px;
      border: 2px solid var(--_rim);
      border-radius: 16px;
      background: var(--_card);
      color: var(--_text);
      font: 700 28px var(--_font);
      cursor: pointer;
    }
    button.main {
      border-color: var(--accent);
      background: color-mix(in srgb, var(--accent) 16%, var(--_card));
    }
    button:focus-visible {
      outline: 4px solid var(--accent);
      outline-offset: 4px;
    }
    @media print {
      .buttons {
        display: none;
      }
    }
  `;

  @property({ type: Number }) minutes = 1;
  @property() label = '';
  @property() language: DeckLanguage = 'en';
  /** Shows what the audience's window counts, and counts nothing itself. */
  @property({ type: Boolean }) follower = false;

  @state() private left = 0;
  @state() private running = false;
  private touched = false;
  private stoppedByLeaving = false;
  private interval: ReturnType<typeof setInterval> | undefined;
  private timer = countdownOf(0);
  private channel: BroadcastChannel | undefined;

  /** Its slide is shown: starts the first time, and goes on where leaving the slide has stopped it. */
  enter(): void {
    if (this.follower) return;
    if (!this.touched || this.stoppedByLeaving) this.run();
  }

  /** Its slide was left. */
  leave(): void {
    this.stoppedByLeaving = this.running;
    this.stop();
  }

  /** Starts or pauses. */
  toggle(): void {
    if (this.follower) return this.tell({ id: this.id, ask: 'toggle' });
    this.stoppedByLeaving = false;
    if (this.running) this.stop();
    else this.run();
  }

  /** Back to all of its minutes, paused. */
  reset(): void {
    if (this.follower) return this.tell({ id: this.id, ask: 'reset' });
    this.stop();
    this.wind();
    this.tellState();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (!this.touched) this.wind();
    this.channel = new BroadcastChannel('hopline-deck-timers');
    this.channel.addEventListener('message', (event: MessageEvent<TimerMessage>) => this.heard(event.data));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
    this.channel?.close();
    this.channel = undefined;
  }

  protected override render(): TemplateResult {
    const t = deckWords(this.language);
    const over = this.left <= 0 && this.touched;
    const share = Math.max(0, Math.min(1, this.left / (this.minutes * 60)));
    return html`
      <div class="face ${over ? 'over' : ''}" role="timer" aria-label=${t.timer(this.label)}>
        <svg viewBox="0 0 100 100" aria-hidden="true">
          <circle cx="50" cy="50" r=${RADIUS}></circle>
          <circle class="left" cx="50" cy="50" r=${RADIUS} stroke-dasharray="${share * ROUND} ${ROUND}" ?hidden=${share === 0}></circle>
        </svg>
        <div class="value">${clockOf(this.left)}<span class="state">${over ? t.timeIsUp : this.running || !this.touched ? t.minutes(this.minutes) : t.pause}</span></div>
      </div>
      <div class="buttons">
        <button class="main" type="button" @click=${() => this.toggle()}>${this.running ? t.pause : this.touched ? t.resume : t.start}</button>
        <button type="button" @click=${() => this.reset()}>${t.reset}</button>
      </div>`;
  }

  private run(): void {
    if (this.running) return;
    this.running = true;
    this.touched = true;
    this.timer = started(this.timer, seconds());
    this.interval = setInterval(() => this.look(), TICK_MS);
    this.tellState();
  }

  private stop(): void {
    if (!this.running) return;
    this.timer = paused(this.timer, seconds());
    this.look();
    this.running = false;
    clearInterval(this.interval);
    this.tellState();
  }

  /** Back to all of its minutes. */
  private wind(): void {
    this.timer = countdownOf(this.minutes * 60);
    this.left = this.timer.left;
  }

  /** Time is read from the clock: timers of hidden windows come late. */
  private look(): void {
    const before = Math.ceil(this.left);
    this.left = leftAt(this.timer, seconds());
    if (Math.ceil(this.left) !== before) this.tellState();
  }

  private heard({ id, left, running, ask }: TimerMessage): void {
    if (id !== this.id) return;
    if (ask && !this.follower) return ask === 'toggle' ? this.toggle() : this.reset();
    if (!this.follower || left === undefined) return;
    this.left = left;
    this.running = running ?? false;
    this.touched = true;
  }

  private tellState(): void {
    if (!this.follower) this.tell({ id: this.id, left: this.left, running: this.running });
  }

  private tell(message: TimerMessage): void {
    this.channel?.postMessage(message);
  }
}

/** Seconds of the page's clock. */
function seconds(): number {
  return performance.now() / 1000;
}
