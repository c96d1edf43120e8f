import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import { stateAt } from '../../../src/compile/state.ts';
import type { SceneState, Trace } from '../../../src/compile/trace.ts';
import { scenarioFiles, shipped, variantsOf } from './content.ts';

it('there are scenarios', () => {
  expect(scenarioFiles().length).toBeGreaterThan(0);
});

describe.each(scenarioFiles())('%s', async (file) => {
  const scenario = await shipped(file);
  const traces = variantsOf(scenario).map((variant) => compile(scenario, variant));

  it('has steps, one after the other, with their messages inside', () => {
    for (const { steps, messages, duration } of traces) {
      expect(steps.length).toBeGreaterThan(0);
      for (const [i, { start, actEnd, end, first, last }] of steps.entries()) {
        expect(start).toBe(steps[i - 1]?.end ?? 0);
        for (const message of messages.slice(first, last)) {
          expect(message.start).toBeGreaterThanOrEqual(start);
          expect(message.end).toBeGreaterThan(message.start);
          expect(message.end).toBeLessThanOrEqual(actEnd + 1e-9);
        }
        expect(end).toBeGreaterThan(actEnd);
      }
      expect(steps.at(-1)?.end).toBe(duration);
    }
  });

  it('has the same steps on every path and in every language', () => {
    for (const level of scenario.levels) {
      const ids = traces.filter(({ variant }) => variant.level === level).map(({ steps }) => steps.map(({ id }) => id).join(' '));
      expect(new Set(ids).size).toBe(1);
    }
  });

  it('numbers a step’s messages one by one, packets by their connection', () => {
    for (const { steps, messages } of traces) {
      for (const { first, last } of steps) {
        const told = messages.slice(first, last).filter(({ kind }) => kind !== 'packet').map(({ number }) => number);
        expect(new Set(told).size).toBe(told.length);
      }
      for (const { number, traffic } of messages) if (traffic) expect(number).toBe(String(traffic.connection));
    }
  });

  it('goes along declared edges only, between components that are there', () => {
    for (const trace of traces) {
      for (const { undeclared, kind, edge, from, to, start } of trace.messages) {
        expect(undeclared).toBe(false);
        if (kind !== 'work') expect(scenario.architecture.edges.has(edge)).toBe(true);
        const { present } = stateAt(trace, start);
        expect([from, to].filter((node) => !present.has(node)), `${edge} at ${start}`).toEqual([]);
      }
    }
  });

  it('sends packets only to members that are ready', () => {
    for (const trace of traces) {
      const picks = new Map(trace.messages.filter(({ traffic, to }) => traffic && !traffic.reply && traffic.request === 1 && to === traffic.member)
        .map((message) => [message.index, message]));
      for (const { to, start } of picks.values()) {
        const { status } = stateAt(trace, start);
        expect(['ready', 'running']).toContain(status.get(to) ?? scenario.architecture.nodes.get(to)?.status);
      }
    }
  });

  it('ends in the same state on every level', () => {
    for (const trace of traces) {
      const top = traces.find(({ variant }) => variant.level === scenario.levels[0] && same(variant, trace.variant));
      expect(visible(trace)).toEqual(visible(top as Trace));
    }
  });
});

function same(a: Trace['variant'], b: Trace['variant']): boolean {
  return a.lang === b.lang && JSON.stringify(a.path) === JSON.stringify(b.path);
}

/** What traffic left behind, and what goes with a step, may differ. */
function visible(trace: Trace): Partial<SceneState> {
  const { load: _load, notes: _notes, lit: _lit, illustrative: _illustrative, status, ...rest } = stateAt(trace, trace.duration);
  return { ...rest, status: new Map([...status].filter(([id, value]) => value !== 'ready' && rest.present.has(id))) };
}
