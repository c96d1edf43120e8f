import { expect, it } from 'vitest';
import { readSeed } from '../../tools/seed-list.ts';

const seed = readSeed();
const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

it('the handout has four goals and six parts of 65 minutes', () => {
  expect(seed.title).toBe('Session 8: 아키텍처 종합 및 토론');
  expect(seed.goals).toHaveLength(4);
  expect(seed.agenda.map(({ minutes }) => minutes)).toEqual([5, 15, 12, 10, 10, 13]);
  expect(sum(seed.agenda.map(({ minutes }) => minutes))).toBe(65);
});

it('its integrated view has 21 boxes in five groups, and 27 arrows', () => {
  expect(seed.integrated.groups.map(({ boxes }) => boxes.length)).toEqual([4, 5, 4, 4, 4]);
  expect(seed.integrated.edges).toHaveLength(27);
});

it('its five layers have five items each', () => expect(seed.layers.map(({ items }) => items.length)).toEqual([5, 5, 5, 5, 5]));

it('its diagrams have the 19 and the 11 messages, six of which in three branches', () => {
  expect(seed.creation.participants).toHaveLength(8);
  expect(seed.creation.messages).toHaveLength(19);
  expect(seed.traffic.participants).toHaveLength(6);
  expect(seed.traffic.messages).toHaveLength(11);
  expect(seed.traffic.messages.filter(({ branch }) => branch).map(({ branch }) => branch)).toEqual([1, 2, 3].flatMap((i) => Array.from({ length: 2 }, () => `Round Robin - Pod ${i}`)));
});

it('its production set-up has eleven boxes in four groups, and 16 arrows', () => {
  expect(seed.production.groups.filter(({ boxes }) => boxes.length > 0).map(({ boxes }) => boxes.length)).toEqual([3, 2, 3, 3]);
  expect(seed.production.edges).toHaveLength(16);
});

it('its checklists have 28 items', () => {
  expect(seed.checklists.map(({ items }) => items.length)).toEqual([5, 6, 6, 6, 5]);
  expect(sum(seed.checklists.map(({ items }) => items.length))).toBe(28);
});

it('its road has three phases of four stations, joined by eleven arrows', () => {
  expect(seed.phases.groups.map(({ boxes }) => boxes.length)).toEqual([4, 4, 4]);
  expect(seed.phases.edges).toHaveLength(11);
});

it('its discussion has one topic and four sections of 13 minutes, with four points each', () => {
  expect(seed.topic).toMatch(/도전과제는 무엇이며/);
  expect(seed.discussion.map(({ minutes }) => minutes)).toEqual([4, 4, 3, 2]);
  expect(seed.discussion.map(({ topics }) => topics.length)).toEqual([4, 4, 4, 4]);
});

it('ends with four key concepts, three references and tomorrow', () => {
  expect(seed.summary).toHaveLength(4);
  expect(seed.references.map(({ href }) => new URL(href).hostname)).toEqual(['kubernetes.io', 'kubernetes.io', 'kubernetes.io']);
  expect(seed.tomorrow).toMatch(/^내일은/);
  expect(seed.closing).toMatch(/^Day 1 완료!/);
});

it('is not read where it has changed', () => expect(() => readSeed('# Another')).toThrow('The handout has changed'));
