import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compile } from '../../../src/compile/compile.ts';
import { stateAt } from '../../../src/compile/state.ts';
import type { SceneState, Trace } from '../../../src/compile/trace.ts';
import { MODELS } from '../../../src/models/registry.ts';
import type { Results } from '../../../src/models/model.ts';
import { shipped } from '../compile/content.ts';

interface Run {
  readonly model: string;
  readonly results: Results;
}

/** The models that a scenario's own text asks for, run again here. */
function runsOf(name: string): Record<string, Run> {
  const text = readFileSync(new URL(`../../../scenarios/kubernetes/${name}.yaml`, import.meta.url), 'utf8');
  const { values = {} } = parse(text) as { values?: Record<string, Record<string, unknown>> };
  return Object.fromEntries(Object.entries(values).map(([id, { model, ...given }]) => {
    const { results, problems } = (MODELS as Record<string, (typeof MODELS)[keyof typeof MODELS]>)[model as string]?.run(given) ?? {};
    if (!results) throw new Error(`${name}: ${id}: ${JSON.stringify(problems)}`);
    return [id, { model: model as string, results }];
  }));
}

/** The one run of a name, which has to be of a model; its numbers. */
function numbers(name: string, id: string, model: string): Record<string, number> {
  const run = runsOf(name)[id];
  expect(run?.model, `${name}: ${id}`).toBe(model);
  return run?.results as Record<string, number>;
}

async function traceOf(name: string, path: Record<string, string> = {}, level = 1): Promise<Trace> {
  return compile(await shipped(`kubernetes/${name}.yaml`), { level, lang: 'en', path });
}

/** Every state that the trace goes through, the first one before any change. */
function statesOf(trace: Trace): SceneState[] {
  return [...new Set([0, ...trace.changes.map(({ time }) => time), trace.duration])].map((time) => stateAt(trace, time));
}

const kindOf = (trace: Trace, id: string): string => trace.scenario.architecture.nodes.get(id)?.kind ?? '';
const statusOf = (state: SceneState, id: string): string => state.status.get(id) ?? 'ready';
/** Pods of the application that are there and were not asked to go. */
const podsOf = (trace: Trace, state: SceneState, pattern = /^web-\d+$/): string[] =>
  [...state.present].filter((id) => kindOf(trace, id) === 'pod' && pattern.test(id) && statusOf(state, id) !== 'terminating');
const readyPods = (trace: Trace, state: SceneState, pattern?: RegExp): string[] => podsOf(trace, state, pattern).filter((id) => statusOf(state, id) === 'ready');
/** Readings of the clock at which simulated time stops. */
const clocks = (trace: Trace): number[] => trace.spans.flatMap((span) => (span.kind === 'clock' ? [span.to] : []));
const near = (value: number): { asymmetricMatch(other: unknown): boolean } => expect.closeTo(value, 2) as never;

describe('rolling update', async () => {
  const rollout = runsOf('rolling-update')['rollout']?.results as unknown as {
    'max-pods': number; 'min-available': number; states: readonly { old: number; new: number; available: number; total: number }[];
  };
  const trace = await traceOf('rolling-update');
  // The story may show how the old Pods came; the rollout begins when all of them are ready.
  const begin = statesOf(trace).findIndex((state) => readyPods(trace, state).length === rollout.states[0]?.available);
  const states = statesOf(trace).slice(begin);
  const old = new Set(podsOf(trace, states[0] as SceneState));
  const isOld = (id: string): boolean => old.has(id);

  it('never has more Pods or fewer available ones than the arithmetic allows', () => {
    expect(begin).toBeGreaterThanOrEqual(0);
    for (const state of states) {
      expect(podsOf(trace, state).length).toBeLessThanOrEqual(rollout['max-pods']);
      expect(readyPods(trace, state).length).toBeGreaterThanOrEqual(rollout['min-available']);
    }
  });

  it('goes through the states of the model in their order, and ends with the new Pods alone', () => {
    const seen = states.map((state) => {
      const pods = podsOf(trace, state);
      return { old: pods.filter(isOld).length, new: pods.filter((id) => !isOld(id)).length, available: readyPods(trace, state).length, total: pods.length };
    });
    let at = 0;
    for (const wanted of rollout.states) {
      const found = seen.findIndex((state, i) => i >= at && Object.entries(wanted).every(([key, value]) => state[key as keyof typeof state] === value));
      expect(found, `${JSON.stringify(wanted)} after ${JSON.stringify(seen[at])}`).toBeGreaterThanOrEqual(at);
      at = found;
    }
    const end = stateAt(trace, trace.duration);
    expect(readyPods(trace, end).filter((id) => !isOld(id))).toHaveLength(rollout.states.at(-1)?.new ?? NaN);
    expect(podsOf(trace, end).filter(isOld)).toEqual([]);
  });
});

