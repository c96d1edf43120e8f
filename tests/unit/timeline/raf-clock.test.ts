import { afterEach, beforeEach, expect, it } from 'vitest';
import { RafClock } from '../../../src/timeline/raf-clock.ts';

let asked: Map<number, (milliseconds: number) => void>;
const global = globalThis as { requestAnimationFrame?: unknown; cancelAnimationFrame?: unknown };

beforeEach(() => {
  let next = 1;
  asked = new Map();
  global.requestAnimationFrame = (run: (milliseconds: number) => void) => (asked.set(next, run), next++);
  global.cancelAnimationFrame = (id: number) => asked.delete(id);
});
afterEach(() => {
  delete global.requestAnimationFrame;
  delete global.cancelAnimationFrame;
});

/** The screen shows a frame. */
function frame(milliseconds: number): void {
  const due = [...asked.values()];
  asked.clear();
  for (const run of due) run(milliseconds);
}

it('tells the seconds between two frames, and goes on where it was after a sleep', () => {
  const clock = new RafClock();
  const ticks: number[] = [];
  clock.start((seconds) => ticks.push(seconds));
  for (const time of [1000, 1016, 1050, 61_000, 60_000]) frame(time);
  expect(ticks).toEqual([0, 0.016, 0.034, 0.25, 0]);
});

it('asks for no frame once it is stopped, also from within a tick', () => {
  const clock = new RafClock();
  let ticks = 0;
  clock.start(() => ++ticks === 2 && clock.stop());
  for (const time of [0, 16, 32, 48]) frame(time);
  expect([ticks, asked.size]).toEqual([2, 0]);
  clock.start(() => ticks++);
  clock.start(() => ticks++);
  expect(asked.size).toBe(1);
  clock.stop();
  expect(asked.size).toBe(0);
});

it('starts anew after a stop: the pause does not count', () => {
  const clock = new RafClock();
  const ticks: number[] = [];
  clock.start((seconds) => ticks.push(seconds));
  frame(0);
  clock.stop();
  clock.start((seconds) => ticks.push(seconds));
  frame(5000);
  frame(5010);
  expect(ticks).toEqual([0, 0, 0.01]);
});
