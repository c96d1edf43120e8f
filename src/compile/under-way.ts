import type { Message } from './trace.ts';

/** The most messages that are under way at one instant, work left out; of messages in the order of their starts. In O(n log n). */
export function mostUnderWay(messages: readonly Message[]): number {
  const travelling = messages.filter(({ kind }) => kind !== 'work');
  const ends = Float64Array.from(travelling, ({ end }) => end).sort();
  let [most, arrived] = [0, 0];
  for (const [index, { start }] of travelling.entries()) {
    // One that arrives just then is there.
    while (arrived < index && (ends[arrived] as number) <= start) arrived++;
    most = Math.max(most, index + 1 - arrived);
  }
  return most;
}
