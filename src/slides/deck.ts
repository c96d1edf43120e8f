/** What the plugin asks of reveal.js; versions 5.2 and 6 have all of it under these names. */
export interface Deck {
  on(type: string, listener: (event: Event) => void): void;
  off(type: string, listener: (event: Event) => void): void;
  getConfig(): DeckConfig;
  getSlidesElement(): HTMLElement | null;
  /** All slides in reading order, without the stacks that hold them. */
  getSlides(): HTMLElement[];
  getCurrentSlide(): HTMLElement | undefined;
  /** Gives the fragments of a slide valid indices after some of them came or went. */
  syncFragments(slide: HTMLElement): unknown;
  isOverview(): boolean;
  isPaused(): boolean;
  /** This window is one of the two small decks in the speaker's view. */
  isSpeakerNotes(): boolean;
}

/** The part of reveal's configuration that decides something here. */
export interface DeckConfig {
  readonly width?: number | string;
  readonly height?: number | string;
  /** Milliseconds; 0 and false: slides wait for the speaker. */
  readonly autoSlide?: number | boolean;
  /** True: whatever can play plays with its slide; false: nothing does; otherwise each element says it itself. */
  readonly autoPlayMedia?: boolean | null;
  readonly view?: string | null;
  /** This window tells the one around it what happens in it. */
  postMessageEvents?: boolean;
}

/** Reveal's events with what they carry, as far as it is asked for. */
export interface DeckEvent extends Event {
  readonly previousSlide?: HTMLElement | null;
  readonly fragments?: readonly HTMLElement[];
}

/** Whether the deck is laid out for printing: with `?view=print`, in older versions `?print-pdf`. */
export function isPrinted(deck: Deck): boolean {
  return deck.getConfig().view === 'print';
}

/** The innermost slide that something stands in; undefined outside slides. */
export function slideOf(element: Element): HTMLElement | undefined {
  return element.closest<HTMLElement>('section') ?? undefined;
}

/** The players of a slide or of the whole deck that the plugin has to lead; `data-ignore` leaves one alone. */
export function playersIn(root: ParentNode): HTMLElementTagNameMap['hopline-player'][] {
  return [...root.querySelectorAll('hopline-player')].filter((player) => !player.hasAttribute('data-ignore'));
}