describe('autoscaling of Pods', async () => {
  const { choices } = await shipped('kubernetes/hpa.yaml');
  const [choice] = choices;

  it.each(choice?.options.map(({ id }) => id) ?? [])('ends with as many ready Pods as the model wants (%s)', async (option) => {
    const { desired } = numbers('hpa', option, 'hpa');
    const trace = await traceOf('hpa', { [choice?.id ?? '']: option });
    expect(readyPods(trace, stateAt(trace, trace.duration))).toHaveLength(desired as number);
  });

  it('scales up on one path and stays on another', () => {
    expect(new Set(choice?.options.map(({ id }) => runsOf('hpa')[id]?.results['direction']))).toEqual(new Set(['up', 'none']));
  });
});

describe('etcd leader', () => {
  const failedIn = (trace: Trace): string[][] => statesOf(trace).map((state) => [...state.status].filter(([id, status]) => kindOf(trace, id) === 'etcd' && status === 'failed').map(([id]) => id).sort());

  it.each(['one', 'two'] as const)('loses the members that the model loses, and the model’s candidate leads afterwards (%s)', async (option) => {
    const text = readFileSync(new URL('../../../scenarios/kubernetes/etcd-leader.yaml', import.meta.url), 'utf8');
    const { failed } = (parse(text) as { values: Record<string, { failed: number[] }> }).values[option] as { failed: number[] };
    const results = numbers('etcd-leader', option, 'raft');
    const trace = await traceOf('etcd-leader', { 'members-lost': option });
    expect(failedIn(trace)).toContainEqual(failed.map((member) => `etcd-${member}`));
    expect(stateAt(trace, trace.duration).badges.get(`etcd-${results['candidate']}`)).toContain(String(results['term']));
    expect(clocks(trace)).toContainEqual(near(Math.round((results['elected-after'] as number) * 1000) / 1000));
  });

  it('keeps its quorum on one path and loses it on the other', async () => {
    const quorum = numbers('etcd-leader', 'quorum', 'raft')['quorum'] as number;
    const most = async (option: string): Promise<number> => Math.max(...failedIn(await traceOf('etcd-leader', { 'members-lost': option })).map((failed) => failed.length));
    expect(3 - (await most('one'))).toBeGreaterThanOrEqual(quorum);
    expect(3 - (await most('two'))).toBeLessThan(quorum);
  });
});

it('controller leader: the winner of the model takes the lease, the other update conflicts', async () => {
  const lease = runsOf('controller-leader')['lease']?.results as { winner: string; loser: string; 'takeover-after': number; latest: number };
  expect(runsOf('controller-leader')['lease']?.model).toBe('lease-election');
  const trace = await traceOf('controller-leader');
  const writes = trace.messages.filter(({ kind, detail, label }) => kind === 'request' && (detail?.verb === 'PUT' || label.includes('PUT')));
  expect(writes.some(({ from }) => from.startsWith(`controller-manager-${lease.winner}`))).toBe(true);
  const conflicts = trace.messages.filter(({ outcome, label }) => (outcome.kind === 'error' && outcome.code.startsWith('409')) || label.includes('409'));
  expect(conflicts.length).toBeGreaterThan(0);
  expect(conflicts.some(({ from, to }) => [from, to].some((end) => end.startsWith(`controller-manager-${lease.loser}`)))).toBe(true);
  const [before = 0, after = 0] = clocks(trace).slice(-2);
  expect(after - before).toBeCloseTo(lease['takeover-after'], 1);
});

