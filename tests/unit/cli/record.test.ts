import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { PartFile } from '../../../src/cli/part-file.ts';
import { ARCHITECTURE, SCENARIO, Workshop } from './workshop.ts';

let shop: Workshop;
beforeEach(() => {
  shop = new Workshop();
  shop.write('shop.yaml', ARCHITECTURE);
  shop.write('order.yaml', SCENARIO);
});
afterEach(() => {
  vi.unstubAllEnvs();
  shop.remove();
});

describe('hopline record, before any browser', () => {
  it.each([
    [['--lang', 'fr'], '"fr"'],
    [['--level', '7'], 'only level 1'],
    [['--path', 'way=fast'], '"way" is no choice of this scenario. There is none.'],
    [['--from', 'by'], '"by" is neither a time'],
    [['--from', '2s', '--to', '1s'], 'nothing between 2.00 s and 1.00 s'],
    [['--size', '641x360'], '642x360'],
    [['--size', '8000x4500'], 'A side has 160 to 7680 px; 8000x4500 is outside of that.'],
    [['--out', 'order.avi'], '.mp4, .webm, .mov, .gif, .apng or .png'],
    [['--out', 'order.gif', '--fps', '60'], '--fps is a number from 1 to 50'],
    [['--shard', '0/4'], 'Where the first is 0, add --first-shard 0.'],
  ])('is wrongly called with %j', async (args, words) => {
    expect(await shop.run(['record', 'order.yaml', ...args])).toEqual({ code: 2, out: '', err: expect.stringContaining(words) });
    expect(readdirSync(shop.folder).sort()).toEqual(['order.yaml', 'shop.yaml']);
  });

  it('says what is wrong with the file', async () => {
    expect(await shop.run(['record', 'gone.yaml'])).toMatchObject({ code: 1, err: 'gone.yaml cannot be read. There is no such file.' });
    expect(await shop.run(['record', 'shop.yaml'])).toMatchObject({ code: 1, err: expect.stringContaining('architecture') });
    shop.write('day.yaml', 'hopline: 1\nid: day\nparts: []\n');
    expect(await shop.run(['record', 'day.yaml'])).toMatchObject({ code: 1, err: 'day.yaml is a session; give one of the scenarios that it names.' });
    shop.write('order.yaml', SCENARIO.replace('web -> orders', 'web -> order'));
    expect(await shop.run(['record', 'order.yaml'])).toMatchObject({ code: 1, err: expect.stringMatching(/^order\.yaml:11:\d+ error /) });
  });

  it('takes a folder for every scenario in it', async () => {
    shop.write('more/again.yaml', SCENARIO.replace('./shop.yaml', '../shop.yaml'));
    expect(await shop.run(['record', '.', '-o', 'film.mp4'])).toMatchObject({ code: 2, err: expect.stringContaining('Put {name} into the name.') });
    shop.write('shops/shop.yaml', ARCHITECTURE);
    expect(await shop.run(['record', 'shops'])).toMatchObject({ code: 1, err: 'No scenario was found in shops. Begin one with "hopline new".' });
  });

  it('says where its flags are told', async () => {
    for (const args of [['record'], ['record', 'order.yaml', '--sise', '720p']]) {
      expect(await shop.run(args)).toMatchObject({ code: 2, err: expect.stringContaining('(hopline record --help shows what there is)') });
    }
  });

  it('says once that there is no browser, whatever was to be made', async () => {
    vi.stubEnv('HOPLINE_BROWSER', '/nowhere/chrome');
    const ended = await shop.run(['record', 'order.yaml', '--theme', 'dark,light', '-o', '{theme}.webm']);
    expect(ended).toEqual({ code: 1, out: '', err: 'HOPLINE_BROWSER names /nowhere/chrome, which cannot be run. Correct it or unset it.' });
    expect(readdirSync(shop.folder).sort()).toEqual(['order.yaml', 'shop.yaml']);
  });

  it('makes nothing for a share that is empty, and says so', async () => {
    expect(await shop.run(['record', 'order.yaml', '--shard', '2/2', '--json'])).toEqual({ code: 0, out: '[]', err: 'This share is empty: there are more shares than files to make (1).' });
  });

  it('says that the target cannot be written', async () => {
    expect(await shop.run(['record', 'order.yaml', '-o', 'shop.yaml/film.mp4'])).toMatchObject({ code: 1, err: expect.stringMatching(/film\.mp4 cannot be written\. A part of its path is a file/) });
    shop.write('film.mp4/other', '');
    expect(await shop.run(['record', 'order.yaml', '-o', 'film.mp4'])).toMatchObject({ code: 1, err: expect.stringMatching(/film\.mp4 cannot be written\. It is a folder/) });
    expect(readdirSync(shop.folder).sort()).toEqual(['film.mp4', 'order.yaml', 'shop.yaml']);
  });
});

describe('a file in parts', () => {
  it('has its name only when it is whole', async () => {
    const file = await PartFile.create(join(shop.folder, 'deep/film.mp4'));
    await file.write(3, Buffer.from('def'));
    await file.write(0, Buffer.from('abc'));
    expect(readdirSync(join(shop.folder, 'deep'))).not.toContain('film.mp4');
    await file.finish();
    await file.discard();
    expect(readdirSync(join(shop.folder, 'deep'))).toEqual(['film.mp4']);
    expect(shop.read('deep/film.mp4')).toBe('abcdef');
    expect(file.size).toBe(6);
  });

  it('leaves what was there before when it is given up', async () => {
    shop.write('film.mp4', 'older');
    const file = await PartFile.create(join(shop.folder, 'film.mp4'));
    await file.write(0, Buffer.from('half'));
    await file.discard();
    expect(shop.read('film.mp4')).toBe('older');
    expect(readdirSync(shop.folder).filter((name) => name.includes('film'))).toEqual(['film.mp4']);
  });
});
