import { expect, it } from 'vitest';
import { readingTime } from '../../../src/compile/reading.ts';

it.each([
  ['', 1, 1.4],
  ['Short.', 1, 1.4],
  ['a'.repeat(34), 1, 2],
  ['가'.repeat(34), 1, 3.4],
  ['가'.repeat(20) + 'a'.repeat(17), 1, 3],
  ['a'.repeat(34), 1.5, 3],
  ['Short.', 2, 2.8],
  ['a'.repeat(34), 0, 0],
])('%s at pace %d takes %d s', (text, pace, seconds) => {
  expect(readingTime(text, pace)).toBeCloseTo(seconds, 9);
});
