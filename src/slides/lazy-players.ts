import { playersIn, slideOf, type Deck } from './deck.ts';

/** Slides before and after the current one whose players are awake. */
const AWAKE = 1;
/** Further away than this a player is put back to sleep; one that is left just now may be wanted again at once. */
const ASLEEP = 2;

/** Whether a player is to be awake so many slides from the current one: less is enough to stay so than to become it. */
export function staysAwake(distance: number, isAwake: boolean): boolean {
  return distance <= (isAwake ? ASLEEP : AWAKE);
}

/** Gives `data-src` players their scenario when their slide is near, and takes it away when it is far: a deck may hold dozens of them. */
export class LazyPlayers {
  constructor(private readonly deck: Deck, private readonly replaced: (player: HTMLElement) => void) {}

  /** Wakes and puts to sleep around the current slide. */
  update(): void {
    const slides = this.deck.getSlides();
    const current = this.deck.getCurrentSlide();
    const at = current ? slides.indexOf(current) : 0;
    for (const player of playersIn(this.deck.getSlidesElement() ?? document)) {
      const slide = slideOf(player);
      const src = player.dataset['src'];
      if (!slide || src === undefined) continue;
      const distance = Math.abs(slides.indexOf(slide) - at);
      const isAwake = player.src !== '';
      const wanted = staysAwake(distance, isAwake);
      if (wanted && !isAwake) player.src = src;
      else if (!wanted && isAwake) this.retire(player);
    }
  }

  /** A fresh element is the one way to give everything back that a player has loaded and drawn. */
  private retire(player: HTMLElement): void {
    const fresh = player.cloneNode(true) as HTMLElement;
    fresh.removeAttribute('src');
    player.replaceWith(fresh);
    this.replaced(fresh);
  }
}
