import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { Message, StepMark, Trace } from '../compile/trace.ts';
import { textIn } from '../shared/text.ts';
import { baseStyles } from './base-styles.ts';
import { nodeTitle, outcomeText } from './names.ts';
import type { UiState } from './ui-state.ts';

/** Messages told in all, and of one step: enough for what a person can follow, few enough for the page. */
const TOLD = 1500;
const TOLD_OF_STEP = 100;

/** The whole story as text for who cannot see the picture: who takes part, then each step with its messages in order. */
export class HoplineStory extends LitElement {
  static override styles = [
    baseStyles,
    css`
      :host {
        position: absolute;
        width: 1px;
        height: 1px;
        overflow: hidden;
        clip-path: inset(50%);
        /* Its layout costs a megabyte, but content-visibility would take it out of the accessibility tree, as nothing of it can be seen. */
      }
    `,
  ];

  @property({ attribute: false }) ui!: UiState;

  /** A story is long, and most of what changes in a player is not in it. */
  protected override shouldUpdate(changed: PropertyValues<this>): boolean {
    const before = changed.get('ui') as UiState | undefined;
    return before?.trace !== this.ui.trace || before?.step !== this.ui.step || before?.t !== this.ui.t;
  }

  protected override render(): TemplateResult {
    const { trace, t, lang } = this.ui;
    if (!trace) return html``;
    let left = TOLD;
    return html`<section aria-label=${textIn(trace.scenario.title, lang, trace.scenario.languages)} lang=${trace.variant.lang}>
      <h3>${t.actors}</h3>
      <ul>${actorsOf(trace).map((id) => html`<li>${this.actor(trace, id)}</li>`)}</ul>
      <h3>${t.steps}</h3>
      <ol>${trace.steps.map((step) => {
        const told = Math.min(step.last - step.first, TOLD_OF_STEP, left);
        left -= told;
        return this.step(trace, step, told);
      })}</ol>
    </section>`;
  }

  private actor(trace: Trace, id: string): string {
    const role = textIn(trace.scenario.architecture.nodes.get(id)?.role, trace.variant.lang, trace.scenario.languages);
    return role ? `${nodeTitle(trace, id)}: ${role}` : nodeTitle(trace, id);
  }

  private step(trace: Trace, step: StepMark, told: number): TemplateResult {
    const now = step.index === this.ui.step?.index;
    const rest = step.last - step.first - told;
    return html`<li aria-current=${now ? 'step' : nothing}>
      <p>${step.title}. ${step.say}${step.aside ? ` ${step.aside}` : nothing}</p>
      ${told > 0 ? html`<ol aria-label=${this.ui.t.messages}>
        ${trace.messages.slice(step.first, step.first + told).map((message) => html`<li>${this.message(trace, message)}</li>`)}
        ${rest > 0 ? html`<li>${this.ui.t.andMore(rest)}</li>` : nothing}
      </ol>` : nothing}
    </li>`;
  }

  private message(trace: Trace, message: Message): string {
    const { t } = this.ui;
    const from = nodeTitle(trace, message.from);
    const where = message.from === message.to ? t.workIn(from) : t.sendTo(from, nodeTitle(trace, message.to));
    const failure = outcomeText(message, t);
    return `${message.number} ${t.kinds[message.kind]} ${where}${message.label ? `: ${message.label}` : ''}${failure ? ` (${failure})` : ''}`;
  }
}

function actorsOf(trace: Trace): string[] {
  const all = new Set<string>();
  for (const step of trace.steps) for (const id of step.nodes) all.add(id);
  return [...trace.scenario.architecture.nodes.keys()].filter((id) => all.has(id));
}
