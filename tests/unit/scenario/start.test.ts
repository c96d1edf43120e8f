import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import { stateAt } from '../../../src/compile/state.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';

const text = (start: string): string => `hopline: 1
id: story
title: Story
architecture:
  hopline: 1
  id: shop
  title: Shop
  components:
    web:
      kind: service
      title: web
      members: [pod-1, pod-2]
    pod-1:
      kind: pod
      title: pod-1
    pod-2:
      kind: pod
      title: pod-2
      present: false
      status: pending
  edges:
    - web -> pod-2
start:
${start}
steps:
  - id: go
    title: Go
    say: Go.
    do:
      - call: web -> pod-2
`;
const parse = (start: string): ReturnType<typeof parseScenario> => parseScenario({ file: 'a.yaml', text: text(start), read: () => Promise.reject(new Error()) });

describe('what is there before the first step', () => {
  it('is what the scenario says, and else what the architecture says', async () => {
    const { scenario, diagnostics } = await parse('  pod-2: ready\n  pod-1: not-ready');
    expect(diagnostics).toEqual([]);
    if (!scenario) throw new Error('It does not play.');
    const { present, status } = stateAt(compile(scenario, {}), 0);
    expect([...present].sort()).toEqual(['pod-1', 'pod-2', 'web']);
    expect(status.get('pod-1')).toBe('not-ready');
    expect(status.get('pod-2') ?? 'ready').toBe('ready');
  });

  it('may be less than the architecture has', async () => {
    const { scenario, diagnostics } = await parse('  pod-1: absent\n  pod-2: running');
    expect(diagnostics).toEqual([]);
    expect([...(scenario ? stateAt(compile(scenario, {}), 0).present : [])].sort()).toEqual(['pod-2', 'web']);
  });

  it('is checked: a hop to what is not there yet is found', async () => {
    const { diagnostics } = await parse('  pod-1: ready');
    expect(diagnostics.map(({ code }) => code)).toEqual(['absent-component']);
  });

  it('names a component that there is, and something that it can be', async () => {
    const unknown = await parse('  pod-3: ready');
    expect(unknown.diagnostics[0]).toMatchObject({ code: 'unknown-component', line: 24, column: 3, found: 'pod-3', hint: expect.stringContaining('pod-') });
    const word = await parse('  pod-2: redy');
    expect(word.diagnostics[0]).toMatchObject({ code: 'unknown-word', line: 24, expected: expect.stringContaining('absent') });
  });
});
