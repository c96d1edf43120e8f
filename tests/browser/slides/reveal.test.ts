import { describe, expect, it } from 'vitest';
import type { HoplinePlayer } from '../../../src/elements/hopline-player.ts';
import { frames, once, until } from '../elements/support.ts';
import { deckOf, fragment, playerWith, stepsOf } from './deck.ts';

/** Seconds. */
const HAIR = 0.02;

function endOf(player: HoplinePlayer, number: number): number {
  return player.steps[number - 1]!.actEnd;
}

function standsAtEndOf(player: HoplinePlayer, number: number): boolean {
  return player.paused && Math.abs(player.currentTime - endOf(player, number)) < HAIR;
}

describe('the steps of a player', () => {
  it('are fragments: before the first press the beginning, then a step per press, then the next slide', async () => {
    const player = playerWith();
    const deck = await deckOf([[player], ['after']]);
    const slide = deck.getSlides()[0]!;
    expect([stepsOf(slide), player.steps.length, player.currentTime, player.paused]).toEqual(['...', 3, 0, true]);
    for (const number of [1, 2, 3]) {
      deck.next();
      expect(stepsOf(slide)).toBe('v'.repeat(number).padEnd(3, '.'));
      expect(player.paused).toBe(false);
      await until(() => player.paused, `step ${number} is over`);
      expect(standsAtEndOf(player, number)).toBe(true);
    }
    deck.next();
    expect(deck.getIndices().h).toBe(1);
  });

  it('finish the one that runs when next is pressed, and go back without playing', async () => {
    const player = playerWith();
    const deck = await deckOf([['before'], [player]]);
    deck.next();
    deck.next();
    expect(player.paused).toBe(false);
    deck.next();
    expect([player.currentStep?.number, player.paused]).toEqual([2, false]);
    deck.prev();
    expect(standsAtEndOf(player, 1)).toBe(true);
    deck.prev();
    expect([player.currentTime, player.paused]).toEqual([0, true]);
    deck.prev();
    expect(deck.getIndices().h).toBe(0);
  });

  it('are all over where one comes back to their slide, and where the deck is sent', async () => {
    const player = playerWith();
    const deck = await deckOf([['before'], [player], ['after']]);
    deck.slide(2);
    deck.prev();
    expect(standsAtEndOf(player, 3)).toBe(true);
    deck.slide(0);
    deck.slide(1, 0, 1);
    expect(standsAtEndOf(player, 2)).toBe(true);
    deck.setState({ ...deck.getState(), indexf: 2 });
    expect(player.currentStep?.number).toBe(3);
  });

  it('stop with their slide, and are told as ended', async () => {
    const player = playerWith();
    const deck = await deckOf([[player], ['after']]);
    deck.next();
    expect(player.paused).toBe(false);
    deck.slide(1);
    expect(player.paused).toBe(true);
  });

  it('stand among the author’s own fragments where the player stands', async () => {
    const player = playerWith();
    const deck = await deckOf([[fragment('first'), player, fragment('last')], ['after']]);
    const order: string[] = [];
    for (let press = 0; press < 5; press++) {
      deck.next();
      order.push(document.querySelector('.current-fragment')?.closest('.hopline-steps') ? String(player.currentStep?.number) : document.querySelector('.current-fragment')!.textContent);
    }
    expect(order).toEqual(['first', '1', '2', '3', 'last']);
    expect(deck.getIndices().h).toBe(0);
  });

  it('come at the author’s numbers where the player has one', async () => {
    const player = playerWith({ 'data-fragment-index': '1' });
    const deck = await deckOf([[fragment('with step 2', 2), player, fragment('alone', 0)]]);
    const seen: [string, number][] = [];
    for (let press = 0; press < 4; press++) {
      deck.next();
      seen.push([[...document.querySelectorAll('p.current-fragment')].map(({ textContent }) => textContent).join(), document.querySelectorAll('.hopline-steps > .visible').length]);
    }
    expect(seen).toEqual([['alone', 0], ['', 1], ['with step 2', 2], ['', 3]]);
  });

  it('are those of the level that is shown', async () => {
    const player = playerWith();
    const deck = await deckOf([[player], ['after']]);
    const count = player.steps.length;
    player.level = 2;
    await until(() => player.steps.length !== count, 'there are other steps');
    await until(() => stepsOf(deck.getSlides()[0]!).length === player.steps.length, 'the fragments follow');
    for (const step of player.steps) {
      deck.next();
      expect(player.currentStep?.id).toBe(step.id);
    }
    deck.next();
    expect(deck.getIndices().h).toBe(1);
  });

  it('are stills for those who want no motion', async () => {
    const player = playerWith({ motion: 'reduced' });
    const deck = await deckOf([[player]]);
    await until(() => player.draws > 0, 'there is a picture');
    const before = player.draws;
    deck.next();
    expect(standsAtEndOf(player, 1)).toBe(true);
    await until(() => player.draws > before, 'the picture of the step is drawn');
    await frames(20);
    expect([player.paused, player.motion]).toEqual([true, 'reduced']);
  });

  it('wait while the deck is paused, and go on after it', async () => {
    const player = playerWith();
    const deck = await deckOf([[player]]);
    deck.next();
    await until(() => player.currentTime > 0.1, 'it plays');
    deck.togglePause();
    expect(player.paused).toBe(true);
    deck.togglePause();
    expect(player.paused).toBe(false);
    await until(() => player.paused, 'the step is over');
    expect(standsAtEndOf(player, 1)).toBe(true);
    deck.togglePause();
    deck.togglePause();
    expect(standsAtEndOf(player, 1)).toBe(true);
  });
});

