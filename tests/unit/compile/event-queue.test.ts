import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EventQueue } from '../../../src/compile/event-queue.ts';

const small = fc.nat({ max: 4 });

it('gives events by time, priority, document order, then as they came', () => {
  fc.assert(fc.property(fc.array(fc.tuple(small, small, small)), (keys) => {
    const queue = new EventQueue();
    const out: number[] = [];
    for (const [i, [time, priority, order]] of keys.entries()) queue.push({ time, priority, order, run: () => out.push(i) });
    expect(queue.size).toBe(keys.length);
    for (let event = queue.pop(); event; event = queue.pop()) event.run();
    const key = (i: number) => keys[i] as [number, number, number];
    const expected = keys.map((_, i) => i).sort((a, b) => key(a)[0] - key(b)[0] || key(a)[1] - key(b)[1] || key(a)[2] - key(b)[2] || a - b);
    expect(out).toEqual(expected);
  }));
});

it('takes events while it gives some', () => {
  const queue = new EventQueue();
  const out: number[] = [];
  const later = (time: number): void => queue.push({
    time, priority: 0, order: 0, run: () => {
      out.push(time);
      if (time < 6) later(time * 2);
    },
  });
  later(3);
  later(1);
  for (let event = queue.pop(); event; event = queue.pop()) event.run();
  expect(out).toEqual([1, 2, 3, 4, 6, 8]);
});
