import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EventQueue } from '../../../src/compile/event-queue.ts';

const small = fc.nat({ max: 4 });

it('gives events by time, priority, document order, then as they came', () => {
  fc.assert(fc.property(fc.array(fc.tuple(small, small, small)), (keys) => {
    const queue = new EventQueue<number>();
    const out: number[] = [];
    for (const [i, [time, priority, order]] of keys.entries()) queue.push(time, priority, order, i);
    expect(queue.size).toBe(keys.length);
    for (let event = queue.pop(); event; event = queue.pop()) out.push(event.item);
    const key = (i: number) => keys[i] as [number, number, number];
    const expected = keys.map((_, i) => i).sort((a, b) => key(a)[0] - key(b)[0] || key(a)[1] - key(b)[1] || key(a)[2] - key(b)[2] || a - b);
    expect(out).toEqual(expected);
  }));
});

it('takes events while it gives some', () => {
  const queue = new EventQueue<string>();
  const out: number[] = [];
  queue.push(3, 0, 0, 'three');
  queue.push(1, 0, 0, 'one');
  for (let event = queue.pop(); event; event = queue.pop()) {
    out.push(event.time);
    if (event.time < 6) queue.push(event.time * 2, 0, 0, event.item);
  }
  expect(out).toEqual([1, 2, 3, 4, 6, 8]);
});
