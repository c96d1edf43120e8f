import type { Trace } from './trace.ts';

/** How many items at the front satisfy a condition that, once false, stays false. */
export function countWhile<T>(items: readonly T[], holds: (item: T) => boolean, from = 0, to = items.length): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(items[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the step that is current at a time; a step's end belongs to the next one, the last step's to itself. -1 without steps. */
export function stepAt(trace: Trace, time: number): number {
  return Math.max(countWhile(trace.steps, (step) => step.start <= time) - 1, Math.min(0, trace.steps.length - 1));
}
