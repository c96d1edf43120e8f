import { html, nothing, type TemplateResult } from 'lit';
import type { SessionPart } from '../../scenario/session/model.ts';
import type { DeckContext } from './deck-context.ts';
import type { FlowSlide } from './outline.ts';

/** The line over a title: where in the session one is. */
export function crumb(part: SessionPart | undefined, deck: DeckContext): TemplateResult {
  const number = deck.numberOf(part);
  const label = number > 0 ? `${deck.t.part(number)} · ${deck.text(part?.title)}` : part ? deck.text(part.title) : deck.text(deck.session.title);
  return html`<span class="crumb">${label}</span>`;
}

/** The head of a slide that is read: crumb, title, minutes. */
export function head(title: string, part: SessionPart | undefined, deck: DeckContext, minutes?: number): TemplateResult {
  const over = part ? deck.text(part.title) : deck.text(deck.session.title);
  return html`<header class="head">
    <div>${over === title && deck.numberOf(part) <= 0 ? html`<span class="crumb">${deck.text(deck.session.title)}</span>` : crumb(part, deck)}<h2>${title}</h2></div>
    ${minutes === undefined ? nothing : html`<span class="minutes">${deck.t.minutes(minutes)}</span>`}
  </header>`;
}

/** What only the speaker sees. Empty lines are left out. */
export function notes(lines: readonly string[]): TemplateResult | typeof nothing {
  const written = lines.filter((line) => line !== '');
  return written.length === 0 ? nothing : html`<aside class="notes">${written.map((line) => html`<p>${line}</p>`)}</aside>`;
}

/** Leads to the slides that show a thing. */
export function chips(slides: readonly FlowSlide[], deck: DeckContext, most: number): TemplateResult | typeof nothing {
  if (slides.length === 0) return nothing;
  return html`<span class="chips">${slides.slice(0, most).map((slide) => html`<a class="chip" href="#/${slide.id}">${deck.text(slide.facts.title)}</a>`)}</span>`;
}

/** The agenda as one line: each part as long as its minutes, the current one lit. */
export function agendaLine(current: SessionPart | undefined, deck: DeckContext): TemplateResult {
  const at = deck.numberOf(current);
  return html`<ol class="agenda-line">${deck.agenda.map((part, index) => html`<li data-accent=${deck.accentOf(part)} style=${`flex-grow:${part.minutes ?? 1}`}
    class=${index === at ? 'now' : index < at ? 'done' : ''}><span>${deck.t.minutes(part.minutes ?? 0)}</span></li>`)}</ol>`;
}
