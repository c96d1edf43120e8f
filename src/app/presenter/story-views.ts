import { html, nothing, type TemplateResult } from 'lit';
import { accentOf, narration, type SpeakerUi } from '../../elements/speaker-words.ts';
import type { PresenterWords } from './presenter-words.ts';

type Step = Parameters<typeof narration>[0];

/** What is to be said now: large, with the components in their colours, and what only the speaker should know. */
export function wordsView(ui: SpeakerUi, step: Step, t: PresenterWords): TemplateResult {
  return html`<div class="say" data-accent=${ui.trace ? accentOf(ui.trace, step) : 'neutral'}>
    <span class="number" aria-hidden="true">${step.number}</span>
    <div>
      <p class="narration">${narration(step, ui)}</p>
      ${step.aside ? html`<p class="aside"><b>${t.note}</b> ${step.aside}</p>` : nothing}
    </div>
  </div>`;
}

/** What comes after it, over its picture. */
export function aheadView(ui: SpeakerUi | undefined, step: Step | undefined, t: PresenterWords): TemplateResult {
  if (!ui || !step) return html`<h2><b>${t.next}</b></h2>${ui ? html`<div class="over"><p>${t.last}</p><p class="hint">${t.lastHint}</p></div>` : nothing}`;
  return html`<h2><b>${t.next}</b><span class="count">${step.number}</span><span class="title">${step.title}</span></h2>
    <p class="next-say">${narration(step, ui)}</p>`;
}
