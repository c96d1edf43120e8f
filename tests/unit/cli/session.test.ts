import { afterEach, beforeEach, expect, it } from 'vitest';
import { sessionText } from '../session.ts';
import { Workshop } from './workshop.ts';

let shop: Workshop;
beforeEach(() => {
  shop = new Workshop();
});
afterEach(() => shop.remove());

it('is checked as a session by what is in it, not by its name', async () => {
  shop.write('day.yaml', sessionText());
  expect(await shop.run(['check', '--strict'])).toEqual({ code: 0, out: '', err: '1 file checked: 0 errors, 0 warnings.' });
});

it('with a fault is refused with its place', async () => {
  shop.write('day.yaml', sessionText().replace('minutes: 15', 'minutes: soon'));
  const line = sessionText().split('\n').findIndex((text) => text.includes('minutes: 15')) + 1;
  const { code, out } = await shop.run(['check']);
  expect(code).toBe(1);
  expect(out).toMatch(new RegExp(`^day\\.yaml:${line}:14 error wrong-type .*a number of minutes`));
});

it('is shipped in the canonical form', async () => {
  shop.write('day.yaml', sessionText());
  expect(await shop.run(['fmt', '--check'])).toMatchObject({ code: 0, out: '' });
});
