import { html, nothing, type TemplateResult } from 'lit';
import { sign } from '../../elements/icons.ts';
import type { SessionLayer, SessionPoint, SessionReference } from '../../scenario/session/model.ts';
import type { LocalizedText } from '../../shared/text.ts';
import { nameOf } from '../topics.ts';
import { sessionMessagesIn } from './messages.ts';
import { addressOf } from './session-place.ts';
import { isHere, renderPlaces, type Say } from './session-places.ts';

/** Goals and points of the summary: what is named, what it means, where it is shown. */
export function renderPoints(points: readonly SessionPoint[], language: string, say: Say): TemplateResult {
  return html`<ul class="points">
    ${points.map((point) => html`<li>
      ${sign('chevron', 18)}
      <div>
        <p><strong>${say(point.term)}</strong>${point.text ? html` <span>${say(point.text)}</span>` : nothing}</p>
        ${renderHandout(point.handout, language, say)} ${renderPlaces(point.links, language, say)}
      </div>
    </li>`)}
  </ul>`;
}

/** The layers as a stack, the uppermost first. */
export function renderLayers(layers: readonly SessionLayer[], language: string, say: Say): TemplateResult {
  return html`<ol class="layers">
    ${layers.map((layer) => html`<li>
      <div class="layer-head">
        <h4>${say(layer.title)}</h4>
        ${renderHandout(layer.handout, language, say)} ${renderPlaces(layer.links, language, say)}
      </div>
      <ul class="layer-points">
        ${layer.points.map((point) => html`<li>
          ${renderTerm(point, language, say)}${point.text ? html`<p class="remark">${say(point.text)}</p>` : nothing}
        </li>`)}
      </ul>
    </li>`)}
  </ol>`;
}

/** A term that leads to the first scenario that shows it. */
function renderTerm({ term, links }: SessionPoint, language: string, say: Say): TemplateResult {
  const link = links.find(isHere);
  if (!link) return html`<span class="term">${say(term)}</span>`;
  return html`<a class="term" href=${addressOf(link)} title=${nameOf(link.scenario, language)}>${say(term)}${sign('play', 11)}</a>`;
}

/** Pages to read on. */
export function renderReferences(references: readonly SessionReference[], say: Say): TemplateResult {
  return html`<ul class="references">
    ${references.map(({ title, href }) => html`<li>
      <a href=${href} target="_blank" rel="noopener">${say(title)} ${sign('out', 16)}<span class="where">${href.replace(/^https:\/\/|\/$/g, '')}</span></a>
    </li>`)}
  </ul>`;
}

/** The words of the handout where the screen has others. */
export function renderHandout(handout: LocalizedText | undefined, language: string, say: Say): TemplateResult | typeof nothing {
  return handout ? html`<p class="handout">${sessionMessagesIn(language).handout(say(handout))}</p>` : nothing;
}
