import { describe, expect, it } from 'vitest';
import { characters } from '../../../src/check/rules/characters.ts';
import { citation } from '../../../src/check/rules/citation.ts';
import { languages } from '../../../src/check/rules/languages.ts';
import { cutCardTexts, cutSequenceTexts } from '../../../src/check/rules/cut-text.ts';
import { narration } from '../../../src/check/rules/narration.ts';
import { undeclared } from '../../../src/check/rules/undeclared.ts';
import type { Run } from '../../../src/check/subject.ts';
import { compile } from '../../../src/compile/compile.ts';
import type { NodeBox, SequenceLayout } from '../../../src/layout/types.ts';
import { found, story } from './story.ts';

const STEP = `  - id: one
    title: One
    say: Short.
    do:
      - call: web -> orders
        label: buy
        returns: bought
`;
const words = (count: number): string => Array.from({ length: count }, () => 'words').join(' ');

describe('narration', () => {
  it('lets through what is read in nine seconds on two lines', async () => {
    expect(found(narration, await story(STEP.replace('Short.', words(25))))).toEqual([]);
  });

  it('finds what takes longer, in the language in which it does', async () => {
    const say = `\n      en: Short.\n      ko: ${Array.from({ length: 36 }, () => '글자').join(' ')}`;
    expect(found(narration, await story(STEP.replace(' Short.', say)))).toEqual(['long-narration steps[0].say.ko']);
    expect(found(narration, await story(STEP.replace('Short.', words(27))))).toEqual(['long-narration steps[0].say.und']);
  });

  it('finds a third line', async () => {
    expect(found(narration, await story(STEP.replace('Short.', 'W'.repeat(140))))).toEqual(['narration-lines steps[0].say.und']);
  });
});

describe('citation', () => {
  const cited = (id: string): string => `${STEP.replaceAll('one', id)}    cite: https://example.org/\n`;

  it('is content where every step cites', async () => expect(found(citation, await story(cited('a') + cited('b')))).toEqual([]));

  it('names the steps that do not where others do', async () => {
    expect(found(citation, await story(cited('a') + STEP))).toEqual(['no-citation steps[1]']);
  });

  it('says it once where none does', async () => expect(found(citation, await story(STEP + STEP.replace('one', 'two')))).toEqual(['no-citation steps']));

  it('lets a step speak for its inner ones, and these for it', async () => {
    const inner = (cite: string): string => `    deeper:\n      level: 2\n      steps:\n${STEP.replace(/^/gm, '      ').trimEnd()}\n${cite}`;
    expect(found(citation, await story(cited('a') + inner('')))).toEqual([]);
    expect(found(citation, await story(STEP + inner('          cite: https://example.org/\n')))).toEqual([]);
  });
});

describe('undeclared', () => {
  it('names each hop that follows no declared edge, wherever it stands', async () => {
    const hop = '- send: web -> stock\n            undeclared: true';
    const steps = `${STEP}      - parallel:\n          ${hop}\n          - - wait: 1s\n            ${hop.replace('\n', '\n  ')}\n`;
    expect(found(undeclared, await story(steps))).toEqual(['undeclared-hop steps[0].do[1].parallel[0]', 'undeclared-hop steps[0].do[1].parallel[1][1]']);
  });
});

describe('characters', () => {
  it('finds what the font lacks, in every text', async () => {
    const steps = STEP.replace('Short.', 'A 漢.').replace('buy', 'か');
    const scenario = await story(steps);
    expect(found(characters, scenario)).toEqual(['unknown-character steps[0].say.und', 'unknown-character steps[0].do[0].label.und']);
    expect(found(characters, await story(STEP))).toEqual([]);
  });
});

