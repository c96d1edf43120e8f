import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordJob } from '../../../src/cli/record-job.ts';
import { jobsFor } from '../../../src/cli/record-jobs.ts';
import type { RecordOptions } from '../../../src/cli/record-options.ts';
import { Sources } from '../../../src/cli/record-sources.ts';
import { ARCHITECTURE, SCENARIO, Workshop } from './workshop.ts';

const USUAL: RecordOptions = { theme: 'dark', level: '1', view: 'map', rate: '1', captions: 'burn' };
const SECOND = `  - id: pack
    title: Pack
    say: The order is packed.
    do:
      - work: stock
`;
let shop: Workshop;
beforeEach(() => {
  shop = new Workshop();
  shop.write('shop.yaml', ARCHITECTURE);
  shop.write('order.yaml', SCENARIO + SECOND);
});
afterEach(() => shop.remove());

const jobs = (out: string, options: Partial<RecordOptions> = {}): Promise<RecordJob[]> =>
  jobsFor({ file: 'order.yaml', out, options: { ...USUAL, ...options } }, new Sources(shop.folder), '1.2.3', 'none');

describe('the captions of a film', () => {
  it('are in the picture, in the film or beside it', async () => {
    const [burnt] = await jobs('a.webm');
    expect([burnt?.order.settings.captions, burnt?.order.captions, burnt?.beside]).toEqual(['burn', undefined, []]);
    const [embedded] = await jobs('a.webm', { captions: 'embed', from: '1s', rate: '2' });
    expect(embedded?.order.settings.captions).toBe('none');
    expect(embedded?.order.captions?.text).toMatch(/^WEBVTT\n\n00:00:00\.000 --> 00:00:00\.825\nThe order is placed\.\n/);
    const [beside] = await jobs('b/a.webm', { captions: 'file' });
    expect(beside?.beside).toEqual([{ path: 'b/a.vtt', text: expect.stringContaining('The order is packed.') }]);
    expect(beside?.order.tags.stamp).not.toBe(embedded?.order.tags.stamp);
  });
});

describe('a film that is split', () => {
  it('is a clip, a poster and captions for each step, and a list of them', async () => {
    const all = await jobs('b/order.mp4', { split: 'steps', fps: '10' });
    expect(all.map(({ written, order: { work } }) => [written, work.kind])).toEqual([
      ['b/order-1-buy.mp4', 'film'], ['b/order-1-buy.png', 'picture'], ['b/order-2-pack.mp4', 'film'], ['b/order-2-pack.png', 'picture'],
    ]);
    expect(all.flatMap(({ beside }) => beside.map(({ path }) => path))).toEqual(['b/order-1-buy.vtt', 'b/order.steps.json', 'b/order-2-pack.vtt']);
    const list = JSON.parse(all[0]?.beside[1]?.text ?? '') as { id: string; start: number; duration: number }[];
    expect(list.map(({ id }) => id)).toEqual(['buy', 'pack']);
    expect(list[1]?.start).toBeCloseTo(list[0]?.duration ?? 0, 6);
    const second = all[2]?.order.work;
    expect(second?.kind === 'film' && second.range.from).toBe(list[1]?.start);
    expect(all[2]?.beside[0]?.text).toMatch(/^WEBVTT\n\n00:00:00\.000 --> .*\nThe order is packed\.\n$/);
  });

  it('has only the steps of its range, cut to it', async () => {
    const all = await jobs('order.gif', { split: 'steps', from: 'pack@0.5' });
    expect(all.map(({ written }) => written)).toEqual(['order-2-pack.gif', 'order-2-pack.png']);
  });
});
