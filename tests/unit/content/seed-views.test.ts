import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import { readSeed } from '../../tools/seed-list.ts';
import { shipped } from '../compile/content.ts';
import { INTEGRATED, missingArrows } from './seed-pictures.ts';
import { architectureTexts, scenarioTexts } from './texts.ts';

const seed = readSeed();
const LANGUAGES = ['ko', 'en'] as const;

describe('the integrated view', async () => {
  const scenario = await shipped('kubernetes/integrated-view.yaml');

  it('introduces every box in a step of its own scenario, in both languages', () => {
    for (const lang of LANGUAGES) {
      const seen = new Set(compile(scenario, { level: 1, lang }).steps.flatMap((step) => (step.say === '' || step.nodes.size > 12 ? [] : [...step.nodes])));
      expect(Object.entries(INTEGRATED).filter(([, ids]) => !ids.some((id) => seen.has(id))).map(([box]) => box), lang).toEqual([]);
    }
  });

  it('has every arrow of the handout, or keeps its wording where the truth is another', () => {
    expect(missingArrows(seed.integrated, INTEGRATED, scenario.architecture, [...architectureTexts(scenario.architecture), ...scenarioTexts(scenario)])).toEqual([]);
  });
});

describe('the layers', async () => {
  const scenario = await shipped('kubernetes/layers.yaml');

  it('are the handout’s five, from the top down, in both languages', () => {
    const titles = scenario.architecture.layers.map(({ title }) => title);
    expect(titles.map((title) => title['ko'])).toEqual(seed.layers.map(({ title }) => title.replace(/ \(.*\)$/, '')));
    expect(titles.every((title) => LANGUAGES.every((lang) => (title[lang] ?? '') !== ''))).toBe(true);
  });

  it('are lit one after the other: a step for each that lights what belongs to it and nothing else', () => {
    const { nodes, layers } = scenario.architecture;
    const lit = compile(scenario, { level: 1, lang: 'ko' }).steps.map((step) => new Set([...step.nodes].map((id) => nodes.get(id)?.layer).filter(Boolean)));
    for (const { id } of layers) expect(lit.some((found) => found.size === 1 && found.has(id)), id).toBe(true);
  });

  it('have something in them', () => {
    for (const { id } of scenario.architecture.layers) expect([...scenario.architecture.nodes.values()].filter(({ layer }) => layer === id).length, id).toBeGreaterThan(1);
  });
});
