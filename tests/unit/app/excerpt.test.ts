import { describe, expect, it } from 'vitest';
import { excerptAt } from '../../../src/app/excerpt.ts';

describe('the line that is meant', () => {
  const text = 'steps:\n  - id: store\r\n    do: [a]\n\n';

  it('is marked at its word', () => {
    expect(excerptAt(text, 2, 9)).toEqual({ before: '  - id: ', marked: 'store', after: '' });
    expect(excerptAt(text, 1, 1)).toEqual({ before: '', marked: 'steps', after: ':' });
    expect(excerptAt(text, 3, 10)).toEqual({ before: '    do: [', marked: 'a', after: ']' });
  });

  it('may be pointed at behind its end', () => {
    expect(excerptAt(text, 1, 40)).toEqual({ before: 'steps:', marked: ' ', after: '' });
  });

  it.each([[4, 1], [9, 1], [0, 0]])('is left out where there is none: line %i', (line, column) => {
    expect(excerptAt(text, line, column)).toBeUndefined();
  });

  it('is cut around its place when it is endless', () => {
    const long = `${'a '.repeat(5000)}wrong ${'b '.repeat(5000)}`;
    const cut = excerptAt(long, 1, 10_001);
    expect(cut?.marked).toBe('wrong');
    expect(cut?.before).toMatch(/^…(a | a)+$/);
    expect(cut?.after).toMatch(/…$/);
    expect(JSON.stringify(cut).length).toBeLessThan(220);
    expect(JSON.stringify(excerptAt('x'.repeat(1e6), 1, 1)).length).toBeLessThan(220);
  });
});
