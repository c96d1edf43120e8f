import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import { stateAt } from '../../../src/compile/state.ts';
import type { StepMark } from '../../../src/compile/trace.ts';
import { clock, highlight, scenario, step, wait } from './build.ts';

const NODES = { a: {}, b: {}, c: {} };
const trace = compile(
  scenario({
    nodes: NODES,
    edges: ['a -> b'],
    steps: [
      step('one', highlight('a'), wait(2), highlight('b', 'a')),
      step('two', clock(5), clock(90, 1.5, true), clock(1)),
      step('three', clock(1)),
    ],
  }),
  {},
);
const [one, two, three] = trace.steps as [StepMark, StepMark, StepMark];

describe('what is lit', () => {
  it('takes no time, and stays until the step ends', () => {
    expect([...stateAt(trace, one.start).lit]).toEqual(['a']);
    expect([...stateAt(trace, one.start + 1.9).lit]).toEqual(['a']);
    expect([...stateAt(trace, one.start + 2).lit]).toEqual(['a', 'b']);
    expect([...stateAt(trace, one.end - 1e-6).lit]).toEqual(['a', 'b']);
    expect([...stateAt(trace, one.end).lit]).toEqual([]);
  });

  it('takes part in its step', () => {
    expect([...one.nodes]).toEqual(['a', 'b']);
  });
});

describe('a clock of illustrative time', () => {
  it('says so from its jump until the step ends', () => {
    expect(stateAt(trace, two.start).illustrative).toBe(false);
    expect(stateAt(trace, two.start + 1.4).illustrative).toBe(false);
    expect(stateAt(trace, two.actEnd).illustrative).toBe(true);
    expect(stateAt(trace, two.end - 1e-6)).toMatchObject({ illustrative: true, clock: 96 });
    expect(stateAt(trace, three.start).illustrative).toBe(false);
    expect(stateAt(trace, three.end)).toMatchObject({ illustrative: false, clock: 97 });
  });
});
