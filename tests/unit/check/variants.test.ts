import { describe, expect, it } from 'vitest';
import { pathsOf, variantsOf } from '../../../src/check/variants.ts';
import type { Choice, Scenario } from '../../../src/scenario/model.ts';

const choice = (id: string, ...options: string[]): Choice => ({ id, title: { und: id }, default: options[0] ?? '', options: options.map((option) => ({ id: option, title: { und: option } })) });
const scenario = (choices: Choice[], more: Partial<Scenario> = {}): Scenario => ({ choices, levels: [1], languages: ['en'], ...more }) as Scenario;

describe('the variants that are looked at', () => {
  it('are every level, language and path', () => {
    const variants = variantsOf(scenario([choice('mode', 'a', 'b')], { levels: [1, 3], languages: ['en', 'ko'] }));
    expect(variants.map(({ level, lang, path }) => `${level} ${lang} ${path['mode']}`)).toEqual([
      '1 en a', '1 en b', '1 ko a', '1 ko b', '3 en a', '3 en b', '3 ko a', '3 ko b',
    ]);
  });

  it('are all combinations of options where they are few', () => {
    expect(pathsOf(scenario([choice('x', 'a', 'b'), choice('y', 'c', 'd')]))).toEqual([{ x: 'a', y: 'c' }, { x: 'a', y: 'd' }, { x: 'b', y: 'c' }, { x: 'b', y: 'd' }]);
    expect(pathsOf(scenario([]))).toEqual([{}]);
  });

  it('are each option once where there are many', () => {
    const choices = ['p', 'q', 'r', 's', 't'].map((id) => choice(id, 'usual', 'other'));
    expect(pathsOf(scenario(choices))).toEqual([{}, { p: 'other' }, { q: 'other' }, { r: 'other' }, { s: 'other' }, { t: 'other' }]);
  });
});
