import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { textIn, type LocalizedText } from '../../../src/shared/text.ts';
import type { Scenario, Step } from '../../../src/scenario/model.ts';
import { parseSession } from '../../../src/scenario/session/parse-session.ts';
import { shipped } from '../compile/content.ts';
import { linksOf, sessionText, shippedSession } from '../session.ts';

const session = shippedSession();
const sections = session.parts.flatMap((part) => part.sections);
const checklists = sections.flatMap((section) => section.checklists);
const items = checklists.flatMap((list) => list.items);
const phases = sections.flatMap((section) => section.phases);
const rounds = sections.flatMap(({ discussion }) => discussion?.rounds ?? []);
const HANGUL = /[\u3131-\u318e\uac00-\ud7a3]/u;

/** The steps that a viewer can reach at a level, by their ids. */
function stepsAt(steps: readonly Step[], level: number): string[] {
  return steps.flatMap(({ id, deeper }) => (deeper && deeper.level <= level ? [id, ...stepsAt(deeper.steps, level)] : [id]));
}

function* texts(value: unknown, place: string): Generator<[string, LocalizedText]> {
  if (typeof value !== 'object' || value === null) return;
  if ('ko' in value || 'en' in value || 'und' in value) return yield [place, value as LocalizedText];
  for (const [key, item] of Object.entries(value)) yield* texts(item, `${place}/${key}`);
}

describe('the training session', () => {
  it('has no diagnostics at all', () => {
    expect(parseSession({ file: 'session.yaml', text: sessionText() }).diagnostics).toEqual([]);
  });

  it('gives its parts the minutes of the agenda', () => {
    expect(session.parts.flatMap(({ minutes }) => minutes ?? [])).toEqual([5, 15, 12, 10, 10, 13]);
  });

  it('has five layers of five, five checklists of 28 items, three phases of four stations, four rounds of thirteen minutes', () => {
    expect(sections.flatMap(({ layers }) => layers.map(({ points }) => points.length))).toEqual([5, 5, 5, 5, 5]);
    expect(checklists.map((list) => list.items.length)).toEqual([5, 6, 6, 6, 5]);
    expect(phases.map(({ stations }) => stations.length)).toEqual([4, 4, 4]);
    expect(rounds.map(({ minutes }) => minutes)).toEqual([4, 4, 3, 2]);
    expect(rounds.map(({ prompts }) => prompts.length)).toEqual([4, 4, 4, 4]);
    expect(sections.flatMap(({ references }) => references)).toHaveLength(3);
  });

  it('says everything in both languages', () => {
    for (const [place, text] of texts(session, '')) {
      expect(Object.keys(text).sort(), place).toEqual(['en', 'ko']);
      expect(text['en'], place).not.toMatch(HANGUL);
    }
  });

  it('says of each item in one sentence why it matters', () => {
    for (const { id, why } of items) {
      for (const language of ['ko', 'en']) expect(textIn(why, language).match(/[.!?](\s|$)/g), `${id} ${language}`).toHaveLength(1);
      expect(textIn(why, 'ko'), id).toMatch(/니다\.$/u);
    }
  });

  it('asks a question in each prompt', () => {
    for (const { id, question } of rounds.flatMap(({ prompts }) => prompts)) {
      expect(textIn(question, 'ko'), id).toMatch(/까\?$/u);
      expect(textIn(question, 'en'), id).toMatch(/\?$/);
    }
  });

  it('has notes for whoever speaks in every part that has minutes', () => {
    expect(session.parts.filter(({ minutes, notes }) => minutes !== undefined && !notes).map(({ id }) => id)).toEqual([]);
  });

  it('calls no control plane a master, but keeps the words of the handout', () => {
    const written = [...texts(session, '')];
    expect(written.filter(([place, { ko = '' }]) => /마스터|master/i.test(ko) && !place.endsWith('/handout')).map(([place]) => place)).toEqual([]);
    expect(written.filter(([, { ko = '' }]) => ko.includes('마스터')).map(([, { ko }]) => ko)).toEqual(['다중 마스터 노드 구성 (홀수 개)', '마스터-워커 구조의 분산 시스템']);
  });
});

describe('the links of the session', async () => {
  const links = linksOf(session);
  const files = [...new Set(links.map(({ link }) => link.scenario))].sort();
  const scenarios = new Map<string, Scenario>();
  for (const file of files.filter((path) => existsSync(new URL(`../../../scenarios/${path}.yaml`, import.meta.url)))) {
    scenarios.set(file, await shipped(`${file}.yaml`));
  }

  it('lead to scenarios that are there', () => {
    expect(files.filter((file) => !scenarios.has(file))).toEqual([]);
  });

  it.each(files.filter((file) => scenarios.has(file)))('lead to levels, steps and choices of %s that are there', (file) => {
    const { steps, levels, choices } = scenarios.get(file) as Scenario;
    for (const { place, link } of links.filter((one) => one.link.scenario === file)) {
      const level = link.level ?? 1;
      expect(levels, place).toContain(level);
      if (link.step !== undefined) expect(stepsAt(steps, level), `${place}: ${link.step}`).toContain(link.step);
      for (const [choice, option] of Object.entries(link.choices)) {
        expect(choices.find(({ id }) => id === choice)?.options.map(({ id }) => id), `${place}: ${choice}`).toContain(option);
      }
    }
  });

  it('have short phrases for texts, which take no full stop', () => {
    for (const { place, link } of links) {
      expect(textIn(link.text, 'ko'), place).not.toMatch(/(니다|[.!?])$/u);
      expect(textIn(link.text, 'en'), place).not.toMatch(/[.!?]$/);
      expect(Math.max(...['ko', 'en'].map((language) => [...textIn(link.text, language)].length)), place).toBeLessThanOrEqual(60);
    }
  });

  it('of each item lead to a step, not only to a scenario', () => {
    expect(items.flatMap(({ id, links: own }) => (own.every(({ step }) => step !== undefined) ? [] : [id]))).toEqual([]);
    expect(items.filter(({ unlinked }) => unlinked).map(({ id }) => id)).toEqual(['training']);
  });

  it('have a step for each station on the road of the phases', async () => {
    const road = scenarios.get('kubernetes/adoption-phases');
    expect(phases.flatMap(({ stations }) => stations.map(({ id }) => id))).toEqual(road?.steps.map(({ id }) => id));
  });

  it('show every scenario of the training in some part', () => {
    const told = new Set(sections.flatMap((section) => section.scenarios.map(({ scenario }) => scenario)));
    expect(told.size).toBeGreaterThanOrEqual(24);
  });
});
