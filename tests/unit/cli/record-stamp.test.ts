import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordOrder } from '../../../src/cli/record-order.ts';
import { isMade, readStamp, stampOf } from '../../../src/cli/record-stamp.ts';
import { STAMP_NAME } from '../../../src/recorder/film-stamp.ts';
import { Workshop } from './workshop.ts';

const ORDER: RecordOrder = {
  file: 'a.yaml', texts: { 'a.yaml': 'one', 'b.yaml': 'two' }, variant: { level: 1, path: {}, lang: 'ko', pace: 1 },
  settings: { width: 640, height: 360, theme: 'dark', view: 'map', captions: 'burn' },
  work: { kind: 'film', format: 'webm', range: { from: 0, to: 2, fps: 10, rate: 1 } }, tags: { title: '', stamp: '' }, prints: 'none',
};

describe('the stamp of a recording', () => {
  it('is another one as soon as anything that is seen may differ, and else the same', () => {
    const others: RecordOrder[] = [
      { ...ORDER, texts: { ...ORDER.texts, 'b.yaml': 'three' } },
      { ...ORDER, variant: { ...ORDER.variant, lang: 'en' } },
      { ...ORDER, settings: { ...ORDER.settings, theme: 'light' } },
      { ...ORDER, work: { kind: 'film', format: 'webm', range: { from: 0, to: 2, fps: 12, rate: 1 } } },
    ];
    const stamps = [ORDER, ...others].map((order) => stampOf(order, '1.0.0'));
    expect(new Set([...stamps, stampOf(ORDER, '1.0.1')]).size).toBe(6);
    expect(stampOf({ ...ORDER, texts: { 'b.yaml': 'two', 'a.yaml': 'one' } }, '1.0.0')).toBe(stamps[0]);
    expect(stamps[0]).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a file that is there already', () => {
  let shop: Workshop;
  beforeEach(() => void (shop = new Workshop()));
  afterEach(() => shop.remove());
  const stamp = stampOf(ORDER, '1');

  it('is known by its stamp, at its front or its end', async () => {
    const path = join(shop.folder, 'a.webm');
    for (const at of [0, 300, 5_000_000]) {
      writeFileSync(path, Buffer.concat([Buffer.alloc(at, 1), Buffer.from(`${STAMP_NAME}${stamp}`), Buffer.alloc(200, 2)]));
      expect(await readStamp(path)).toBe(stamp);
      expect(await isMade(path, ORDER, stamp)).toBe(true);
      expect(await isMade(path, ORDER, stampOf(ORDER, '2'))).toBe(false);
    }
  });

  it('is none without a whole stamp', async () => {
    const path = join(shop.folder, 'a.webm');
    expect(await readStamp(path)).toBeUndefined();
    writeFileSync(path, `${STAMP_NAME}abc`);
    expect(await readStamp(path)).toBeUndefined();
  });

  it('is, of a row of pictures, the last one', async () => {
    const row: RecordOrder = { ...ORDER, work: { kind: 'frames', range: { from: 0, to: 1, fps: 3, rate: 1 } } };
    const name = join(shop.folder, '%02d.png');
    writeFileSync(join(shop.folder, '00.png'), `${STAMP_NAME}${stamp}`);
    expect(await isMade(name, row, stamp)).toBe(false);
    writeFileSync(join(shop.folder, '02.png'), `${STAMP_NAME}${stamp}`);
    expect(await isMade(name, row, stamp)).toBe(true);
  });
});
