import fc from 'fast-check';
import { expect, it } from 'vitest';
import { EventQueue, type QueuedEvent } from '../../../src/compile/event-queue.ts';

const small = fc.nat({ max: 4 });
const at = (until: number): QueuedEvent => ({ until, priority: 0, order: 0, sequence: 0 });

it('gives events by time, priority, document order, then as they came', () => {
  fc.assert(fc.property(fc.array(fc.tuple(small, small, small)), (keys) => {
    const queue = new EventQueue<QueuedEvent & { item: number }>();
    const out: number[] = [];
    for (const [i, [time, priority, order]] of keys.entries()) queue.push({ until: time, priority, order, sequence: 0, item: i });
    expect(queue.size).toBe(keys.length);
    for (let event = queue.pop(); event; event = queue.pop()) out.push(event.item);
    const key = (i: number) => keys[i] as [number, number, number];
    const expected = keys.map((_, i) => i).sort((a, b) => key(a)[0] - key(b)[0] || key(a)[1] - key(b)[1] || key(a)[2] - key(b)[2] || a - b);
    expect(out).toEqual(expected);
  }));
});

it('takes events while it gives some', () => {
  const queue = new EventQueue<QueuedEvent>();
  const out: number[] = [];
  queue.push(at(3));
  queue.push(at(1));
  for (let event = queue.pop(); event; event = queue.pop()) {
    out.push(event.until);
    if (event.until < 6) queue.push(at(event.until * 2));
  }
  expect(out).toEqual([1, 2, 3, 4, 6, 8]);
});
