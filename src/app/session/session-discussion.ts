import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { baseStyles } from '../../elements/base-styles.ts';
import { sign } from '../../elements/icons.ts';
import type { DiscussionRound, Session, SessionDiscussion as Discussion } from '../../scenario/session/model.ts';
import { textIn, type LocalizedText } from '../../shared/text.ts';
import { ask } from '../app-request.ts';
import { appSign } from '../app-signs.ts';
import { clockText } from './countdown.ts';
import { DiscussionClock, WHOLE, type ClockWorld, type TimerId } from './discussion-clock.ts';
import { sessionMessagesIn } from './messages.ts';
import { sessionDiscussionStyles } from './session-discussion.styles.ts';
import { isHere, renderPlaces } from './session-places.ts';
import { sessionStyles } from './session-styles.ts';

/** How often the figures are looked at while a timer runs. */
const LOOK_MS = 200;
const RADIUS = 42;
const ROUND_TRIP = 2 * Math.PI * RADIUS;

/** A discussion: its question, its sections with running timers, and what to ask when talk runs dry. */
@customElement('hopline-session-discussion')
export class SessionDiscussion extends LitElement {
  static override styles = [baseStyles, sessionStyles, sessionDiscussionStyles];

  @property({ attribute: false }) session!: Session;
  @property({ attribute: false }) discussion!: Discussion;
  @property({ attribute: false }) language = 'en';
  /** @internal For tests: the time and the storage of the timers. */
  @property({ attribute: false }) world: ClockWorld | undefined;
  @state() private figures = '';
  private clock!: DiscussionClock;
  private looking: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.look);
    if (this.clock?.ticking) this.wind();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.look);
    clearInterval(this.looking);
    this.looking = undefined;
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('discussion') && !changed.has('world')) return;
    const rounds = this.discussion.rounds.map(({ id, minutes }) => [id, minutes * 60] as const);
    this.clock = new DiscussionClock(`hopline-timers-${this.session.id}`, rounds, ...(this.world ? [this.world] : []));
    this.wind();
  }

  override render(): TemplateResult {
    const words = sessionMessagesIn(this.language);
    return html`
      <blockquote>${this.say(this.discussion.topic)}</blockquote>
      <div class=${this.stateOf(WHOLE, 'whole')}>
        ${this.renderFace(WHOLE)}
        <div class="whole-text">
          <h4>${words.whole} ${this.renderOver(WHOLE)}</h4>
          <p class="hint">${words.timerHint}</p>
        </div>
        ${this.renderButtons(WHOLE, words.whole)}
      </div>
      <ol class="rounds">
        ${this.discussion.rounds.map((round) => html`<li class=${this.stateOf(round.id, 'round')}>${this.renderRound(round)}</li>`)}
      </ol>
    `;
  }

  private renderRound(round: DiscussionRound): TemplateResult {
    const words = sessionMessagesIn(this.language);
    const title = this.say(round.title);
    return html`
      <div class="round-head">
        ${this.renderFace(round.id)}
        <div class="round-text">
          <h4>${title} <span class="minutes">${words.minutes(round.minutes)}</span> ${this.renderOver(round.id)}</h4>
          ${this.renderButtons(round.id, title)}
        </div>
      </div>
      <ul class="prompts">
        ${round.prompts.map((prompt) => html`<li>
          <p><strong>${this.say(prompt.term)}</strong> <span class="meaning">${this.say(prompt.text)}</span></p>
          <p class="question">${this.say(prompt.question)}</p>
          ${renderPlaces(prompt.links, this.language, this.say, this.say(prompt.term))}
        </li>`)}
      </ul>
      ${round.links.some(isHere) ? html`<div class="starters"><h5>${words.starters}</h5>${renderPlaces(round.links, this.language, this.say)}</div>` : nothing}
    `;
  }

  private renderFace(id: TimerId): TemplateResult {
    const left = this.clock.left(id);
    const share = Math.max(0, left) / this.clock.total(id);
    return html`<div class="face">
      <svg viewBox="0 0 100 100" aria-hidden="true" focusable="false">
        <circle class="track" cx="50" cy="50" r=${RADIUS}></circle>
        <circle class="left" cx="50" cy="50" r=${RADIUS} stroke-dasharray="${share * ROUND_TRIP} ${ROUND_TRIP}" transform="rotate(-90 50 50)"></circle>
      </svg>
      <span class="figures" role="timer">${clockText(left)}</span>
    </div>`;
  }

  private renderOver(id: TimerId): TemplateResult | typeof nothing {
    return this.clock.left(id) <= 0 ? html`<span class="over">${sessionMessagesIn(this.language).over}</span>` : nothing;
  }

  private renderButtons(id: TimerId, title: string): TemplateResult {
    const words = sessionMessagesIn(this.language);
    const running = this.clock.isRunning(id);
    const name = running ? words.pause : this.clock.isFresh(id) ? words.start : words.resume;
    return html`<div class="buttons">
      <button type="button" class=${running ? 'act' : 'act main'} aria-label=${words.timerOf(name, title)} @click=${() => this.toggle(id)}>
        ${sign(running ? 'pause' : 'play', 16)}${name}
      </button>
      <button type="button" class="act" aria-label=${words.timerOf(words.resetTimer, title)} ?disabled=${this.clock.isFresh(id)} @click=${() => this.reset(id)}>
        ${appSign('back', 18)}${words.resetTimer}
      </button>
    </div>`;
  }

  private stateOf(id: TimerId, name: string): string {
    return `${name}${this.clock.isRunning(id) ? ' running' : ''}${this.clock.left(id) <= 0 ? ' late' : ''}`;
  }

  private readonly say = (text: LocalizedText | undefined): string => textIn(text, this.language, this.session.languages);

  private toggle(id: TimerId): void {
    if (this.clock.isRunning(id)) this.clock.pause(id);
    else this.clock.start(id);
    this.wind();
    this.requestUpdate();
  }

  private reset(id: TimerId): void {
    this.clock.reset(id);
    this.wind();
    this.requestUpdate();
  }

  /** Looks at the clock while there is something to see. */
  private wind(): void {
    clearInterval(this.looking);
    this.looking = this.clock.ticking ? setInterval(this.look, LOOK_MS) : undefined;
  }

  private readonly look = (): void => {
    if (!this.clock) return;
    this.tellOfEnds();
    // Drawn anew once a second, not at every look.
    this.figures = [WHOLE, ...this.discussion.rounds.map(({ id }) => id)].map((id) => clockText(this.clock.left(id))).join(' ');
  };

  /** The page around shows it and has it read out; it stays there while the timers are not in sight. */
  private tellOfEnds(): void {
    const words = sessionMessagesIn(this.language);
    for (const id of this.clock.newlyOver()) {
      const round = this.discussion.rounds.find((one) => one.id === id);
      const text = words.roundOver(round ? this.say(round.title) : words.whole);
      ask(this, { type: 'tell', notice: { text, ...(!this.checkVisibility() && { stays: true }) } });
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'hopline-session-discussion': SessionDiscussion;
  }
}
