import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import type { Trace } from '../../../src/compile/trace.ts';
import {
  call, choose, clock, close, create, deeper, event, every, focus, note, open, parallel, remove, reply, scenario, send, set, step, wait, work,
} from './build.ts';
import { EDGES, NODES, toWeb } from './field.ts';

/** Every verb once, in two levels and with a choice. */
const WHOLE = scenario({
  nodes: NODES, edges: EDGES, levels: [1, 2], choices: { path: ['fast', 'slow'] }, open: ['gateway->store'], clock: 0,
  steps: [
    step('ask', focus('client', 'gateway'), open('client -> gateway'), send('client -> gateway', { as: 'question', label: 'GET /' }), work('gateway')),
    deeper(step('store', call('gateway -> store', { label: 'put', returns: 'ok' })), 2,
      step('log', note('store/log', 'written first'), work('store/log', 1)),
      step('answer', call('gateway -> store', { label: 'put', returns: 'ok' }))),
    step('choose', choose('path', { fast: [event('gateway -> client')], slow: [wait(1), every(0.4, 3, event('gateway -> client'))] }),
      reply('question', 'gateway -> client', { fails: '503' }), clock(300)),
    step('burst', create('pod-4', 'gateway', 'pending'), parallel([
      [toWeb({ connections: 5, policy: 'weighted', requests: 2 })],
      [wait(1), set('pod-2', { status: 'not-ready', badge: 'down', gauge: { value: 0.9 }, count: 2, weight: 2 })],
    ], 0.1), remove('pod-3'), close('client -> gateway')),
  ],
});

/** Sets as lists, maps as objects, keys by name, the scenario by its id: a trace that a person can read in a diff. */
function readable({ scenario: { id }, ...trace }: Trace): string {
  const plain = (_key: string, value: unknown): unknown => {
    if (value instanceof Set) return [...value].sort();
    if (value instanceof Map) return Object.fromEntries(value);
    const isRecord = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isRecord ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value;
  };
  return `${JSON.stringify({ scenario: id, ...trace }, plain, 1)}\n`;
}

/** `UPDATE_GOLDEN=1 npm test` writes them anew; look at the difference before you commit it. */
it.each([
  ['level-1', {}],
  ['level-2-slow', { level: 2, path: { path: 'slow' } }],
])('%s is as it was', (name, variant) => {
  const file = new URL(`./golden/${name}.trace.json`, import.meta.url);
  const trace = readable(compile(WHOLE, variant));
  if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(file, trace);
  expect(existsSync(file), `${file.pathname} is missing`).toBe(true);
  expect(trace).toBe(readFileSync(file, 'utf8'));
});
