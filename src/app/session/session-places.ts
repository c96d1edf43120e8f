import { html, nothing, type TemplateResult } from 'lit';
import { sign } from '../../elements/icons.ts';
import type { SessionLink } from '../../scenario/session/model.ts';
import type { LocalizedText } from '../../shared/text.ts';
import { SHIPPED } from '../catalogue.ts';
import { nameOf } from '../topics.ts';
import { addressOf } from './session-place.ts';

/** The words of a session in the viewer's language. */
export type Say = (text: LocalizedText | undefined) => string;

const HERE: ReadonlySet<string> = new Set(SHIPPED.map(({ path }) => path));

/** Whether the scenario of a link is among the shipped ones. */
export function isHere({ scenario }: SessionLink): boolean {
  return HERE.has(scenario);
}

/** Links to scenarios as a list of pills; those whose scenario is not among the shipped ones are left out. */
export function renderPlaces(links: readonly SessionLink[], language: string, say: Say, label = ''): TemplateResult | typeof nothing {
  const there = links.filter(isHere);
  if (there.length === 0) return nothing;
  return html`<ul class="places" aria-label=${label || nothing}>
    ${there.map((link) => html`<li><a class="place" href=${addressOf(link)}>${sign('play', 12)}<span>${nameOf(link.scenario, language)}${rest(say(link.text))}</span></a></li>`)}
  </ul>`;
}

function rest(text: string): TemplateResult | typeof nothing {
  return text ? html`<span class="more"> · ${text}</span>` : nothing;
}
