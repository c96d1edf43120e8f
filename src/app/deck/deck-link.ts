/** Where in the app the session is a deck of slides, seen from the app's own page. */
export const DECK_ADDRESS = 'deck/';

/** What a link to the deck may settle; the rest follows the viewer's browser. */
export interface DeckLinkOptions {
  readonly language?: string;
  /** `dark`, `light` or `contrast`. */
  readonly theme?: string;
  /** Id of the slide to open on. */
  readonly slide?: string;
  /** Every step on a page of its own, for paper. */
  readonly print?: boolean;
}

/** The deck's address, relative to the app's page: `deck/?lang=ko&theme=light#/discussion`. */
export function deckLink({ language, theme, slide, print }: DeckLinkOptions = {}): string {
  const query = new URLSearchParams();
  if (language) query.set('lang', language);
  if (theme) query.set('theme', theme);
  // Reveal looks for the bare word.
  const words = [print ? 'print-pdf' : '', query.toString()].filter((part) => part !== '').join('&');
  return `${DECK_ADDRESS}${words && `?${words}`}${slide ? `#/${slide}` : ''}`;
}
