import Reveal, { type RevealApi, type RevealConfig } from 'reveal.js';
import 'reveal.js/reveal.css';
import { onTestFinished } from 'vitest';
import '../../../src/elements/define.ts';
import type { HoplinePlayer } from '../../../src/elements/hopline-player.ts';
import hoplineReveal from '../../../src/slides/reveal.ts';
import { STORY } from '../elements/story.ts';

/** A slide's children: players and what an author writes around them. */
export type SlideContent = readonly (HTMLElement | string)[];

/** A player with a story of three short steps inside, as an author writes it. */
export function playerWith(attributes: Readonly<Record<string, string>> = {}, story = STORY): HoplinePlayer {
  const player = document.createElement('hopline-player');
  for (const [name, value] of Object.entries({ lang: 'en', style: 'width:900px;height:420px', ...attributes })) player.setAttribute(name, value);
  if (!('data-src' in attributes)) {
    const script = document.createElement('script');
    script.type = 'application/yaml';
    script.textContent = story;
    player.append(script);
  }
  return player;
}

/** A paragraph that is a fragment of the author's own. */
export function fragment(text: string, index?: number): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.className = 'fragment';
  paragraph.textContent = text;
  if (index !== undefined) paragraph.setAttribute('data-fragment-index', String(index));
  return paragraph;
}

/** Starts a deck with the plugin; it is taken away after the test. */
export async function deckOf(slides: readonly SlideContent[], config: RevealConfig = {}, patience = 5): Promise<RevealApi> {
  const root = document.createElement('div');
  root.className = 'reveal';
  root.style.cssText = 'width:1200px;height:700px';
  const box = document.createElement('div');
  box.className = 'slides';
  box.append(...slides.map((content) => {
    const section = document.createElement('section');
    section.append(...content);
    return section;
  }));
  root.append(box);
  document.body.append(root);
  const deck = new Reveal(root, {
    embedded: true, width: 1200, height: 700, transition: 'none', hash: false, scrollActivationWidth: 0, ...config, plugins: [() => hoplineReveal({ patience })],
  });
  onTestFinished(() => {
    deck.destroy();
    root.remove();
  });
  await deck.initialize();
  return deck;
}

/** The steps that the plugin has made, as the deck shows them: `v` visible, `.` not. */
export function stepsOf(slide: Element): string {
  return [...slide.querySelectorAll('.hopline-steps > .fragment')].map((step) => (step.classList.contains('visible') ? 'v' : '.')).join('');
}
