import { html, nothing, type TemplateResult } from 'lit';
import type { Checklist, DiscussionRound, SessionDiscussion, SessionPart, SessionSection } from '../../scenario/session/model.ts';
import type { DeckContext } from './deck-context.ts';
import { agendaLine, chips, head, notes } from './slide-parts.ts';

/** Accents of the layers from top to bottom, and of the phases in their order. */
const LAYER_ACCENTS = ['clients', 'control-plane', 'observability', 'worker', 'storage'];
const PHASE_ACCENTS = ['clients', 'worker', 'control-plane'];

/** The layers, lying on each other. */
export function layersView(part: SessionPart, section: SessionSection, deck: DeckContext): TemplateResult {
  const said = section.layers.flatMap(({ points }) => points.filter(({ text }) => text).map((point) => `${deck.text(point.term)}: ${deck.text(point.text)}`));
  return html`<div class="frame">
    ${head(deck.text(section.title), part, deck)}
    <ol class="layers">${section.layers.map((layer, index) => html`<li data-accent=${LAYER_ACCENTS[index % LAYER_ACCENTS.length]}>
      <strong>${deck.text(layer.title)}</strong><span class="things">${layer.points.map((point) => html`<span>${deck.text(point.term)}</span>`)}</span></li>`)}</ol>
    ${notes([deck.text(section.text), ...said])}
  </div>`;
}

/** One checklist; the reasons are for the speaker, the chips lead to what demonstrates an item. */
export function checklistView(part: SessionPart, { title, items }: Checklist, deck: DeckContext): TemplateResult {
  const reasons = items.map(({ text, why, handout }) => `${deck.text(text)}: ${deck.text(why)}${handout ? ` (${deck.t.handout}: ${deck.text(handout)})` : ''}`);
  return html`<div class="frame">
    ${head(deck.text(title), part, deck)}
    <ol class="checklist">${items.map(({ text, links }) => html`<li><span class="box" aria-hidden="true"></span><strong>${deck.text(text)}</strong>${chips(deck.flowsOf(links), deck, 2)}</li>`)}</ol>
    ${notes(reasons)}
  </div>`;
}

/** The phases side by side, each a road with its stations. */
export function phasesView(part: SessionPart, section: SessionSection, deck: DeckContext): TemplateResult {
  const said = section.phases.flatMap(({ stations }) => stations.filter(({ text }) => text).map((station) => `${deck.text(station.title)}: ${deck.text(station.text)}`));
  return html`<div class="frame">
    ${head(deck.text(section.title), part, deck)}
    <ol class="phases">${section.phases.map((phase, index) => html`<li data-accent=${PHASE_ACCENTS[index % PHASE_ACCENTS.length]}>
      <h3>${deck.text(phase.title)}</h3>${phase.text ? html`<p>${deck.text(phase.text)}</p>` : nothing}
      <ol>${phase.stations.map((station) => html`<li>${deck.text(station.title)}</li>`)}</ol></li>`)}</ol>
    ${notes([deck.text(section.text), ...said])}
  </div>`;
}

/** The question of the discussion, and what its minutes are for. */
export function topicView(part: SessionPart, { topic, rounds }: SessionDiscussion, deck: DeckContext): TemplateResult {
  const { t } = deck;
  return html`<div class="frame topic">
    ${head(t.discussion, part, deck, part.minutes)}
    <blockquote>${deck.text(topic)}</blockquote>
    <ol class="rounds">${rounds.map((round) => html`<li style=${`flex-grow:${round.minutes}`}><a href="#/round-${round.id}"><strong>${deck.text(round.title)}</strong><span>${t.minutes(round.minutes)}</span></a></li>`)}</ol>
    ${agendaLine(part, deck)}
    ${notes([deck.text(part.notes), ...rounds.map((round) => `${deck.text(round.title)}: ${t.minutes(round.minutes)}`)])}
  </div>`;
}

/** A section of the discussion with its prompts and its timer. */
export function roundView(part: SessionPart, round: DiscussionRound, deck: DeckContext): TemplateResult {
  const starters = round.links.map((link) => ({ link, slides: deck.flowsOf([link]) })).filter(({ slides }) => slides.length > 0);
  return html`<div class="frame round">
    ${head(deck.text(round.title), part, deck)}
    <ol class="prompts">${round.prompts.map((prompt) => html`<li><strong>${deck.text(prompt.term)}</strong><span>${deck.text(prompt.text)}</span><p>${deck.text(prompt.question)}</p></li>`)}</ol>
    <hopline-deck-timer id="timer-${round.id}" minutes=${round.minutes} label=${deck.text(round.title)} language=${deck.options.language} ?follower=${deck.options.receiver}></hopline-deck-timer>
    ${notes([deck.t.minutes(round.minutes), ...starters.map(({ link, slides }) => `${deck.text(slides[0]?.facts.title)}: ${deck.text(link.text)}`),
      ...round.prompts.map((prompt) => `${deck.text(prompt.term)}: ${deck.text(prompt.question)}`)])}
  </div>`;
}
