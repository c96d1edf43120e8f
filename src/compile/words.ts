import type { Trace } from './trace.ts';

/** All words that a picture of the trace may show, for choosing the fonts to load: of components and groups, steps, messages, and of what changes on the way. */
export function wordsOf(trace: Trace): string {
  const { architecture, title } = trace.scenario;
  const things = [...architecture.nodes.values(), ...architecture.groups.values()];
  const layers = architecture.layers.flatMap((layer) => [layer.title, layer.about, ...layer.items]);
  const written = [title, ...layers, ...things.flatMap((thing) => [thing.title, ...('role' in thing ? [thing.subtitle, thing.role] : [])])];
  return [
    ...written.flatMap((text) => Object.values(text ?? {})),
    ...trace.steps.flatMap(({ title: name, say, aside }) => [name, say, aside]),
    ...trace.messages.flatMap(({ label, outcome }) => [label, 'code' in outcome ? outcome.code : '']),
    ...trace.fragments.map(({ label }) => label),
    ...trace.changes.map(wordsOfChange),
    ...trace.spans.map((span) => ('label' in span ? span.label : '')),
  ].join('\n');
}

function wordsOfChange(change: Trace['changes'][number]): string {
  switch (change.kind) {
    case 'badge': case 'note': case 'subtitle': return change.value ?? '';
    case 'gauge': return change.value?.label ?? '';
    default: return '';
  }
}
