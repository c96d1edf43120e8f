import type { Trace } from './trace.ts';

/** All words that a picture of the trace may show, for choosing the fonts to load. */
export function wordsOf(trace: Trace): string {
  const { nodes, groups } = trace.scenario.architecture;
  const titles = [...nodes.values(), ...groups.values()].flatMap((item) => [item.title, 'subtitle' in item ? item.subtitle : undefined]);
  const texts = titles.flatMap((title) => Object.values(title ?? {}));
  return [...texts, ...trace.steps.flatMap(({ title, say, aside }) => [title, say, aside]), ...trace.messages.map(({ label }) => label)].join('');
}
