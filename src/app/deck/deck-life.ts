import type { DeckContext } from './deck-context.ts';
import type { DeckTimer } from './deck-timer.ts';
import type { RevealApi } from './engine-reveal.ts';
import { Posters } from './posters.ts';

const T_KEY = 84;

/** What goes on beside the slides: the ticks under a flow, the timers of the discussion, the line of the agenda at the lower edge. */
export class DeckLife {
  private shown: HTMLElement | undefined;
  private readonly posters: Posters;

  constructor(private readonly reveal: RevealApi, private readonly deck: DeckContext, private readonly line: AgendaFoot) {
    this.posters = new Posters({ theme: deck.theme, language: deck.options.language });
  }

  /** Begins to listen, and takes in the slide that is shown already. */
  start(): void {
    for (const type of ['slidechanged', 'fragmentshown', 'fragmenthidden']) this.reveal.on(type, () => this.changed());
    this.reveal.addKeyBinding({ keyCode: T_KEY, key: 'T', description: this.deck.t.timer('') }, () => timerIn(this.reveal.getCurrentSlide())?.toggle());
    this.reveal.on('overviewshown', () => void this.posters.show(this.nearestPlayers()));
    this.reveal.on('overviewhidden', () => this.posters.hide());
    this.changed();
  }

  private nearestPlayers(): HTMLElementTagNameMap['hopline-player'][] {
    const slides = this.reveal.getSlides();
    const at = slides.indexOf(this.reveal.getCurrentSlide());
    const near = slides.map((slide, index) => ({ slide, distance: Math.abs(index - at) })).sort((a, b) => a.distance - b.distance);
    return near.flatMap(({ slide }) => [...slide.querySelectorAll('hopline-player')]);
  }

  private changed(): void {
    const slide = this.reveal.getCurrentSlide();
    if (!slide) return;
    markTicks(slide);
    if (slide === this.shown) return;
    timerIn(this.shown)?.leave();
    if (this.shown) markTicks(this.shown);
    rememberWay(this.shown, slide);
    this.shown = slide;
    timerIn(slide)?.enter();
    this.line.show(slide.dataset['part'] ?? '', slide.id !== 'title');
  }
}

/** The line at the lower edge of the window, or nothing where it is not shown. */
export interface AgendaFoot {
  /** The part that is spoken of; `begun`: the session is under way. */
  show(part: string, begun: boolean): void;
}

/** From a scenario behind the end one comes back to where one was asked for it. */
function rememberWay(from: HTMLElement | undefined, to: HTMLElement): void {
  const back = to.querySelector<HTMLAnchorElement>('a.back');
  if (back && from && !from.querySelector('a.back')) back.href = `#/${from.id}`;
}

/** As many ticks are lit as steps are over or under way. */
function markTicks(slide: HTMLElement): void {
  const done = slide.querySelectorAll('.hopline-steps > .visible').length;
  for (const [index, tick] of [...slide.querySelectorAll('.ticks > i')].entries()) {
    tick.classList.toggle('done', index < done);
    tick.classList.toggle('now', index === done - 1);
  }
}

function timerIn(slide: Element | undefined): DeckTimer | undefined {
  return slide?.querySelector<DeckTimer>('hopline-deck-timer') ?? undefined;
}
