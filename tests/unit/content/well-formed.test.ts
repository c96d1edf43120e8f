import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { scenarioFiles, shipped, variantsOf } from '../compile/content.ts';
import { allActions, allSteps, architectureTexts, scenarioTexts, type PlacedText } from './texts.ts';

const HANGUL = /[\u3131-\u318e\uac00-\ud7a3]/u;
/** Text that a person reads as a sentence must exist in both languages, whatever it is. */
const PROSE = / (say|aside|role|summary|text|note)$/;
const FOLDER = new URL('../../../scenarios/', import.meta.url);

/** What is wrong with a text as to its languages; undefined: nothing. */
function fault({ place, text }: PlacedText): string | undefined {
  const languages = Object.keys(text).sort().join();
  if (languages === 'und') {
    if (HANGUL.test(text['und'] as string)) return `${place}: Korean without a language`;
    return PROSE.test(place) ? `${place}: only one language` : undefined;
  }
  if (languages !== 'en,ko') return `${place}: ${languages}`;
  return HANGUL.test(text['en'] as string) ? `${place}: Korean in the English text` : undefined;
}

/** Seconds that a text takes to read: 10 syllables or 17 other characters a second. */
function seconds(text: string): number {
  return [...text].reduce((sum, character) => sum + (HANGUL.test(character) ? 1 / 10 : 1 / 17), 0);
}

it('ships pod creation, service traffic and an order in a shop', () => {
  expect(scenarioFiles()).toEqual(expect.arrayContaining(['kubernetes/pod-creation.yaml', 'kubernetes/service-traffic.yaml', 'shop/order.yaml']));
});

describe.each(scenarioFiles())('%s', async (file) => {
  const scenario = await shipped(file);
  const steps = allSteps(scenario.steps);

  it('has no diagnostics at all', async () => {
    const address = new URL(file, FOLDER).pathname;
    const { diagnostics } = await parseScenario({ file: address, text: readFileSync(address, 'utf8'), read: (path) => readFile(path, 'utf8') });
    expect(diagnostics).toEqual([]);
  });

  it('promises Korean and English, and has both everywhere', () => {
    expect([...scenario.languages].sort()).toEqual(['en', 'ko']);
    const texts = [...scenarioTexts(scenario), ...architectureTexts(scenario.architecture)];
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.map(fault).filter(Boolean)).toEqual([]);
  });

  it.each(steps.map((step) => [step.id, step] as const))('cites a page for %s', (_id, { cite }) => {
    expect(cite.length).toBeGreaterThan(0);
    for (const { href, title } of cite) {
      const url = new URL(href);
      expect(url.protocol).toBe('https:');
      expect(url.pathname.length, 'a page, not only a site').toBeGreaterThan(1);
      expect(url.href.replaceAll('%', '')).not.toMatch(/\s/);
      expect(title).toBeDefined();
    }
  });

  it('names the version of what it cites from Kubernetes and etcd', () => {
    const pages = steps.flatMap((step) => step.cite).filter(({ href }) => /^https:\/\/(kubernetes\.io|etcd\.io|github\.com\/kubernetes\/(?!enhancements))/.test(href));
    expect(pages.filter(({ version }) => version === undefined)).toEqual([]);
    for (const { href, version } of pages) {
      const written = /release-1\.(\d+)|\/docs\/v(\d+\.\d+)\//.exec(href);
      if (written) expect(version).toBe(written[1] ? `v1.${written[1]}` : `v${written[2]}`);
    }
  });

  it('follows declared edges only', () => {
    const hops = steps.flatMap((step) => allActions(step.actions)).filter((action) => 'outcome' in action);
    expect(hops.length).toBeGreaterThan(10);
    expect(hops.filter((hop) => hop.edge === undefined).map(({ id }) => id)).toEqual([]);
  });

  it('narrates in one sentence or two that can be read in nine seconds on two lines', () => {
    for (const { id, say, aside } of steps) {
      for (const [lang, most] of [['ko', 56], ['en', 120]] as const) {
        const text = say[lang] as string;
        expect(seconds(text), `${id} ${lang}`).toBeLessThanOrEqual(9);
        expect([...text].length, `${id} ${lang}: ${text}`).toBeLessThanOrEqual(most);
        expect(text, id).toMatch(lang === 'ko' ? /니다\.$/u : /\.$/);
        expect(seconds(aside?.[lang] ?? ''), `${id} aside ${lang}`).toBeLessThanOrEqual(9);
      }
    }
  });

  // Whether they fit is for `hopline check` to say; a name, such as one of DNS, is as long as it is.
  it('keeps its labels short', () => {
    const labels = scenarioTexts(scenario).filter(({ place }) => / (label|returns|badge)$/.test(place)).flatMap(({ text }) => Object.values(text));
    expect(labels.filter((label) => [...label].length > (/\s/.test(label) ? 26 : 44))).toEqual([]);
  });

  it.each(variantsOf(scenario).map((variant) => [JSON.stringify(variant), variant] as const))('runs as %s', (_name, variant) => {
    const trace = compile(scenario, variant);
    expect(trace.steps.length).toBeGreaterThanOrEqual(scenario.steps.length);
    expect(new Set(trace.steps.map(({ top }) => top)).size).toBe(scenario.steps.length);
    for (const step of trace.steps) expect(step.say).not.toBe('');
    expect(trace.messages.length).toBeGreaterThan(0);
  });

  it('ends every level in the same state', () => {
    const facts = (level: number): string => {
      const now = new Map<string, unknown>();
      for (const change of compile(scenario, { level, lang: 'en' }).changes) {
        if (change.kind === 'load' || change.kind === 'clock' || change.kind === 'note' || change.kind === 'lit' || change.kind === 'illustrative') continue;
        if (change.kind === 'connection') now.set(`connection ${change.edge}`, change.open);
        else now.set(`${change.kind} ${change.node}`, change.value);
      }
      return JSON.stringify([...now].filter(([, value]) => value !== null).sort(([a], [b]) => (a < b ? -1 : 1)));
    };
    for (const level of scenario.levels) expect(facts(level), `level ${level}`).toBe(facts(1));
  });
});
