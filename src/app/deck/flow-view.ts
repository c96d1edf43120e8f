import { html, nothing, type TemplateResult } from 'lit';
import { formatLink } from '../link.ts';
import type { DeckContext } from './deck-context.ts';
import type { FlowSlide } from './outline.ts';
import { crumb, notes } from './slide-parts.ts';

/** A slide with a player: what it is about, the picture, and under it the caption, which is the plugin's own list of steps. */
export function flowView(slide: FlowSlide, deck: DeckContext): TemplateResult {
  const { t, options } = deck;
  const { link, facts } = slide;
  const title = slide.section && !slide.extra ? deck.text(slide.section.title) : deck.text(facts.title);
  const intro = slide.section?.text && !slide.extra ? deck.text(slide.section.text) : deck.text(link.text ?? facts.summary);
  const address = `${deck.app}${formatLink({ scenario: link.scenario, path: link.choices, language: options.language, ...(link.level && { level: link.level }) })}`;
  return html`<div class="frame flow">
    <header class="bar">
      ${slide.extra ? html`<a class="crumb back" href="#/appendix">← ${t.back}</a>` : crumb(slide.part, deck)}
      <h2>${title}</h2>
      <a class="open" href=${address} target="_blank" rel="noopener">${t.openInApp} ↗</a>
    </header>
    <hopline-player data-src=${`${deck.app}scenarios/${link.scenario}.yaml`} data-steps=${slide.steps} lang=${options.language} theme=${deck.theme}
      captions="off" level=${link.level ?? nothing} path=${new URLSearchParams(link.choices).toString() || nothing}></hopline-player>
    <div class="ticks" aria-hidden="true">${Array.from({ length: slide.steps }, () => html`<i></i>`)}</div>
    <p class="intro">${intro}</p>
    ${notes([intro, slide.section?.handout ? `${t.handout}: ${deck.text(slide.section.handout)}` : '', t.steps(slide.steps)])}
  </div>`;
}
