import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import type { Message, Trace } from '../../../src/compile/trace.ts';
import type { Architecture, DiagramEdge, DiagramNode, EdgeId, HopDetail, Scenario } from '../../../src/scenario/model.ts';
import { scenarioFiles, shipped, variantsOf } from '../compile/content.ts';
import { brokenByEdges } from './kubernetes-rules.ts';
import { brokenByRun, isWrite } from './kubernetes-run-rules.ts';

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

/** The cluster with components of kinds that it does not have, named after their kind. */
function withKinds(base: Architecture, ...kinds: readonly string[]): Architecture {
  const plain = base.nodes.get('kubectl') as DiagramNode;
  return { ...base, nodes: new Map([...base.nodes, ...kinds.map((kind) => [kind, { ...plain, id: kind, kind }] as const)]) };
}

interface Planted {
  readonly link: string;
  readonly protocol: string;
  readonly kind?: DiagramEdge['kind'];
}

/** What is wrong with one more connection. */
function plant(base: Architecture, ...planted: readonly Planted[]): string[] {
  const edges = planted.map(({ link, protocol, kind = 'request' }): DiagramEdge => {
    const [from, to] = link.split(' -> ') as [string, string];
    return { id: `${from}->${to}` as EdgeId, from, to, protocol, kind };
  });
  const last = edges.at(-1)?.id;
  return brokenByEdges({ ...base, edges: new Map([...base.edges, ...edges.map((edge) => [edge.id, edge] as const)]) }).filter((breach) => breach.endsWith(`: ${last}`));
}

