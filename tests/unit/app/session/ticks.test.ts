import { describe, expect, it } from 'vitest';
import { ChecklistTicks } from '../../../../src/app/session/ticks.ts';
import { shippedSession } from '../../session.ts';
import { memoryStorage, refused } from './storage.ts';

const LISTS = shippedSession().parts.flatMap(({ sections }) => sections.flatMap(({ checklists }) => checklists));
const ALL = LISTS.flatMap((list) => list.items.map((item) => [list.id, item.id] as const));

describe('ticks', () => {
  it('are counted per list and over all', () => {
    const ticks = new ChecklistTicks('s', () => memoryStorage());
    expect(ticks.progress(LISTS)).toEqual({ done: 0, total: 28 });
    ticks.set('availability', 'zones', true);
    ticks.set('security', 'rbac', true);
    expect(ticks.progress(LISTS)).toEqual({ done: 2, total: 28 });
    expect(LISTS.map((list) => ticks.progress([list]))).toEqual([
      { done: 1, total: 5 }, { done: 1, total: 6 }, { done: 0, total: 6 }, { done: 0, total: 6 }, { done: 0, total: 5 },
    ]);
    ticks.set('security', 'rbac', false);
    expect(ticks.progress(LISTS).done).toBe(1);
  });

  it('tell items of the same id in different lists apart', () => {
    const ticks = new ChecklistTicks('s', () => memoryStorage());
    ticks.set('a', 'x', true);
    expect([ticks.has('a', 'x'), ticks.has('b', 'x')]).toEqual([true, false]);
  });

  it('are kept, for each session apart', () => {
    const storage = memoryStorage();
    const first = new ChecklistTicks('one', () => storage);
    for (const [list, item] of ALL) first.set(list, item, true);
    expect(new ChecklistTicks('one', () => storage).progress(LISTS)).toEqual({ done: 28, total: 28 });
    expect(new ChecklistTicks('two', () => storage).progress(LISTS).done).toBe(0);
  });

  it('are cleared, and come back when somebody regrets it', () => {
    const storage = memoryStorage();
    const ticks = new ChecklistTicks('s', () => storage);
    ticks.set('availability', 'zones', true);
    const before = ticks.clear();
    expect(new ChecklistTicks('s', () => storage).progress(LISTS).done).toBe(0);
    ticks.restore(before);
    expect(ticks.has('availability', 'zones')).toBe(true);
    expect(new ChecklistTicks('s', () => storage).has('availability', 'zones')).toBe(true);
  });

  it('of two windows do not overwrite each other', () => {
    const storage = memoryStorage();
    const [here, there] = [new ChecklistTicks('s', () => storage), new ChecklistTicks('s', () => storage)];
    here.set('availability', 'zones', true);
    there.set('security', 'rbac', true);
    here.refresh();
    expect([here.has('availability', 'zones'), here.has('security', 'rbac')]).toEqual([true, true]);
  });

  it('last as long as the page where nothing can be kept', () => {
    const ticks = new ChecklistTicks('s', refused);
    ticks.set('availability', 'zones', true);
    ticks.set('security', 'rbac', true);
    expect(ticks.progress(LISTS).done).toBe(2);
    const before = ticks.clear();
    ticks.restore(before);
    expect(ticks.progress(LISTS).done).toBe(2);
  });

  it.each(['{', '7', '{"a":1}', '[1, null]'])('are not confused by %s in the storage', (text) => {
    const storage = memoryStorage({ 'hopline-checklists-s': text });
    expect(new ChecklistTicks('s', () => storage).progress(LISTS).done).toBe(0);
  });
});
