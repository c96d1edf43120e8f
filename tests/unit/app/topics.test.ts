import { describe, expect, it } from 'vitest';
import { loadEntry, SHIPPED, type ScenarioEntry } from '../../../src/app/catalogue.ts';
import { groupEntries, nameOf, TOPICS } from '../../../src/app/topics.ts';

const entry = (path: string, shipped = true): ScenarioEntry => ({ path, file: `${path}.yaml`, shipped, read: async () => '' });
const paths = (groups: ReturnType<typeof groupEntries>): [string, string[]][] => groups.map(({ id, entries }) => [id, entries.map(({ path }) => path)]);

describe('the topics of the gallery', () => {
  it('order the scenarios, own files first and what belongs to no topic last', () => {
    const entries = ['shop/order', 'kubernetes/new-thing', 'kubernetes/dns', 'kubernetes/layers', 'kubernetes/service-traffic'].map((path) => entry(path));
    expect(paths(groupEntries([...entries, entry('own/bread', false)]))).toEqual([
      ['own', ['own/bread']],
      ['overview', ['kubernetes/layers']],
      ['networking', ['kubernetes/service-traffic', 'kubernetes/dns']],
      ['others', ['shop/order', 'kubernetes/new-thing']],
    ]);
  });

  it('lose no shipped scenario and show none twice', () => {
    const shown = groupEntries(SHIPPED).flatMap(({ entries }) => entries.map(({ path }) => path));
    expect([...shown].sort()).toEqual(SHIPPED.map(({ path }) => path).sort());
  });

  it('name every scenario once, in both languages', () => {
    const named = TOPICS.flatMap(({ scenarios }) => scenarios);
    expect(new Set(named.map(({ path }) => path)).size).toBe(named.length);
    for (const { title } of [...TOPICS, ...named]) expect(Object.keys(title).sort()).toEqual(['en', 'ko']);
  });

  it('fall back to the path for a name that they do not have', () => {
    expect(nameOf('kubernetes/new-thing', 'ko')).toBe('new-thing');
    expect(nameOf('kubernetes/pod-creation', 'ko-KR')).toBe('파드 생성');
  });

  const listed = SHIPPED.filter(({ path }) => TOPICS.some(({ scenarios }) => scenarios.some((named) => named.path === path)));

  it.each(listed.map((shipped) => [shipped.path, shipped] as const))('call %s what its file calls it', async (path, shipped) => {
    const { scenario } = await loadEntry(shipped);
    for (const language of ['ko', 'en']) expect(nameOf(path, language)).toBe(scenario?.title[language]);
  });

  it('name every scenario of the Kubernetes folder', () => {
    const unnamed = SHIPPED.filter(({ path }) => path.startsWith('kubernetes/') && !listed.some((shipped) => shipped.path === path));
    expect(unnamed.map(({ path }) => path)).toEqual([]);
  });
});
