import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../../src/compile/trace.ts';
import { mostUnderWay } from '../../../src/compile/under-way.ts';

const message = (start: number, end: number, kind: Message['kind'] = 'packet'): Message => ({
  index: 0, kind, number: '1', step: 0, action: 'a', from: 'a', to: 'b', edge: 'a->b', undeclared: false, label: '', start, end, outcome: { kind: 'ok' },
});

describe('the most messages under way', () => {
  it('is none without messages, and one where each waits for the one before', () => {
    expect(mostUnderWay([])).toBe(0);
    expect(mostUnderWay([message(0, 1), message(1, 2), message(2, 3)])).toBe(1);
  });

  it('leaves work out', () => {
    expect(mostUnderWay([message(0, 5, 'work'), message(1, 2), message(1, 2, 'request')])).toBe(2);
  });

  it('is what looking at every start finds', () => {
    const times = fc.array(fc.tuple(fc.nat(30), fc.integer({ min: 1, max: 12 })), { maxLength: 60 });
    fc.assert(fc.property(times, (pairs) => {
      const messages = pairs.map(([start, takes]) => message(start, start + takes)).sort((a, b) => a.start - b.start);
      const counts = messages.map(({ start: at }) => messages.filter(({ start, end }) => start <= at && at < end).length);
      expect(mostUnderWay(messages)).toBe(Math.max(0, ...counts));
    }));
  });
});
