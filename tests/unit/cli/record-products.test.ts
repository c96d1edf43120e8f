import { describe, expect, it } from 'vitest';
import { productsOf, shardOf } from '../../../src/cli/record-products.ts';
import type { RecordOptions } from '../../../src/cli/record-options.ts';

const USUAL: RecordOptions = { theme: 'dark', level: '1', view: 'map', rate: '1', captions: 'burn' };
const names = (files: readonly string[], options: Partial<RecordOptions> = {}): string[] => productsOf(files, { ...USUAL, ...options }).map(({ out }) => out);

describe('what hopline record makes', () => {
  it('is one film of one scenario, called as it is', () => {
    expect(names(['a/pod.yaml'])).toEqual(['pod.mp4']);
    expect(names(['a/pod.yml'], { at: 'store' })).toEqual(['pod.png']);
    expect(names(['a/pod.yaml'], { out: 'b/film.webm' })).toEqual(['b/film.webm']);
  });

  it('is every combination of what is listed, each with a name of its own', () => {
    expect(names(['pod.yaml'], { lang: 'ko,en' })).toEqual(['pod-ko.mp4', 'pod-en.mp4']);
    expect(names(['pod.yaml', 'dns.yaml'], { lang: 'ko, en', theme: 'dark,light', out: 'out/' })).toEqual([
      'out/pod-ko-dark.mp4', 'out/pod-ko-light.mp4', 'out/pod-en-dark.mp4', 'out/pod-en-light.mp4',
      'out/dns-ko-dark.mp4', 'out/dns-ko-light.mp4', 'out/dns-en-dark.mp4', 'out/dns-en-light.mp4',
    ]);
    expect(names(['pod.yaml'], { level: '1,2', view: 'map,split', out: '{view}/{name}-{level}.gif' })).toEqual(['map/pod-1.gif', 'split/pod-1.gif', 'map/pod-2.gif', 'split/pod-2.gif']);
    expect(names(['pod.yaml', 'dns.yaml'], { out: 'films' })).toEqual(['films/pod.mp4', 'films/dns.mp4']);
  });

  it('has one language, theme, level and view each', () => {
    expect(productsOf(['pod.yaml'], { ...USUAL, lang: 'ko,en', level: '2,3' }).map(({ options: { lang, level } }) => [lang, level])).toEqual([
      ['ko', '2'], ['ko', '3'], ['en', '2'], ['en', '3'],
    ]);
  });

  it('never gives two the same name', () => {
    expect(() => names(['pod.yaml'], { lang: 'ko,en', theme: 'dark,light', out: 'pod-{theme}.mp4' })).toThrow('Put {lang} into the name.');
    expect(() => names(['pod.yaml', 'dns.yaml'], { out: 'film.mp4' })).toThrow('Put {name} into the name.');
    expect(() => names(['a/pod.yaml', 'b/pod.yaml'])).toThrow('Give their scenarios different names.');
    expect(() => names(['pod.yaml'], { out: '{nmae}.mp4' })).toThrow('{nmae}');
  });
});

describe('a share of it', () => {
  const all = ['a', 'b', 'c', 'd', 'e'];

  it('is made once by all together, whatever their number', () => {
    for (const count of [1, 2, 3, 5, 8]) {
      const shares = Array.from({ length: count }, (_, at) => shardOf(all, `${at + 1}/${count}`));
      expect(shares.flat().toSorted()).toEqual(all);
    }
    expect(shardOf(all, '2/4')).toEqual(['b']);
    expect(shardOf(all, undefined)).toEqual(all);
  });

  it('is the same where a job runner counts from 0', () => {
    expect([0, 1, 2, 3].map((index) => shardOf(all, `${index}/4`, '0'))).toEqual([1, 2, 3, 4].map((index) => shardOf(all, `${index}/4`)));
    expect(() => shardOf(all, '4/4', '0')).toThrow('such as 1/4');
    expect(() => shardOf(all, '0/4')).toThrow('add --first-shard 0');
    expect(() => shardOf(all, '1/4', '2')).toThrow('--first-shard is 0 or 1');
  });

  it.each(['0/4', '5/4', '2', '1/0', 'a/b'])('is wrongly asked for as %s', (written) => {
    expect(() => shardOf(all, written)).toThrow('such as 2/4');
  });
});
