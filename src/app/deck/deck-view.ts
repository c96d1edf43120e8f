import { html, type TemplateResult } from 'lit';
import type { DeckContext } from './deck-context.ts';
import { flowView } from './flow-view.ts';
import { checklistView, layersView, phasesView, roundView, topicView } from './list-views.ts';
import type { Slide } from './outline.ts';
import { agendaView, appendixView, dividerView, nextView, pointsView, positionView, referencesView, titleView } from './text-views.ts';

/** All slides as reveal's sections, in their order. */
export function deckView(deck: DeckContext): TemplateResult {
  return html`${deck.slides.map((slide) => html`<section id=${slide.id} data-kind=${slide.kind} data-part=${slide.part?.id ?? ''} data-accent=${deck.accentOf(slide.part)}
    data-timing=${slide.seconds}>${slideView(slide, deck)}</section>`)}`;
}

function slideView(slide: Slide, deck: DeckContext): TemplateResult {
  switch (slide.kind) {
    case 'title': return titleView(deck);
    case 'position': return positionView(deck);
    case 'agenda': return agendaView(deck);
    case 'divider': return dividerView(slide.part, deck);
    case 'points': return pointsView(slide.part, slide.section, deck);
    case 'layers': return layersView(slide.part, slide.section, deck);
    case 'phases': return phasesView(slide.part, slide.section, deck);
    case 'references': return referencesView(slide.part, slide.section, deck);
    case 'next': return nextView(slide.part, slide.section, deck);
    case 'checklist': return checklistView(slide.part, slide.checklist, deck);
    case 'topic': return topicView(slide.part, slide.discussion, deck);
    case 'round': return roundView(slide.part, slide.round, deck);
    case 'appendix': return appendixView(slide.groups, deck);
    case 'flow': return flowView(slide, deck);
  }
}
