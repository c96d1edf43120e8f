import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import type { Message, Trace } from '../../../src/compile/trace.ts';
import type { DiagramEdge, EdgeId, Scenario } from '../../../src/scenario/model.ts';
import { scenarioFiles, shipped, variantsOf } from '../compile/content.ts';
import { brokenByEdges, brokenByRun, isWrite } from './kubernetes-rules.ts';

const FILES = scenarioFiles().filter((file) => file.startsWith('kubernetes/'));

describe.each(FILES)('%s', async (file) => {
  const scenario = await shipped(file);

  it('declares no connection that does not exist', () => {
    expect(brokenByEdges(scenario.architecture)).toEqual([]);
  });

  it.each(variantsOf(scenario).map((variant) => [JSON.stringify(variant), variant] as const))('breaks no rule as %s', (_name, variant) => {
    expect(brokenByRun(compile(scenario, variant))).toEqual([]);
  });
});

describe('planted breaches', async () => {
  const scenario = await shipped('kubernetes/pod-creation.yaml');
  const trace = compile(scenario, { level: 3, lang: 'en' });
  const traffic = compile(await shipped('kubernetes/service-traffic.yaml'), { level: 1, lang: 'en' });

  it.each([
    ['1', 'scheduler -> etcd', { protocol: 'gRPC' }],
    ['1', 'kubelet-n1 -> etcd', { protocol: 'gRPC' }],
    ['1', 'etcd -> scheduler', { protocol: 'HTTPS' }],
    ['1', 'scheduler -> kubelet-n1', { protocol: 'HTTPS' }],
    ['1', 'kubectl -> scheduler', { protocol: 'HTTPS' }],
    ['2', 'scheduler -> api-server', { protocol: 'HTTPS', kind: 'request' }],
    ['2', 'kubelet-n1 -> controller-manager', { protocol: 'HTTPS', kind: 'watch' }],
    ['3', 'api-server -> scheduler', { protocol: 'HTTPS' }],
    ['3', 'api-server -> controller-manager', { protocol: 'HTTPS' }],
    ['3', 'api-server -> kube-proxy-n1', { protocol: 'HTTPS' }],
    ['3', 'api-server -> kubelet-n2', { protocol: 'TCP' }],
    ['6', 'kubectl -> webhook', { protocol: 'HTTPS' }],
    ['6', 'kubelet-n1 -> api-server', { protocol: 'HTTP', kind: 'watch' }],
    ['7', 'client -> kube-proxy-n1', { protocol: 'TCP', kind: 'data' }],
    ['7', 'kube-proxy-n1 -> web-1', { protocol: 'TCP' }],
    ['7', 'kubelet-n1 -> kernel-n1', { protocol: 'netlink' }],
    ['9', 'api-server -> runtime-n1', { protocol: 'CRI' }],
    ['9', 'kubelet-n1 -> cni-n1', { protocol: 'CNI' }],
    ['9', 'runtime-n1 -> api-server', { protocol: 'HTTPS' }],
    ['9', 'runtime-n1 -> csi-node-n1', { protocol: 'CSI' }],
    ['9', 'pod-web -> runtime-n1', { protocol: 'CRI' }],
    ['9', 'kubelet-n1 -> pod-web', { protocol: 'process' }],
  ] as const)('rule %s: %s %o', (rule, link, { protocol, kind = 'request' }: { protocol: string; kind?: DiagramEdge['kind'] }) => {
    const id = link.replace(' -> ', '->') as EdgeId;
    const [from, to] = id.split('->') as [string, string];
    const edges = new Map([...scenario.architecture.edges, [id, { id, from, to, protocol, kind }] as const]);
    const found = brokenByEdges({ ...scenario.architecture, edges });
    expect(found.some((breach) => breach.startsWith(`${rule} `) && breach.endsWith(id)), found.join('\n')).toBe(true);
  });

  /** The run with one message more, at a time that is a share of the whole. */
  function withMessage(base: Trace, at: number, message: Pick<Message, 'kind' | 'from' | 'to'> & Partial<Message>): Trace {
    const start = base.duration * at;
    const step = base.steps.findIndex(({ end }) => start < end);
    const added: Message = {
      index: base.messages.length, number: '0', step, action: 'planted', edge: `${message.from}->${message.to}`, undeclared: false, label: '',
      start, end: start + 0.5, outcome: { kind: 'ok' }, ...message,
    };
    return { ...base, messages: [...base.messages, added] };
  }
  /** The run with some messages changed. */
  function changed(base: Trace, which: (message: Message) => boolean, change: (message: Message) => Partial<Message>): Trace {
    const messages = base.messages.map((message) => (which(message) ? { ...message, ...change(message) } : message));
    expect(messages.some((message, i) => message !== base.messages[i])).toBe(true);
    return { ...base, messages };
  }
  const rulesOf = (run: Trace): Set<string> => new Set(brokenByRun(run).map((breach) => breach.slice(0, 1)));

  it('rule 2: an event that the scheduler sends', () => {
    expect(rulesOf(withMessage(trace, 0.5, { kind: 'event', from: 'scheduler', to: 'kubelet-n1', edge: 'kubelet-n1->scheduler' }))).toContain('2');
  });

  it('rule 2: an event on a connection that the API server would have opened', () => {
    expect(rulesOf(withMessage(trace, 0.5, { kind: 'event', from: 'api-server', to: 'kubelet-n1', edge: 'api-server->kubelet-n1' }))).toContain('2');
  });

  it('rule 3: the API server calls the kubelet to hand it a Pod', () => {
    expect(rulesOf(withMessage(trace, 0.5, { kind: 'request', from: 'api-server', to: 'kubelet-n1', detail: { verb: 'POST', path: '/pods' } }))).toContain('3');
    expect(rulesOf(withMessage(trace, 0.5, { kind: 'request', from: 'api-server', to: 'kubelet-n1', detail: { verb: 'GET', path: '/containerLogs/default/web/web' } }))).not.toContain('3');
  });

  it('rule 4: the answer to a write goes to somebody else', () => {
    expect(rulesOf(changed(trace, ({ kind, to }) => kind === 'reply' && to === 'scheduler', () => ({ to: 'kubelet-n1' })))).toContain('4');
  });

  it('rule 5: created before it is stored, or after it runs', () => {
    const created = ({ kind, to }: Message): boolean => kind === 'reply' && to === 'kubectl';
    expect(rulesOf(changed(trace, created, () => ({ start: 0, end: 0.5 })))).toContain('5');
    expect(rulesOf(changed(trace, created, () => ({ start: trace.duration - 1, end: trace.duration })))).toContain('5');
  });

  it('rule 6: a webhook that is asked after the write', () => {
    expect(rulesOf(withMessage(trace, 0.6, { kind: 'request', from: 'api-server/validating', to: 'webhook' }))).toContain('6');
  });

  it('rule 7: a packet through kube-proxy', () => {
    expect(rulesOf(withMessage(traffic, 0.5, { kind: 'packet', from: 'client', to: 'kube-proxy-n1' }))).toContain('7');
    expect(rulesOf(withMessage(traffic, 0.5, { kind: 'request', from: 'kernel-n1', to: 'kube-proxy-n1' }))).toContain('7');
  });

  it('rule 8: watchers that are told one after the other', () => {
    const told = ({ kind, to, detail }: Message): boolean => kind === 'event' && to === 'kube-proxy-n3' && detail?.payload !== undefined;
    expect(rulesOf(changed(trace, told, ({ start, end }) => ({ start: start + 3, end: end + 3 })))).toContain('8');
  });

  it('rule 9: a container before its network', () => {
    expect(rulesOf(changed(trace, ({ kind, from }) => kind === 'request' && from === 'runtime-n1', ({ start, end, to }) => (to === 'pod-web' ? { start: 0, end } : { start })))).toContain('9');
  });
});

