import type { HoplinePlayer } from '../elements/hopline-player.ts';

const CLASS = 'hopline-steps';
/** Milliseconds that a step lasts in a deck that goes by itself, as long as its scenario is not there to say it. */
const UNKNOWN_LENGTH = 4000;
type Step = HoplinePlayer['steps'][number];

/**
 * The steps of a player as reveal's fragments: one element each, right behind the player, seen by nobody and read out by reveal itself.
 * Which of them are visible is all that the plugin ever remembers of where a player stands.
 */
export class StepList {
  private constructor(readonly root: HTMLElement) {}

  /** The list of a player; undefined while it has none. */
  static of(player: Element): StepList | undefined {
    const next = player.nextElementSibling;
    return next instanceof HTMLElement && next.classList.contains(CLASS) ? new StepList(next) : undefined;
  }

  /** The list of a player, made where there was none. */
  static for(player: Element): StepList {
    const known = StepList.of(player);
    if (known) return known;
    const root = document.createElement('div');
    root.className = CLASS;
    player.after(root);
    return new StepList(root);
  }

  get count(): number {
    return this.root.childElementCount;
  }

  /** How many steps the deck shows: 0 is the picture before the first one. */
  get shown(): number {
    return this.root.querySelectorAll(':scope > .visible').length;
  }

  /** Has so many steps from now on; true when that is another number than before. In a slide that is over, new ones are over too. */
  setCount(count: number, player: Element, autoSlide: boolean): boolean {
    if (count === this.count) return false;
    const isOver = this.root.closest('section.past') !== null;
    const first = Number.parseInt(player.getAttribute('data-fragment-index') ?? '', 10);
    while (this.count > count) this.root.lastElementChild?.remove();
    while (this.count < count) this.root.append(fragment(first + this.count, isOver, autoSlide));
    return true;
  }

  /** Writes what is told in each step, for the screen reader and the speaker; with `autoSlide` also how long each one lasts. */
  setTexts(steps: readonly Step[], autoSlide: boolean, rate: number): void {
    for (const [index, step] of steps.entries()) {
      const item = this.root.children[index];
      if (!(item instanceof HTMLElement)) return;
      item.dataset['step'] = step.id;
      if (autoSlide) item.dataset['autoslide'] = String(Math.max(1, Math.round(((step.end - step.start) / rate) * 1000)));
      item.replaceChildren(step.say, notesOf(step));
    }
  }

  /** Keeps the steps that are over from being read out with the slide as a whole; the current one is. */
  hush(on: boolean): void {
    const shown = this.root.querySelectorAll<HTMLElement>(':scope > .visible');
    for (const [index, item] of [...shown].entries()) {
      if (on && index < shown.length - 1) item.setAttribute('aria-hidden', 'true');
      else item.removeAttribute('aria-hidden');
    }
  }

  remove(): void {
    this.root.remove();
  }
}

function fragment(index: number, visible: boolean, autoSlide: boolean): HTMLElement {
  const item = document.createElement('span');
  item.className = visible ? 'fragment visible' : 'fragment';
  if (autoSlide) item.dataset['autoslide'] = String(UNKNOWN_LENGTH);
  if (Number.isFinite(index)) item.setAttribute('data-fragment-index', String(index));
  return item;
}

/** Reveal shows these to the speaker while the step is the current one. */
function notesOf(step: Step): HTMLElement {
  const notes = document.createElement('aside');
  notes.className = 'notes';
  const head = document.createElement('strong');
  head.textContent = `${step.number}. ${step.title}`;
  const lines = [step.say, step.aside].filter((line) => line !== '').map((line) => {
    const paragraph = document.createElement('p');
    paragraph.textContent = line;
    return paragraph;
  });
  notes.append(head, ...lines);
  return notes;
}