describe('what is told', () => {
  it('is said by the deck, one step at a time, and by nobody else', async () => {
    const player = playerWith();
    const deck = await deckOf([['before'], [player], ['after']]);
    const status = document.querySelector('.aria-status')!;
    const told = (number: number): string => player.steps[number - 1]!.say;
    deck.next();
    await frames(4);
    expect(status.textContent).not.toContain(told(1));
    deck.next();
    expect(status.textContent.trim()).toBe(told(1));
    deck.next();
    expect(status.textContent.trim()).toBe(told(2));
    // Who comes back hears the step that is shown, not all of them.
    deck.slide(2);
    deck.slide(1);
    await frames(1);
    expect([1, 2, 3].map((number) => status.textContent.includes(told(number)))).toEqual([false, false, true]);
    await frames(4);
    deck.prev();
    expect(player.announce).toBe('off');
  });

  it('stands in the speaker’s notes, as text', async () => {
    const player = playerWith();
    const deck = await deckOf([[player]]);
    deck.next();
    const notes = document.querySelector('.current-fragment aside.notes')!;
    expect(notes.textContent).toContain(player.steps[0]!.say);
    expect(notes.querySelector('strong')?.textContent).toBe(`1. ${player.steps[0]!.title}`);
  });
});

describe('a deck', () => {
  it('starts without a scenario that cannot be read', async () => {
    const broken = playerWith({}, 'hopline: 1\nsteps: 3');
    const missing = playerWith({ 'data-src': '/no-such-scenario.yaml' });
    const deck = await deckOf([[broken, missing], ['after']]);
    expect(deck.isReady()).toBe(true);
    expect([broken.error?.diagnostics.length, missing.error?.diagnostics.length].every(Boolean)).toBe(true);
    deck.next();
    expect(deck.getIndices().h).toBe(1);
  });

  it('does not wait for a scenario that does not come, and takes its steps when it does', async () => {
    const player = document.createElement('hopline-player');
    player.style.cssText = 'width:900px;height:420px';
    const begun = performance.now();
    const deck = await deckOf([[player], ['after']], {}, 0.3);
    expect(performance.now() - begun).toBeLessThan(4000);
    expect(stepsOf(deck.getSlides()[0]!)).toBe('');
    player.append(playerWith().firstElementChild!);
    await once(player, 'loadeddata');
    await until(() => stepsOf(deck.getSlides()[0]!) === '...', 'the steps are there');
    deck.next();
    expect([player.currentStep?.number, deck.getIndices().h]).toEqual([1, 0]);
  });

  it('leaves a player alone where the author asks for it, and plays one with its slide', async () => {
    const [ignored, played] = [playerWith({ 'data-ignore': '' }), playerWith({ 'data-autoplay': '' })];
    const deck = await deckOf([['before'], [ignored, played], ['after']]);
    await until(() => ignored.steps.length > 0 && played.steps.length > 0, 'both are loaded');
    expect(document.querySelectorAll('.hopline-steps')).toHaveLength(0);
    expect(played.paused).toBe(true);
    deck.next();
    await until(() => !played.paused, 'it plays');
    expect(ignored.paused).toBe(true);
    deck.next();
    expect([deck.getIndices().h, played.paused]).toEqual([2, true]);
  });

  it('loads players near the current slide, and lets those go that are far', async () => {
    const far = { 'data-src': '/scenarios/shop/order.yaml', 'data-steps': '4' };
    const players = Array.from({ length: 6 }, () => playerWith(far));
    const deck = await deckOf(players.map((player) => [player]));
    const awake = (): string => deck.getSlides().map((slide) => (slide.querySelector('hopline-player')!.src ? '1' : '0')).join('');
    expect(awake()).toBe('110000');
    expect(deck.getSlides().every((slide) => stepsOf(slide) === '....')).toBe(true);
    deck.slide(4);
    expect(awake()).toBe('000111');
    const last = deck.getSlides()[4]!.querySelector('hopline-player')!;
    await once(last, 'loadeddata');
    deck.next();
    expect(last.currentStep?.number).toBe(1);
  });

  it('writes how long each step lasts only where it goes by itself', async () => {
    const lengths = (): (string | null)[] => [...document.querySelectorAll('.hopline-steps > *')].map((step) => step.getAttribute('data-autoslide'));
    await deckOf([[playerWith()]]);
    expect(lengths()).toEqual([null, null, null]);
    const player = playerWith({ rate: '2' });
    const own = await deckOf([[player]], { autoSlide: 60_000 });
    const [first] = player.steps;
    expect([...own.getSlides()[0]!.querySelectorAll('.hopline-steps > *')][0]?.getAttribute('data-autoslide')).toBe(String(Math.round((first!.end - first!.start) * 500)));
  });

  it('is drawn as sharp as it is shown when the window grows', async () => {
    const player = playerWith();
    const deck = await deckOf([[player]]);
    await until(() => player.draws > 0, 'there is a picture');
    const canvas = player.stage!.canvas;
    const before = canvas.width;
    document.querySelector<HTMLElement>('.reveal')!.style.cssText = 'width:1800px;height:1050px';
    deck.layout();
    window.dispatchEvent(new Event('resize'));
    await until(() => canvas.width !== before, 'the canvas has another size');
    expect(canvas.width / before).toBeCloseTo(1.5, 1);
  });

  it('is left as it was found when it is taken down', async () => {
    const player = playerWith();
    const deck = await deckOf([[player]]);
    deck.next();
    deck.getPlugin('hopline')?.destroy?.();
    expect([document.querySelectorAll('.hopline-steps').length, player.paused]).toEqual([0, true]);
  });
});
