import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import type { Message, StepMark, Trace } from '../compile/trace.ts';
import { accentStyles } from './accent-styles.ts';
import { baseStyles } from './base-styles.ts';
import { sign } from './icons.ts';
import { messageTitle, nodeTitle, outcomeText, wayOf } from './names.ts';
import { request } from './requests.ts';
import { accentOf, stepAccent } from '../compile/step-accent.ts';
import { stepsStyles } from './hopline-steps.styles.ts';
import { panelStyles } from './panel-styles.ts';
import type { UiState } from './ui-state.ts';

/** Messages that one step lists at most (traffic has thousands), and all steps but the current one together. */
const LISTED = 60;
const LISTED_IN_ALL = 1200;

/** The story as a list: each step with its messages, the current one marked; a press goes there. A second list has the components. */
export class HoplineSteps extends LitElement {
  static override styles = [baseStyles, accentStyles, panelStyles, stepsStyles];

  @property({ attribute: false }) ui!: UiState;
  /** Under the stage on a phone: no head, no second list. */
  @property({ type: Boolean, reflect: true }) flat = false;

  @state() private list: 'steps' | 'components' = 'steps';
  private message = -1;
  private marked: Element | null = null;

  /** Marks the message under way (-1: none), past Lit: a long list is not made anew for each message. */
  showMessage(index: number): void {
    if (index === this.message && this.marked?.isConnected) return;
    this.message = index;
    // Before the first update there are no rows; `updated` marks then.
    if (this.hasUpdated) this.mark();
  }

  protected override render(): TemplateResult {
    const { t, trace } = this.ui;
    if (!trace) return html``;
    const tab = (list: 'steps' | 'components', text: string): TemplateResult =>
      html`<button type="button" aria-pressed=${this.list === list ? 'true' : 'false'} @click=${(): void => void (this.list = list)}>${text}</button>`;
    return html`
      ${this.flat ? nothing : html`<div class="head">
        <div class="segments" role="group" aria-label=${t.steps}>${tab('steps', t.steps)}${tab('components', t.components)}</div>
        <button type="button" class="button" aria-label=${t.close} title=${t.close} @click=${(): void => request(this, { type: 'panel', panel: 'none' })}>${sign('close', 18)}</button>
      </div>`}
      <div class="list" tabindex="-1">${this.list === 'steps' || this.flat ? this.steps(trace) : this.components(trace)}</div>
    `;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('ui') as UiState | undefined;
    this.mark();
    if (before?.step !== this.ui.step || changed.has('list' as keyof HoplineSteps)) this.reveal();
  }

  private mark(): void {
    const row = this.message < 0 ? null : this.renderRoot.querySelector(`[data-message='${this.message}']`);
    if (row === this.marked) return;
    this.marked?.classList.remove('now');
    this.marked?.firstElementChild?.removeAttribute('aria-current');
    this.marked = row;
    row?.classList.add('now');
    row?.firstElementChild?.setAttribute('aria-current', 'true');
    if (row) this.reveal();
  }

  /** Scrolls the list, never the page. */
  private reveal(): void {
    const list = this.renderRoot.querySelector<HTMLElement>('.list');
    const row = list?.querySelector<HTMLElement>('.message.now') ?? list?.querySelector<HTMLElement>('.step.now');
    if (!list || !row) return;
    const [box, at] = [list.getBoundingClientRect(), row.getBoundingClientRect()];
    if (at.top >= box.top + 8 && at.bottom <= box.bottom - 8) return;
    list.scrollTop += at.top - box.top - box.height / 3;
  }

  private steps(trace: Trace): TemplateResult {
    let left = LISTED_IN_ALL;
    return html`<ol>${trace.steps.map((step) => {
      const now = step.index === this.ui.step?.index;
      const listed = Math.min(step.last - step.first, LISTED, now ? LISTED : left);
      left = Math.max(0, left - listed);
      return this.step(trace, step, now, listed);
    })}</ol>`;
  }

  private step(trace: Trace, step: StepMark, now: boolean, listed: number): TemplateResult {
    const messages = trace.messages.slice(step.first, step.first + listed);
    const rest = step.last - step.first - messages.length;
    const head = !this.flat || messages.length === 0;
    return html`
      <li class="step ${now ? 'now' : ''}" data-accent=${stepAccent(trace, step.index)}>
        ${head ? html`<button type="button" class="go" aria-current=${now ? 'step' : nothing} @click=${(): void => request(this, { type: 'go-to-step', id: step.id })}>
          <span class="number">${step.number}</span><span class="title">${step.title}</span>
        </button>` : nothing}
        ${messages.length > 0 ? html`<ol>${messages.map((message) => this.messageRow(trace, message))}</ol>` : nothing}
        ${rest > 0 ? html`<p class="rest">${this.ui.t.andMore(rest)}</p>` : nothing}
      </li>
    `;
  }

  private messageRow(trace: Trace, message: Message): TemplateResult {
    const { t } = this.ui;
    const failure = outcomeText(message, t);
    return html`<li class="message" data-message=${message.index}>
      <button type="button" class="go" @click=${(): void => this.pick(message)}>
        <span class="number">${this.flat || message.number !== String(message.step + 1) ? message.number : nothing}</span>
        <span class="title">${messageTitle(message, t)}<span class="way">${wayOf(trace, message, t)}${failure ? html` <span class="failure">${failure}</span>` : nothing}</span></span>
      </button>
    </li>`;
  }

  private pick(message: Message): void {
    request(this, { type: 'go-to-message', index: message.index });
    request(this, { type: 'inspect', selection: { kind: 'message', index: message.index } });
  }

  private components(trace: Trace): TemplateResult {
    const { architecture } = trace.scenario;
    const inspect = (id: string): void => request(this, { type: 'inspect', selection: { kind: 'node', id } });
    return html`<ul>${[...architecture.nodes.values()].filter(({ parent }) => parent === undefined).map(({ id }) => html`
      <li class="component" data-accent=${accentOf(architecture, id)}>
        <button type="button" class="go" @click=${(): void => inspect(id)}><span class="dot"></span><span class="title">${nodeTitle(trace, id)}</span></button>
      </li>`)}</ul>`;
  }
}
