import { expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { ScenarioDocument } from '../../../src/scenario/documents.ts';
import { parseInline } from './base.ts';

it('what the types for authors allow, the parser takes', async () => {
  const document: ScenarioDocument = {
    hopline: 1,
    id: 'typed',
    title: { en: 'Typed', ko: '타입' },
    architecture: {
      id: 'map',
      title: 'Map',
      components: {
        a: { title: 'A', at: [0, 8] },
        b: { kind: 'database', title: 'B' },
        s: { kind: 'service', title: 'S', members: { b: { weight: 2 } } },
      },
      edges: ['a -> b'],
    },
    steps: [
      {
        id: 'one',
        title: 'One',
        say: 'It happens.',
        do: [
          { parallel: [{ call: 'a -> b', fails: 422 }, [{ wait: '1s' }, { traffic: 'a -> s', connections: 2 }]], stagger: 0.1 },
          { every: '100ms', times: 2, do: [{ set: 'b', gauge: { value: 0.5 }, count: null }] },
        ],
      },
    ],
  };
  // @ts-expect-error No verb has such a key.
  document.steps[0]?.do?.push({ send: 'a -> b', colour: 'red' });
  document.steps[0]?.do?.pop();
  const { scenario, diagnostics } = await parseInline(stringify(document));
  expect(diagnostics).toEqual([]);
  expect(scenario?.architecture.nodes.get('b')?.weight).toBe(2);
});
