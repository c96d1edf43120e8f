import { html, render } from 'lit';
import type { DeckContext } from './deck-context.ts';
import type { AgendaFoot } from './deck-life.ts';
import { minutesOf } from './outline.ts';

const KEY = 'hopline-deck-begun';
/** Milliseconds between two moves of the mark: it goes a pixel or two. */
const LOOK_MS = 5000;

/**
 * A thin line at the lower edge: each part as long as its minutes, the current one lit, and a mark for the minutes that have really gone by
 * since the title was left. It survives a reload in the middle of a talk.
 */
export class AgendaLineFoot implements AgendaFoot {
  private readonly root = document.createElement('footer');

  constructor(private readonly deck: DeckContext, host: HTMLElement) {
    this.root.className = 'agenda-foot';
    this.root.setAttribute('aria-hidden', 'true');
    host.append(this.root);
    setInterval(() => this.moveMark(), LOOK_MS);
  }

  show(part: string, begun: boolean): void {
    if (begun && !begunAt()) remember(Date.now());
    if (!begun) remember(undefined);
    const at = this.deck.agenda.findIndex(({ id }) => id === part);
    render(html`${this.deck.agenda.map((each, index) => html`<i data-accent=${this.deck.accentOf(each)} style=${`flex-grow:${each.minutes ?? 1}`}
      class=${index === at ? 'now' : at >= 0 && index < at ? 'done' : ''}></i>`)}<b></b>`, this.root);
    this.moveMark();
  }

  private moveMark(): void {
    const begun = begunAt();
    const share = begun ? (Date.now() - begun) / 60_000 / minutesOf(this.deck.session) : 0;
    const mark = this.root.querySelector<HTMLElement>('b');
    if (mark) mark.style.left = `${Math.min(1, share) * 100}%`;
  }
}

function begunAt(): number | undefined {
  try {
    return Number(sessionStorage.getItem(KEY)) || undefined;
  } catch {
    return undefined;
  }
}

function remember(time: number | undefined): void {
  try {
    if (time === undefined) sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, String(time));
  } catch {
    // Without storage there is no mark.
  }
}