it('node failure: the clock stops where the model says, and a ready Pod takes the lost one’s place', async () => {
  const node = numbers('node-failure', 'node', 'node-failure');
  const trace = await traceOf('node-failure');
  expect(clocks(trace)).toEqual(expect.arrayContaining([node['unknown-at'], node['no-execute-at'], node['deleted-at']].map((at) => near(at as number))));
  const [start, end] = [stateAt(trace, 0), stateAt(trace, trace.duration)];
  expect(readyPods(trace, end)).toHaveLength(readyPods(trace, start).length);
  expect(readyPods(trace, end)).not.toEqual(readyPods(trace, start));
});

it.each([
  ['sleep', {}], ['none', { 'pre-stop': 'none' }], ['sleep-stuck', { exit: 'stuck' }], ['none-stuck', { 'pre-stop': 'none', exit: 'stuck' }],
] as const)('termination: the clock stops where the model says, and the Pod is gone (%s)', async (id, path) => {
  const times = numbers('termination', id, 'termination');
  const trace = await traceOf('termination', path);
  const wanted = [times['sigterm-at'], (times['killed'] as unknown) === true ? times['sigkill-at'] : times['exit-at']].filter((at) => at !== 0);
  expect(clocks(trace)).toEqual(expect.arrayContaining(wanted.map((at) => near(at as number))));
  const [start, end] = [stateAt(trace, 0), stateAt(trace, trace.duration)];
  const gone = [...start.present].filter((pod) => kindOf(trace, pod) === 'pod' && !end.present.has(pod));
  expect(gone).toHaveLength(1);
  expect(readyPods(trace, end)).toHaveLength(readyPods(trace, start).length);
});

it('readiness: the Pod is taken out at the last failure of the model, and comes back', async () => {
  const probe = runsOf('readiness')['probe']?.results as { failures: { at: number }[]; 'not-ready-after': number };
  expect(runsOf('readiness')['probe']?.model).toBe('probe');
  const trace = await traceOf('readiness');
  expect(clocks(trace)).toEqual(expect.arrayContaining(probe.failures.map(({ at }) => near(at))));
  const out = trace.changes.find((change) => change.kind === 'status' && change.value === 'not-ready');
  expect(stateAt(trace, out?.time ?? 0).clock).toBeCloseTo(probe['not-ready-after'], 1);
  expect(readyPods(trace, stateAt(trace, trace.duration))).toEqual(readyPods(trace, stateAt(trace, 0)));
});

it('cluster autoscaler: as many nodes come as the model needs, and what waited runs', async () => {
  const needed = numbers('cluster-autoscaler', 'ca', 'cluster-autoscaler')['nodes-needed'] as number;
  const after = runsOf('cluster-autoscaler')['after']?.results as { winner: string };
  const trace = await traceOf('cluster-autoscaler');
  const created = trace.spans.flatMap((span) => (span.kind === 'appear' ? [span.node] : [])).filter((id) => kindOf(trace, id) === 'node');
  expect(created).toHaveLength(needed);
  expect(created).toContain(after.winner);
  const end = stateAt(trace, trace.duration);
  expect([...end.present].filter((id) => kindOf(trace, id) === 'pod').filter((id) => statusOf(end, id) !== 'ready')).toEqual([]);
});

it.each([['short', {}], ['external', { name: 'external' }], ['headless', { name: 'headless' }]] as const)('DNS: as many names are asked for as the model tries (%s)', async (id, path) => {
  const { queries } = (runsOf('dns')[id] as Run).results as unknown as { queries: { name: string }[] };
  const { messages } = await traceOf('dns', path, 3);
  const said = messages.map(({ label, detail }) => [label, detail?.payload, detail?.path].join(' ')).join('\n');
  for (const { name } of queries) expect(said, name).toContain(name);
});

it('monitoring: the clock stops where the model says, and the alert is sent', async () => {
  const alert = numbers('monitoring', 'alert', 'alert');
  const trace = await traceOf('monitoring');
  expect(clocks(trace)).toEqual(expect.arrayContaining([alert['pending-at'], alert['firing-at'], alert['notified-at']].map((at) => near(at as number))));
  expect(trace.messages.some(({ from, to }) => from.startsWith('prometheus') && to.startsWith('alertmanager'))).toBe(true);
});
