import { html, nothing, type TemplateResult } from 'lit';
import type { Session, SessionPart } from '../../scenario/session/model.ts';
import { sessionMessagesIn } from './messages.ts';
import type { Say } from './session-places.ts';

const ACCENTS = ['clients', 'control-plane', 'worker', 'networking', 'storage', 'observability'] as const;

/** The colour of a part, by its place in the session. */
export function accentOf(index: number): string {
  return ACCENTS[index] ?? 'neutral';
}

/** The address of a session's page, or of a part of it. */
export function sessionAddress({ id }: Session, part = ''): string {
  return `#/session/${id}${part && `/${part}`}`;
}

/** The slide of the deck on which a part begins, by the part's place in the session. */
export function slideOf({ id, minutes, sections }: SessionPart, index: number): string {
  const [first] = sections;
  const isOpened = index > 0 && minutes !== undefined && !first?.discussion;
  if (isOpened) return `part-${id}`;
  return first?.discussion ? id : (first?.id ?? id);
}

/** The parts in their order, with their minutes as bars. `current` is the one that is being read. */
export function renderAgenda(session: Session, language: string, say: Say, current: string): TemplateResult {
  const words = sessionMessagesIn(language);
  const most = Math.max(...session.parts.map(({ minutes }) => minutes ?? 0));
  return html`<ol class="agenda">
    ${session.parts.map(({ id, title, minutes }, index) => html`<li data-accent=${accentOf(index)}>
      <a href=${sessionAddress(session, id)} aria-current=${id === current ? 'true' : nothing}>
        <span class="number" aria-hidden="true">${index + 1}</span>
        <span class="name">${say(title)}</span>
        ${minutes === undefined
          ? nothing
          : html`<span class="minutes">${words.minutes(minutes)}</span><span class="share" aria-hidden="true"><span .style=${`width: ${(minutes / most) * 100}%`}></span></span>`}
      </a>
    </li>`)}
  </ol>`;
}
