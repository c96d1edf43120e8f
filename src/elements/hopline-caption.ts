import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import type { StepMark } from '../compile/trace.ts';
import { accentStyles } from './accent-styles.ts';
import { baseStyles } from './base-styles.ts';
import { citationLink } from './citation.ts';
import { captionStyles } from './hopline-caption.styles.ts';
import { sign } from './icons.ts';
import { narrationParts } from '../compile/narration.ts';
import { stepAccent } from '../compile/step-accent.ts';
import type { UiState } from './ui-state.ts';

/** Longest texts that hold the caption's height, so that the stage never changes its size between two steps. */
const GHOSTS = 3;

/**
 * What happens in the current step: number, narration with the components' names in their accents, citation, aside.
 * @csspart number - the disc with the step's number
 * @csspart narration - the sentence
 */
export class HoplineCaption extends LitElement {
  static override styles = [baseStyles, accentStyles, captionStyles];

  @property({ attribute: false }) ui!: UiState;
  /** No links and no aside: for a hall. */
  @property({ type: Boolean, reflect: true }) presenting = false;

  protected override render(): TemplateResult {
    const { step, trace } = this.ui;
    if (!trace || !step) return html`<div class="box"></div>`;
    const longest = [...trace.steps].sort((a, b) => weight(b) - weight(a)).slice(0, GHOSTS);
    return html`<div class="box">${longest.map((ghost) => this.entry(ghost, true))}${this.entry(step, false)}</div>`;
  }

  private entry(step: StepMark, ghost: boolean): TemplateResult {
    const { trace } = this.ui;
    return html`
      <div class="entry" ?data-ghost=${ghost} aria-hidden=${ghost ? 'true' : nothing} data-accent=${trace ? stepAccent(trace, step.index) : 'neutral'}>
        <span class="number" part=${ghost ? nothing : 'number'}>${step.number}</span>
        <div class="words">
          <p class="narration" part=${ghost ? nothing : 'narration'}>${this.narration(step.say)}</p>
          ${step.aside && !this.presenting ? html`<p class="aside">${step.aside}</p>` : nothing}
        </div>
        ${this.presenting ? nothing : this.citations(step, ghost)}
      </div>
    `;
  }

  private narration(text: string): readonly (string | TemplateResult)[] {
    return narrationParts(text, this.ui.names).map(({ text: run, accent }) => (accent ? html`<b class="name" data-accent=${accent}>${run}</b>` : run));
  }

  private citations(step: StepMark, ghost: boolean): TemplateResult | typeof nothing {
    const { trace, lang, t } = this.ui;
    if (!trace || step.cite.length === 0) return nothing;
    const base = new URL(trace.scenario.source, document.baseURI).href;
    const links = step.cite.map((citation) => citationLink(citation, base, lang, trace.scenario.languages)).filter((link) => link !== undefined);
    return html`<div class="cites">${links.slice(0, 2).map((link) =>
      ghost
        ? html`<span class="cite">${link.label} ${sign('out', 15)}</span>`
        : html`<a class="cite" part="citation" href=${link.href} target="_blank" rel="noopener noreferrer" title=${link.href}
            ><span class="hidden-text">${t.source}: </span>${link.label} ${sign('out', 15)}<span class="hidden-text"> (${t.opensInNewTab})</span></a>`,
    )}</div>`;
  }
}

function weight(step: StepMark): number {
  return step.say.length + (step.aside ? 40 + step.aside.length : 0);
}
