import { expect, it } from 'vitest';

it('can be imported where there is no browser, and registers nothing there', async () => {
  await expect(import('../../../src/elements/define.ts')).resolves.toBeDefined();
  const { HoplinePlayer } = await import('../../../src/elements/hopline-player.ts');
  expect(typeof HoplinePlayer).toBe('function');
  expect(globalThis.customElements?.get('hopline-player')).toBeUndefined();
});