describe('languages', () => {
  const both = 'languages: [en, ko]\n';
  const inBoth = STEP.replace('title: One', 'title:\n      en: One\n      ko: 하나').replace('say: Short.', 'say:\n      en: Short.\n      ko: 짧게.');
  const shop = (title: string): string => `hopline: 1\nid: shop\ntitle: Shop\ncomponents:\n  web:\n    title: ${title}\n  orders:\n    title: Orders\nedges:\n  - web -> orders\n`;

  it('lets names be the same in all languages', async () => expect(found(languages, await story(inBoth, both, shop('Web')))).toEqual([]));

  it('finds a text of one language that is written without it, or under another one', async () => {
    expect(found(languages, await story(inBoth.replace('label: buy', 'label: 구매'), both, shop('Web')))).toEqual(['untranslated-text steps[0].do[0].label.und']);
    expect(found(languages, await story(inBoth.replace('en: Short.', 'en: 짧게.'), both, shop('Web')))).toEqual(['untranslated-text steps[0].say.en']);
  });

  it('finds a text of the architecture that lacks a language of the scenario', async () => {
    expect(found(languages, await story(inBoth, both, shop('\n      en: Web')))).toEqual(['untranslated-text architecture: components.web.title']);
  });

  it('asks for nothing where one language is promised', async () => expect(found(languages, await story(STEP.replace('label: buy', 'label: 구매')))).toEqual([]));
});

describe('cut texts', () => {
  const fitted = (text: string) => ({ lines: text ? [text] : [], size: 20 });

  it('finds a card’s title that does not fit', async () => {
    const scenario = await story(STEP);
    const box = (title: string): NodeBox => ({
      x: 0, y: 0, width: 100, height: 88, shape: 'card', accent: 'neutral', text: new Map([['en', { title: fitted(title), subtitle: fitted('') }]]),
    });
    const map = (web: string, cart: string) => ({
      size: { width: 0, height: 0 }, groups: new Map(), routes: new Map(), labels: new Map(), nodes: new Map([['web', box(web)], ['web/cart', box(cart)]]),
    });
    expect(found(cutCardTexts, scenario, { map: map('Web', 'Cart') })).toEqual([]);
    expect(found(cutCardTexts, scenario, { map: map('W…', 'Ca…') })).toEqual([
      'text-overflow architecture: components.web.title.en',
      'text-overflow architecture: components.web.parts.cart.title.en',
    ]);
  });

  it('finds a label of the diagram that does not fit', async () => {
    const scenario = await story(STEP);
    const trace = compile(scenario, {});
    const box = { x: 0, y: 0, width: 0, height: 0 };
    const row = (message: number, label: string) => ({ message, y: 0, top: 0, height: 0, fromX: 0, toX: 0, label: fitted(label), labelBox: box });
    const sequence = (...rows: SequenceLayout['rows'][number][]): SequenceLayout => ({
      size: { width: 0, height: 0 }, headHeight: 0, margin: 0, lifelines: [], standing: [], rows, notes: [], activations: [], fragments: [],
    });
    const run = (...rows: SequenceLayout['rows'][number][]): Run => ({ trace, stills: [], diagrams: [{ pane: 1920, layout: sequence(...rows) }] });
    expect(found(cutSequenceTexts, scenario, { runs: [run(row(0, 'buy'), row(1, 'bought'))] })).toEqual([]);
    const head = { node: 'web', accent: 'neutral', x: 0, head: box, title: fitted('W…') } as const;
    const note = { node: 'orders', text: { lines: ['It is…'], size: 20, overflow: true }, textX: 0, box, lifelineX: 0, afterMessage: 0, time: 0, step: 0 };
    const more = (one: Partial<SequenceLayout>): Run => ({ trace, stills: [], diagrams: [{ pane: 1920, layout: { ...sequence(), ...one } }] });
    expect(found(cutSequenceTexts, scenario, { runs: [more({ lifelines: [head] })] })).toEqual([`text-overflow architecture: components.web.title.${trace.variant.lang}`]);
    const noted = await story(`${STEP}      - note: orders\n        text: It is said.\n`);
    expect(found(cutSequenceTexts, noted, { runs: [more({ notes: [note] })] })).toEqual([`text-overflow steps[0].do[1].text.${trace.variant.lang}`]);
    expect(found(cutSequenceTexts, scenario, { runs: [run(row(0, 'b…'), row(1, 'bou…'))] })).toEqual([
      `text-overflow steps[0].do[0].label.${trace.variant.lang}`,
      `text-overflow steps[0].do[0].returns.${trace.variant.lang}`,
    ]);
  });
});
