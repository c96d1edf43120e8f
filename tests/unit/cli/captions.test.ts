import { afterEach, beforeEach, expect, it } from 'vitest';
import { ARCHITECTURE, SCENARIO, Workshop } from './workshop.ts';

let shop: Workshop;
beforeEach(() => {
  shop = new Workshop();
  shop.write('shop.yaml', ARCHITECTURE);
  shop.write('order.yaml', SCENARIO);
});
afterEach(() => shop.remove());

it('prints the narration as captions, or writes it', async () => {
  const { code, out } = await shop.run(['captions', 'order.yaml']);
  expect(code).toBe(0);
  expect(out).toMatch(/^WEBVTT\n\n00:00:00\.000 --> 00:00:02\.650\nThe order is placed\.$/);
  expect(await shop.run(['captions', 'order.yaml', '-o', 'a/order.srt', '--rate', '2'])).toEqual({ code: 0, out: '', err: '' });
  expect(shop.read('a/order.srt')).toBe('1\n00:00:00,000 --> 00:00:01,325\nThe order is placed.\n');
});

it('writes chapters and a transcript', async () => {
  const chapters = await shop.run(['captions', 'order.yaml', '--chapters']);
  expect(chapters).toMatchObject({ code: 0, err: '' });
  expect(chapters.out).toMatch(/^WEBVTT\n\n\S+\n00:00:00\.000 --> 00:00:02\.650\n\S/);
  expect(await shop.run(['captions', 'order.yaml', '-o', 'order.md'])).toMatchObject({ code: 0 });
  expect(shop.read('order.md')).toMatch(/^# .+\n\n## 1\. /);
});

it('is wrongly called with another ending, rate or language', async () => {
  for (const args of [['-o', 'order.txt'], ['-o', 'order.srt', '--chapters'], ['--rate', '0'], ['--lang', 'fr']]) {
    expect(await shop.run(['captions', 'order.yaml', ...args])).toMatchObject({ code: 2, out: '' });
  }
});
