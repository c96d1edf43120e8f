import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { stateAt, traceOf } from '../../../src/compile/trace-of.ts';
import { ROOT } from '../../tools/pages.ts';

const FILE = join(ROOT, 'scenarios/shop/order.yaml');
const INLINE = `
hopline: 1
id: ping
architecture: {hopline: 1, id: two, title: Two, components: {a: {kind: user, title: A}, b: {kind: service, title: B}}, edges: [a -> b]}
title: Ping
steps: [{id: one, title: One, say: A asks., cite: 'https://www.rfc-editor.org/rfc/rfc9110', do: [{send: a -> b, label: ping}]}]
`;

it('works out a scenario with its architecture, without a page', async () => {
  const { trace, diagnostics } = await traceOf({ file: FILE, text: await readFile(FILE, 'utf8'), read: (path) => readFile(path, 'utf8') }, { lang: 'ko' });
  expect(diagnostics).toEqual([]);
  expect(trace?.variant.lang).toBe('ko');
  expect(trace?.steps).toHaveLength(7);
  expect(trace?.messages.every(({ start, end }) => end > start && end <= (trace?.duration ?? 0))).toBe(true);
  expect(trace && stateAt(trace, trace.duration).present.size).toBeGreaterThan(0);
});

it('needs nobody who reads where all is in one text', async () => {
  expect((await traceOf({ file: 'ping.yaml', text: INLINE })).trace?.messages.map(({ from, to, label }) => [from, to, label])).toEqual([['a', 'b', 'ping']]);
});

it('says what is wrong, and where, instead of throwing', async () => {
  const { trace, diagnostics } = await traceOf({ file: 'ping.yaml', text: INLINE.replace('send: a -> b', 'send: a -> c') });
  expect(trace).toBeUndefined();
  expect(diagnostics).toEqual([expect.objectContaining({ severity: 'error', line: 6 })]);
  const unread = await traceOf({ file: 'ping.yaml', text: INLINE.replace(/architecture: .*/, 'architecture: ./two.yaml') });
  expect(unread.diagnostics.map(({ message }) => message).join()).toContain('cannot be read');
});