it('stores what is written during pod creation', async () => {
  const scenario: Scenario = await shipped('kubernetes/pod-creation.yaml');
  const trace = compile(scenario, { level: 2, lang: 'en' });
  const writes = trace.messages.filter((message) => isWrite(trace, message));
  expect(writes.map(({ detail }) => detail?.verb)).toEqual(expect.arrayContaining(['POST', 'PUT', 'PATCH']));
  const stored = trace.messages.filter(({ kind, to, detail }) => kind === 'request' && to === 'etcd' && detail?.verb === 'Txn');
  // The Pod, its binding, Running, Ready and the list of endpoints; the report «creating» is shown without its store.
  expect(stored.length).toBe(5);
});

describe('traffic', async () => {
  const scenario = await shipped('kubernetes/service-traffic.yaml');
  const members = (mode: string, step: string, level = 1): string[] => {
    const trace = compile(scenario, { level, lang: 'ko', path: { 'proxy-mode': mode } });
    const mark = trace.steps.find(({ id }) => id === step);
    const found = new Map<number, Set<string>>();
    for (const { traffic: packet } of trace.messages.slice(mark?.first, mark?.last)) {
      if (packet) found.set(packet.connection, (found.get(packet.connection) ?? new Set()).add(packet.member));
    }
    return [...found].sort(([a], [b]) => a - b).map(([, used]) => [...used].join());
  };

  it('gives twelve connections in strict turns by IPVS rr: four, four, four', () => {
    expect(members('ipvs-rr', 'spread')).toEqual(Array.from({ length: 12 }, (_, i) => `web-${(i % 3) + 1}`));
  });

  it.each(['iptables', 'nftables'])('gives twelve connections at random by %s, unevenly and always the same way', (mode) => {
    const picked = members(mode, 'spread');
    expect(picked).toHaveLength(12);
    expect(new Set(picked)).toEqual(new Set(['web-1', 'web-2', 'web-3']));
    expect(picked).not.toEqual(members('ipvs-rr', 'spread'));
    expect(members(mode, 'spread')).toEqual(picked);
  });

  it.each(['ipvs-rr', 'iptables', 'nftables'])('keeps the requests of one connection at one Pod (%s)', (mode) => {
    expect(members(mode, 'keep-alive')).toHaveLength(1);
    expect(members(mode, 'keep-alive')[0]).toMatch(/^web-[123]$/);
  });

  it.each(['ipvs-rr', 'iptables', 'nftables'])('gives a Pod that is not ready nothing new, though connections keep coming (%s)', (mode) => {
    const trace = compile(scenario, { level: 1, lang: 'en', path: { 'proxy-mode': mode } });
    const out = trace.changes.find((change) => change.kind === 'status' && change.node === 'web-2' && change.value === 'not-ready')?.time ?? Infinity;
    const back = trace.changes.find((change) => change.kind === 'status' && change.node === 'web-2' && change.value === 'ready')?.time ?? 0;
    const given = trace.changes.filter((change) => change.kind === 'load' && change.delta === 1 && change.time > out && change.time < back);
    expect(given.length).toBeGreaterThanOrEqual(4);
    expect(given.filter((change) => 'node' in change && change.node === 'web-2')).toEqual([]);
    expect(members(mode, 'not-ready/avoid', 2)).not.toContain('web-2');
    expect(members(mode, 'recover')).toContain('web-2');
  });
});