describe('planted breaches', async () => {
  const scenario = await shipped('kubernetes/pod-creation.yaml');
  const trace = compile(scenario, { level: 3, lang: 'en' });
  const traffic = compile(await shipped('kubernetes/service-traffic.yaml'), { level: 1, lang: 'en' });
  const cluster = withKinds(
    scenario.architecture, 'prometheus', 'grafana', 'alertmanager', 'metrics', 'metrics-server', 'fluentd', 'elasticsearch', 'kibana', 'load-balancer', 'service', 'controller', 'cloud',
  );

  it.each([
    ['1', 'scheduler -> etcd', 'gRPC'], ['1', 'kubelet-n1 -> etcd', 'gRPC'], ['1', 'etcd -> scheduler', 'HTTPS'], ['1', 'etcd/1 -> etcd', 'HTTPS'], ['1', 'prometheus -> etcd', 'HTTP'],
    ['1', 'scheduler -> kubelet-n1', 'HTTPS'], ['1', 'kubectl -> scheduler', 'HTTPS'], ['1', 'controller-manager -> metrics-server', 'HTTPS'], ['1', 'kubelet-n1 -> load-balancer', 'HTTPS'],
    ['2', 'scheduler -> api-server', 'HTTPS'], ['2', 'kubelet-n1 -> controller-manager', 'HTTPS', 'watch'], ['2', 'coredns -> api-server', 'HTTPS'], ['2', 'cloud-controller-manager -> api-server', 'HTTPS'],
    ['2', 'csi-controller -> api-server', 'HTTPS'], ['2', 'ingress-controller -> api-server', 'HTTPS'], ['2', 'cni-n1 -> api-server', 'HTTPS'], ['2', 'controller -> api-server', 'HTTPS'],
    ['3', 'api-server -> scheduler', 'HTTPS'], ['3', 'api-server -> controller-manager', 'HTTPS'], ['3', 'api-server -> kube-proxy-n1', 'HTTPS'], ['3', 'api-server -> kubelet-n2', 'TCP'],
    ['3', 'grafana -> kubelet-n1', 'HTTPS'], ['3', 'metrics-server -> kubelet-n1', 'HTTP'], ['3', 'metrics-server -> scheduler', 'HTTPS'], ['3', 'api-server -> controller', 'HTTPS'],
    ['6', 'kubectl -> webhook', 'HTTPS'], ['6', 'kubelet-n1 -> api-server', 'HTTP', 'watch'], ['6', 'prometheus -> api-server', 'HTTP'],
    ['7', 'client -> kube-proxy-n1', 'TCP', 'data'], ['7', 'kube-proxy-n1 -> web-1', 'TCP'], ['7', 'kubelet-n1 -> kernel-n1', 'netlink'], ['7', 'cni-n1 -> kernel-n1', 'netlink'],
    ['7', 'client -> service', 'TCP', 'data'], ['7', 'client -> service-network', 'TCP', 'data'], ['7', 'client -> api-server', 'TCP', 'data'], ['7', 'kube-proxy-n1 -> kernel-n2', 'eBPF'],
    ['9', 'api-server -> runtime-n1', 'CRI'], ['9', 'kubelet-n1 -> cni-n1', 'CNI'], ['9', 'runtime-n1 -> api-server', 'HTTPS'], ['9', 'runtime-n1 -> csi-node-n1', 'CSI'],
    ['9', 'csi-controller -> csi-node-n1', 'CSI'], ['9', 'pod-web -> runtime-n1', 'CRI'], ['9', 'kubelet-n1 -> pod-web', 'process'],
    ['M', 'kubelet-n1 -> prometheus', 'HTTP'], ['M', 'web-1 -> prometheus', 'HTTP'], ['M', 'metrics -> prometheus', 'HTTP'], ['M', 'alertmanager -> prometheus', 'HTTP'],
    ['M', 'prometheus -> web-1', 'TCP'], ['M', 'prometheus -> grafana', 'HTTP'], ['M', 'grafana -> alertmanager', 'HTTP'], ['M', 'web-1 -> alertmanager', 'HTTP'], ['M', 'elasticsearch -> grafana', 'HTTP'],
    ['L', 'web-1 -> elasticsearch', 'HTTPS'], ['L', 'elasticsearch -> kibana', 'HTTPS'], ['L', 'elasticsearch -> fluentd', 'HTTPS'], ['L', 'runtime-n1 -> fluentd', 'local'], ['L', 'fluentd -> kibana', 'HTTPS'],
  ] as const)('rule %s: %s by %s %s', (rule, link, protocol, kind: DiagramEdge['kind'] = 'request') => {
    const found = plant(cluster, { link, protocol, kind });
    expect(found.some((breach) => breach.startsWith(`${rule} `)), found.join('\n')).toBe(true);
  });

  it.each([
    ['prometheus -> kubelet-n1', 'HTTPS'], ['metrics-server -> kubelet-n1', 'HTTPS'], ['api-server -> metrics-server', 'HTTPS'], ['prometheus -> scheduler', 'HTTPS'], ['prometheus -> kube-proxy-n1', 'HTTP'],
    ['prometheus -> api-server', 'HTTPS', 'watch'], ['prometheus -> alertmanager', 'HTTP'], ['grafana -> prometheus', 'HTTP'], ['user -> grafana', 'HTTPS'], ['fluentd -> elasticsearch', 'HTTPS'],
    ['kibana -> elasticsearch', 'HTTPS'], ['user -> kibana', 'HTTPS'], ['fluentd -> api-server', 'HTTPS', 'watch'], ['cni-n1 -> kernel-n1', 'eBPF'], ['cni-n1 -> api-server', 'HTTPS', 'watch'],
    ['kubelet-n2 -> web-2', 'TCP'], ['cloud-controller-manager -> cloud', 'HTTPS'], ['controller -> cloud', 'HTTPS'],
  ] as const)('no rule forbids %s by %s', (link, protocol, kind: DiagramEdge['kind'] = 'request') => {
    expect(plant(cluster, { link, protocol, kind })).toEqual([]);
  });

  it('several API servers behind a load balancer, and etcd members on cards of their own, are the same kinds', () => {
    const twice = { ...cluster, nodes: new Map([...cluster.nodes, ...['api-2', 'etcd-2'].map((id) => [id, { ...(cluster.nodes.get(id === 'api-2' ? 'api-server' : 'etcd') as DiagramNode), id, parts: [] }] as const)]) };
    const behind = { link: 'load-balancer -> api-2', protocol: 'TCP' };
    for (const good of [behind, { link: 'api-2 -> etcd-2', protocol: 'gRPC' }, { link: 'etcd -> etcd-2', protocol: 'Raft' }]) expect(plant(twice, good), good.link).toEqual([]);
    for (const link of ['kubelet-n1 -> load-balancer', 'kubectl -> load-balancer']) expect(plant(twice, behind, { link, protocol: 'HTTPS' }), link).toEqual([]);
    for (const link of ['load-balancer -> etcd-2', 'load-balancer -> web-1', 'runtime-n1 -> load-balancer']) expect(plant(twice, behind, { link, protocol: 'HTTPS' }), link).not.toEqual([]);
    expect(plant(twice, behind, { link: 'client -> load-balancer', protocol: 'TCP', kind: 'data' })).not.toEqual([]);
    expect(plant(twice, { link: 'etcd -> etcd-2', protocol: 'HTTPS' })).not.toEqual([]);
  });

  /** The run with one message more, at a time. */
  function withMessage(base: Trace, start: number, message: Pick<Message, 'kind' | 'from' | 'to'> & Partial<Message>): Trace {
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
  const half = trace.duration / 2;
  const inCluster: Trace = { ...trace, scenario: { ...scenario, architecture: cluster } };
  const rulesOf = (run: Trace): Set<string> => new Set(brokenByRun(run).map((breach) => breach.slice(0, 1)));

  it('rule 1: somebody else talks to etcd', () => {
    expect(plant(cluster, { link: 'controller-manager -> etcd', protocol: 'gRPC' })).toContainEqual(expect.stringMatching(/^1 only the API server/));
  });

  it('rule 2: an event that the scheduler sends', () => {
    expect(rulesOf(withMessage(trace, half, { kind: 'event', from: 'scheduler', to: 'kubelet-n1', edge: 'kubelet-n1->scheduler' }))).toContain('2');
  });

  it('rule 2: an event on a connection that the API server would have opened', () => {
    expect(rulesOf(withMessage(trace, half, { kind: 'event', from: 'api-server', to: 'kubelet-n1', edge: 'api-server->kubelet-n1' }))).toContain('2');
  });

  it('rule 3: the API server calls the kubelet to hand it a Pod', () => {
    const logs = { verb: 'GET', path: 'https://n1:10250/containerLogs/default/web/web' };
    expect(rulesOf(withMessage(trace, half, { kind: 'request', from: 'api-server', to: 'kubelet-n1', detail: { verb: 'POST', path: '/pods' } }))).toContain('3');
    expect(rulesOf(withMessage(trace, half, { kind: 'request', from: 'api-server', to: 'kubelet-n1', detail: logs }))).not.toContain('3');
  });

  it.each(['prometheus', 'metrics-server'])('rule 3: %s asks a kubelet for something else than metrics', (from) => {
    const asks = (detail: HopDetail): Set<string> => rulesOf(withMessage(inCluster, half, { kind: 'request', from, to: 'kubelet-n1', detail }));
    expect(asks({ verb: 'GET', path: ':10250/metrics/resource' })).not.toContain('3');
    expect(asks({ verb: 'POST', path: '/metrics' })).toContain('3');
    expect(asks({ verb: 'GET', path: '/pods' })).toContain('3');
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
    const stored = trace.messages.find(({ kind, from }) => kind === 'reply' && from === 'etcd')?.end ?? 0;
    expect(rulesOf(withMessage(trace, stored, { kind: 'request', from: 'api-server/validating', to: 'webhook' }))).toContain('6');
  });

  it('rule 7: a packet through kube-proxy', () => {
    expect(rulesOf(withMessage(traffic, traffic.duration / 2, { kind: 'packet', from: 'client', to: 'kube-proxy-n1' }))).toContain('7');
    expect(rulesOf(withMessage(traffic, traffic.duration / 2, { kind: 'request', from: 'kernel-n1', to: 'kube-proxy-n1' }))).toContain('7');
  });

  it('rule 7: a packet through the box of a Service', () => {
    expect(rulesOf(withMessage(traffic, traffic.duration / 2, { kind: 'packet', from: 'client', to: 'web' }))).toContain('7');
    expect(rulesOf(withMessage(traffic, traffic.duration / 2, { kind: 'request', from: 'client', to: 'service-network' }))).toContain('7');
  });

  it('rule 8: watchers that are told one after the other', () => {
    const told = ({ kind, to, detail }: Message): boolean => kind === 'event' && to === 'kube-proxy-n3' && detail?.payload !== undefined;
    expect(rulesOf(changed(trace, told, ({ start, end }) => ({ start: start + 3, end: end + 3 })))).toContain('8');
  });

  it('rule 9: a container before its network', () => {
    expect(rulesOf(changed(trace, ({ kind, from, to }) => kind === 'request' && from === 'runtime-n1' && to === 'pod-web', ({ end }) => ({ start: 0, end })))).toContain('9');
  });

  it('monitoring: metrics that are pushed, and a Prometheus that writes', () => {
    expect(plant(cluster, { link: 'metrics -> prometheus', protocol: 'HTTP' })).toContainEqual(expect.stringMatching(/^M nobody pushes/));
    const writes = (to: string): Set<string> => rulesOf(withMessage(inCluster, half, { kind: 'request', from: 'prometheus', to, detail: { verb: 'POST', path: '/api/v2/alerts' } }));
    expect(writes('web-1')).toContain('M');
    expect(writes('alertmanager')).not.toContain('M');
    expect(rulesOf(withMessage(inCluster, half, { kind: 'request', from: 'grafana', to: 'prometheus', detail: { verb: 'PUT', path: '/api/v1/write' } }))).toContain('M');
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
