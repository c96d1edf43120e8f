import Reveal, { type RevealApi, type RevealConfig } from 'reveal.js';
import 'reveal.js/reveal.css';
import hoplineReveal from '../../slides/reveal.ts';
import type { SlideSize } from './slide-size.ts';

export type { RevealApi };

/** What the deck settles; reveal's own query words (`?transition=none`) go before it. */
export interface RevealSettings {
  readonly size: SlideSize;
  /** Seconds of the whole session, for the speaker's pacing. */
  readonly totalSeconds: number;
  readonly reducedMotion: boolean;
}

/** Starts reveal.js on the slides that stand in the page. Resolves when the first slide is shown. */
export async function startReveal({ size, totalSeconds, reducedMotion }: RevealSettings): Promise<RevealApi> {
  const config: RevealConfig & { totalTime: number } = {
    width: size.width,
    height: size.height,
    margin: 0,
    minScale: 0.1,
    maxScale: 4,
    center: false,
    hash: true,
    controls: false,
    progress: false,
    slideNumber: 'c',
    transition: reducedMotion ? 'none' : 'fade',
    transitionSpeed: 'fast',
    backgroundTransition: 'none',
    autoAnimate: false,
    viewDistance: 2,
    pdfMaxPagesPerSlide: 1,
    totalTime: totalSeconds,
    plugins: [hoplineReveal],
  };
  const deck = new Reveal(config);
  await deck.initialize();
  return deck;
}

/** Adds the speaker's view, which opens with the key S. */
export async function addSpeakerView(deck: RevealApi): Promise<void> {
  const { default: notes } = await import('reveal.js/plugin/notes');
  deck.registerPlugin(notes());
}
