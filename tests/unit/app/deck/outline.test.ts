import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { agendaOf, minutesOf, outlineOf, slideFor, type ScenarioTable, type Slide } from '../../../../src/app/deck/outline.ts';
import { tableOf } from '../../../../src/cli/deck-content.ts';
import type { Session } from '../../../../src/scenario/session/model.ts';
import { ROOT } from '../../../tools/pages.ts';
import { shippedSession } from '../../session.ts';

const FOLDER = join(ROOT, 'scenarios/kubernetes');
let session: Session;
let table: ScenarioTable;
let slides: Slide[];
const warnings: string[] = [];

beforeAll(async () => {
  session = shippedSession();
  table = await tableOf(FOLDER, (await readdir(FOLDER)).filter((name) => name.endsWith('.yaml')), (message) => warnings.push(message));
  slides = outlineOf(session, table);
});

const ids = (kind: Slide['kind']): string[] => slides.filter((slide) => slide.kind === kind).map(({ id }) => id);

describe('the outline of the session', () => {
  it('has the handout in its order, then the scenarios for questions', () => {
    const kinds = slides.map(({ kind }) => kind).filter((kind, index, all) => kind !== all[index - 1]);
    const before = kinds.slice(0, kinds.indexOf('appendix'));
    expect(before).toEqual([
      'title', 'position', 'points', 'agenda',
      'divider', 'flow', 'layers',
      'divider', 'flow',
      'divider', 'flow', 'checklist',
      'divider', 'phases', 'flow',
      'topic', 'round', 'points', 'references', 'next',
    ]);
    expect(kinds.slice(kinds.indexOf('appendix'))).toEqual(['appendix', 'flow']);
  });

  it('plays the scenarios of the handout in their parts', () => {
    const main = slides.filter((slide) => slide.kind === 'flow' && !slide.extra);
    expect(main.map(({ id, part }) => `${part?.id}/${id}`)).toEqual([
      'architecture/integrated-view', 'architecture/layers', 'flows/pod-creation', 'flows/service-traffic', 'production/production', 'adoption/adoption-phases',
    ]);
  });

  it('has a slide for every scenario that the session names, and each once', () => {
    const named = new Set(session.parts.flatMap(({ sections }) => sections.flatMap(({ scenarios }) => scenarios.map(({ scenario }) => scenario))));
    const played = slides.flatMap((slide) => (slide.kind === 'flow' ? [slide.link.scenario] : []));
    expect(played.toSorted()).toEqual([...named].sort());
    expect(new Set(played).size).toBe(played.length);
    expect(warnings).toEqual([]);
  });

  it('leaves out what the table does not have', () => {
    const { 'kubernetes/hpa': _, ...rest } = table;
    expect(slideFor(outlineOf(session, rest), 'kubernetes/hpa')).toBeUndefined();
    expect(slideFor(slides, 'kubernetes/hpa')?.id).toBe('hpa');
  });

  it('has five checklists, four rounds, and an address for each slide', () => {
    expect(ids('checklist')).toHaveLength(5);
    expect(ids('round')).toHaveLength(4);
    expect(new Set(slides.map(({ id }) => id)).size).toBe(slides.length);
    expect(slides.filter(({ id }) => !/^[a-z0-9-]+$/.test(id))).toEqual([]);
  });

  it('gives every minute of the agenda to a slide, and each round its own', () => {
    for (const part of agendaOf(session)) {
      const seconds = slides.filter((slide) => slide.part === part).reduce((sum, slide) => sum + slide.seconds, 0);
      expect(Math.abs(seconds - (part.minutes ?? 0) * 60), part.id).toBeLessThanOrEqual(4);
    }
    const rounds = slides.filter((slide) => slide.kind === 'round');
    expect(rounds.map(({ seconds }) => seconds)).toEqual([240, 240, 180, 120]);
    expect(minutesOf(session)).toBe(65);
  });
});
