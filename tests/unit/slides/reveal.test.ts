import { expect, it } from 'vitest';
import hoplineReveal from '../../../src/slides/reveal.ts';
import type { Deck } from '../../../src/slides/deck.ts';

it('can be imported where there is no browser, and each deck gets a plugin of its own', () => {
  const [one, other] = [hoplineReveal(), hoplineReveal({ patience: 1 })];
  expect(one.id).toBe('hopline');
  expect(one).not.toBe(other);
  expect(() => one.destroy()).not.toThrow();
});

it('never rejects, or the deck would wait for ever', async () => {
  // Without a browser nothing that it asks for is there.
  await expect(hoplineReveal().init({} as Deck)).resolves.toBeUndefined();
});
