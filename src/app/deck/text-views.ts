import { html, nothing, type TemplateResult } from 'lit';
import type { SessionPart, SessionSection } from '../../scenario/session/model.ts';
import type { DeckContext } from './deck-context.ts';
import { otherDeck } from './deck-options.ts';
import { minutesOf, type AppendixGroup } from './outline.ts';
import { agendaLine, chips, head, notes } from './slide-parts.ts';
import { titleArt } from './title-art.ts';

/** The first slide. */
export function titleView(deck: DeckContext): TemplateResult {
  const { t, session, options } = deck;
  const other = options.language === 'ko' ? 'en' : 'ko';
  return html`<div class="frame title">
    ${titleArt()}
    <p class="place">${deck.text(session.position)}</p>
    <h1>${deck.text(session.title)}</h1>
    <p class="lead">${deck.text(session.summary)}</p>
    <nav class="ways">
      <a href=${otherDeck(location.search, { lang: other })} lang=${other}>${t.otherLanguage}</a>
      <a href="${otherDeck(location.search, {})}&print-pdf">${t.print}</a>
      <a href=${deck.app}>${t.toApp}</a>
      <span class="keys">${t.keys}</span>
    </nav>
    ${notes([deck.text(session.summary), t.keys])}
  </div>`;
}

/** Where the session stands in its course: the line of the session's document, piece by piece. */
export function positionView(deck: DeckContext): TemplateResult {
  const { session, t } = deck;
  const steps = deck.text(session.position).split('›').map((piece) => piece.trim());
  return html`<div class="frame position">
    ${head(t.position, undefined, deck, minutesOf(session))}
    <ol class="steps-up">${steps.map((step, index) => html`<li style=${`--at:${index}`}><span class="rung">${index + 1}</span><strong>${step}</strong>
      ${index === steps.length - 1 ? html`<span>${deck.text(session.title)}</span>` : nothing}</li>`)}</ol>
    <p class="lead">${deck.text(session.summary)}</p>
    ${notes([deck.text(session.summary)])}
  </div>`;
}

/** A list of named points: the goals, the summary. */
export function pointsView(part: SessionPart, section: SessionSection, deck: DeckContext): TemplateResult {
  const title = part.sections.length === 1 ? deck.text(part.title) : deck.text(section.title);
  // A goal is one sentence, of which the term is the beginning.
  const style = part.minutes === undefined ? 'points' : 'points inline';
  return html`<div class="frame">
    ${head(title, part, deck, part.minutes)}
    <ol class=${style}>${section.points.map((point, index) => html`<li><span class="disc">${index + 1}</span>
      <div><strong>${deck.text(point.term)}</strong> ${point.text ? html`<p>${deck.text(point.text)}</p>` : nothing}</div>${chips(deck.flowsOf(point.links), deck, 1)}</li>`)}</ol>
    ${notes([deck.text(part.notes), ...section.points.filter(({ handout }) => handout).map((point) => `${deck.t.handout}: ${deck.text(point.handout)}`)])}
  </div>`;
}

/** All parts with their minutes, as long as they last. */
export function agendaView(deck: DeckContext): TemplateResult {
  const { t, agenda } = deck;
  const longest = Math.max(...agenda.map(({ minutes }) => minutes ?? 0));
  let at = 0;
  const rows = agenda.map((part, index) => {
    const from = at;
    at += part.minutes ?? 0;
    return html`<li data-accent=${deck.accentOf(part)}>
      <span class=${index === 0 ? 'disc plain' : 'disc'}>${index === 0 ? nothing : index}</span><strong>${deck.text(part.title)}</strong>
      <span class="span">${from}′ – ${at}′</span>
      <span class="length"><i style=${`width:${((part.minutes ?? 0) / longest) * 100}%`}></i></span><b>${t.minutes(part.minutes ?? 0)}</b></li>`;
  });
  return html`<div class="frame">
    ${head(t.agenda, undefined, deck, at)}
    <ol class="agenda">${rows}</ol>
    ${notes([t.total(at), ...agenda.map((part) => `${deck.text(part.title)}: ${t.minutes(part.minutes ?? 0)}`)])}
  </div>`;
}

/** The first slide of a part. */
export function dividerView(part: SessionPart, deck: DeckContext): TemplateResult {
  const { t } = deck;
  const number = deck.numberOf(part);
  return html`<div class="frame divider">
    <span class="numeral" aria-hidden="true">${number}</span>
    <div class="divider-text">
      <span class="crumb">${t.part(number)} · ${t.minutes(part.minutes ?? 0)}</span>
      <h2>${deck.text(part.title)}</h2>
      <ul>${part.sections.map((section) => html`<li>${deck.text(section.title)}</li>`)}</ul>
    </div>
    ${agendaLine(part, deck)}
    ${notes([deck.text(part.notes), t.minutes(part.minutes ?? 0)])}
  </div>`;
}

/** Pages to read on. */
export function referencesView(part: SessionPart, section: SessionSection, deck: DeckContext): TemplateResult {
  return html`<div class="frame">
    ${head(deck.text(section.title), undefined, deck)}
    <ul class="references">${section.references.map(({ title, href }) => html`<li><a href=${href} target="_blank" rel="noopener noreferrer"><strong>${deck.text(title)}</strong>
      <span>${href.replace(/^https:\/\//, '').replace(/\/$/, '')}</span></a></li>`)}</ul>
    ${notes([deck.text(part.notes)])}
  </div>`;
}

/** What comes next, and the last words. */
export function nextView(part: SessionPart, section: SessionSection, deck: DeckContext): TemplateResult {
  return html`<div class="frame next">
    <span class="crumb">${deck.text(part.title)}</span>
    <h2>${deck.text(section.title)}</h2>
    <p class="lead">${deck.text(section.text)}</p>
    <p class="closing">${deck.text(deck.session.closing)}</p>
    ${notes([deck.text(part.notes), deck.text(deck.session.closing)])}
  </div>`;
}

/** The scenarios behind the end, to pick from. */
export function appendixView(groups: readonly AppendixGroup[], deck: DeckContext): TemplateResult {
  return html`<div class="frame">
    ${head(deck.t.appendix, undefined, deck)}
    <div class="appendix">${groups.map(({ title, slides }) => html`<div class="group"><h3>${deck.text(title)}</h3>
      <ul>${slides.map((slide) => html`<li><a href="#/${slide.id}"><strong>${deck.text(slide.facts.title)}</strong><span>${deck.text(slide.link.text)}</span></a></li>`)}</ul></div>`)}</div>
    ${notes([deck.t.appendixHint])}
  </div>`;
}
