import type { HoplinePlayer } from '../elements/hopline-player.ts';
import { playersIn, slideOf, type Deck } from './deck.ts';
import { isTold, printedCaption } from './printed-caption.ts';
import { loaded, soon } from './waiting.ts';

/** Seconds that one scenario may take to load; its slide is then printed without a picture. */
const PATIENCE = 20;
/** Device pixels per CSS px of a printed picture: sharp on paper, and a deck of three hundred pages can still be sent. */
const PIXEL_RATIO = 1.25;
type Step = HoplinePlayer['steps'][number];

const FALLBACK = { width: 960, height: 540 };

/**
 * Puts pictures in the place of all players: one for each step, and one for before the first. Reveal makes a page of each fragment by
 * cloning, and a clone of a picture is a picture, where a clone of a player would be an empty one.
 */
export async function printPlayers(deck: Deck): Promise<void> {
  const root = deck.getSlidesElement();
  if (!root) return;
  // One after the other: at any time there is one stage and one scenario.
  for (const player of playersIn(root)) {
    try {
      await printPlayer(player, deck);
    } catch (error) {
      console.error('Hopline could not print a player:', error);
    }
  }
}

async function printPlayer(player: HoplinePlayer, deck: Deck): Promise<void> {
  if (player.dataset['src'] && !player.src) player.src = player.dataset['src'];
  await soon(loaded(player), PATIENCE);
  const box = measured(player, deck);
  const figure = emptyFigure(player, box);
  const first = Number.parseInt(player.getAttribute('data-fragment-index') ?? '', 10);
  if (player.trace) {
    const { steps } = player;
    // What is told is always there for the page's own styles; shown it is where the player would show it.
    if (isTold(player)) figure.dataset['told'] = '';
    const pictures = await (player.constructor as typeof HoplinePlayer).paintSteps(player, { width: box.width, height: box.stage, pixelRatio: PIXEL_RATIO });
    figure.append(...pictures.map((picture, index) => printedStep(picture, steps[index - 1], first + index - 1)));
  }
  player.replaceWith(figure);
}

/** The size of a player in its slide, which reveal does not show yet, and the height of the picture in it. CSS px. */
function measured(player: HoplinePlayer, deck: Deck): { width: number; height: number; stage: number } {
  const slides = deck.getSlidesElement();
  const { width, height } = deck.getConfig();
  const shown: [HTMLElement, string][] = [];
  const show = (element: HTMLElement | null, text: string): void => {
    if (!element) return;
    shown.push([element, element.style.cssText]);
    element.style.cssText += text;
  };
  show(slides, `;width:${length(width, FALLBACK.width)};height:${length(height, FALLBACK.height)};zoom:1;transform:none`);
  for (let at = slideOf(player); at; at = at.parentElement ? slideOf(at.parentElement) : undefined) show(at, ';display:block !important;visibility:hidden');
  const box = { width: player.offsetWidth || FALLBACK.width, height: player.offsetHeight || FALLBACK.height };
  const stage = player.shadowRoot?.querySelector<HTMLElement>('[part~=stage]')?.offsetHeight;
  for (const [element, css] of shown) element.style.cssText = css;
  return { ...box, stage: stage || box.height };
}

function length(value: number | string | undefined, fallback: number): string {
  return typeof value === 'string' ? value : `${value ?? fallback}px`;
}

/** Stands where the player stood, and wears what page styles know it by. */
function emptyFigure(player: HoplinePlayer, { width, height }: { width: number; height: number }): HTMLElement {
  const figure = document.createElement('figure');
  for (const { name, value } of player.attributes) if (/^(id|class|style|lang|data-(?!src|steps))/.test(name)) figure.setAttribute(name, value);
  figure.classList.add('hopline-print');
  figure.style.width = `${width}px`;
  figure.style.height = `${height}px`;
  return figure;
}

/** The picture before the first step is always there; each step is a fragment that hides the ones before it. */
function printedStep(picture: Blob, step: Step | undefined, index: number): HTMLElement {
  const item = document.createElement('div');
  item.className = step ? 'hopline-print-step fragment' : 'hopline-print-step';
  if (step && Number.isFinite(index)) item.setAttribute('data-fragment-index', String(index));
  const image = document.createElement('img');
  image.src = URL.createObjectURL(picture);
  image.alt = step?.say ?? '';
  item.append(image);
  if (step) item.append(printedCaption(step));
  return item;
}
