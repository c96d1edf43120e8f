/** A story with everything that moves: hops that arrive and fail, work, events, a clock, components that come and go, long traffic. */
import { compile } from '../../../src/compile/compile.ts';
import type { Trace, Variant } from '../../../src/compile/trace.ts';
import {
  call, clock, create, deeper, event, parallel, remove, saying, scenario, send, set, step, wait, work,
} from '../compile/build.ts';
import { EDGES, NODES, toWeb } from '../compile/field.ts';

export const STORY = scenario({
  nodes: NODES, edges: EDGES, levels: [1, 2],
  steps: [
    saying('A request that somebody has to read about for a while.', step('ask', send('client -> gateway'), work('gateway', 0.5), send('gateway -> store', { fails: 'timeout' }))),
    deeper(step('store', call('gateway -> store', { fails: '409' }), clock(60, 1)), 2, step('log', work('store/log'), clock(60, 1)), step('answer', call('gateway -> store', { fails: '409' }))),
    step('crowd', create('pod-4', 'gateway'), parallel([
      [toWeb({ connections: 120, every: 0.11, policy: 'least-connections' })],
      [wait(2), event('gateway -> client'), remove('pod-2')],
    ], 0.08), set('store', { badge: 'done' })),
    step('quiet'),
    step('end', send('client -> gateway', { takes: 0.05 })),
  ],
});

export const trace = (variant: Partial<Variant> = {}): Trace => compile(STORY, variant);
