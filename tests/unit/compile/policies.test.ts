import { describe, expect, it } from 'vitest';
import { createPicker, type Picker } from '../../../src/compile/policies.ts';

const MEMBERS = ['a', 'b', 'c'];
const equal = (...ids: string[]) => ids.map((id) => ({ id, weight: 1 }));
const ALL = equal(...MEMBERS);
const picks = (picker: Picker, count: number, candidates = ALL, source = '') =>
  Array.from({ length: count }, () => picker.pick(candidates, source)).join(' ');

describe('round-robin', () => {
  it('takes turns in the order of the list', () => {
    expect(picks(createPicker('round-robin', MEMBERS, ''), 7)).toBe('a b c a b c a');
  });

  it('skips one that is away without moving the others’ turns', () => {
    const picker = createPicker('round-robin', MEMBERS, '');
    expect(picks(picker, 1)).toBe('a');
    expect(picks(picker, 3, equal('a', 'c'))).toBe('c a c');
    expect(picks(picker, 3)).toBe('a b c');
  });
});

describe('weighted', () => {
  it('follows the table of smooth weighted round robin for 5, 1, 1', () => {
    const weights = [{ id: 'a', weight: 5 }, { id: 'b', weight: 1 }, { id: 'c', weight: 1 }];
    expect(picks(createPicker('weighted', MEMBERS, ''), 14, weights)).toBe('a a b a c a a a a b a c a a');
  });

  it('follows the table for 3, 2, 1', () => {
    // Credits before each pick: 3 2 1 → a; 0 4 2 → b; 3 0 3 → a; 0 2 4 → c; 3 4 -1 → b; 6 0 0 → a.
    const weights = [{ id: 'a', weight: 3 }, { id: 'b', weight: 2 }, { id: 'c', weight: 1 }];
    expect(picks(createPicker('weighted', MEMBERS, ''), 6, weights)).toBe('a b a c b a');
  });

  it('counts a changed weight from the next pick on', () => {
    const picker = createPicker('weighted', MEMBERS, '');
    expect(picks(picker, 2)).toBe('a b');
    // Credits -1 -1 2, then 1, 1, 4 are added: -0 0 6 → c (pays 6 → 0); 1 1 4 → c; 2 2 2 → a.
    const changed = [{ id: 'a', weight: 1 }, { id: 'b', weight: 1 }, { id: 'c', weight: 4 }];
    expect(picks(picker, 3, changed)).toBe('c c a');
  });
});

describe('random', () => {
  it('follows the stream of its seed', () => {
    // floor(3 · u) for mulberry32 over the hash of "7", worked out apart from this code.
    expect(picks(createPicker('random', MEMBERS, '7'), 12)).toBe('b b a b a a b c b c a c');
  });

  it('gives another order for another seed, the same for the same', () => {
    expect(picks(createPicker('random', MEMBERS, '8'), 30)).not.toBe(picks(createPicker('random', MEMBERS, '7'), 30));
    expect(picks(createPicker('random', MEMBERS, '8'), 30)).toBe(picks(createPicker('random', MEMBERS, '8'), 30));
  });

  it('gives each member its share in the long run', () => {
    const all = picks(createPicker('random', MEMBERS, '1'), 30_000).split(' ');
    for (const id of MEMBERS) expect(Math.abs(all.filter((each) => each === id).length - 10_000)).toBeLessThan(400);
  });
});

describe('least-connections', () => {
  it('takes the fewest active ones, the first in the list among equals', () => {
    const picker = createPicker('least-connections', MEMBERS, '');
    expect(picks(picker, 4)).toBe('a b c a'); // active 2 1 1
    picker.release('c'); // 2 1 0
    expect(picks(picker, 3)).toBe('c b c'); // 2 1 1 → 2 2 1 → 2 2 2
    picker.release('a');
    picker.release('a'); // 0 2 2
    expect(picks(picker, 3)).toBe('a a a');
  });

  it('does not fall below nothing', () => {
    const picker = createPicker('least-connections', MEMBERS, '');
    picker.release('c');
    expect(picks(picker, 3)).toBe('a b c');
  });
});

describe('source-hash', () => {
  // The 32-bit hash of each address modulo 256 is its slot, the slot modulo 3 its place: worked out apart from this code.
  it.each([
    ['10.0.0.1', 174, 'a'], ['10.0.0.2', 165, 'a'], ['10.0.0.3', 99, 'a'], ['10.0.0.4', 166, 'b'],
    ['10.0.0.5', 78, 'a'], ['10.0.0.6', 52, 'b'], ['10.0.0.7', 128, 'c'], ['10.0.0.8', 192, 'a'],
  ])('sends %s (slot %i) to %s', (address, _slot, member) => {
    const picker = createPicker('source-hash', MEMBERS, '');
    expect(picks(picker, 2, ALL, address)).toBe(`${member} ${member}`);
  });

  it('gives a heavier member more slots', () => {
    const weights = [{ id: 'a', weight: 3 }, { id: 'b', weight: 1 }];
    const picker = createPicker('source-hash', MEMBERS, '');
    const all = Array.from({ length: 4000 }, (_, i) => picker.pick(weights, `10.0.${i >> 8}.${i & 255}`));
    expect(all.filter((id) => id === 'a').length / 4000).toBeCloseTo(0.75, 1);
  });
});

it.each(['round-robin', 'weighted', 'random', 'least-connections', 'source-hash'] as const)('%s: nobody is there, nobody is picked', (policy) => {
  const picker = createPicker(policy, MEMBERS, '1');
  expect(picker.pick([], '10.0.0.1')).toBeUndefined();
  expect(MEMBERS).toContain(picker.pick(ALL, '10.0.0.1'));
});
