import { expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import { shipped } from '../compile/content.ts';

/** The boxes of the training session's integrated view, by group, and the component that stands for each. */
const INTEGRATED_VIEW: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  clients: { kubectl: 'kubectl', Dashboard: 'dashboard', 'CI/CD Tools': 'cicd', Applications: 'app' },
  'control-plane': {
    'API Server': 'api-server', 'etcd Cluster': 'etcd', Scheduler: 'scheduler', 'Controller Manager': 'controller-manager', 'Cloud Controller': 'cloud-controller-manager',
  },
  worker: { kubelet: 'kubelet-n1', 'kube-proxy': 'kube-proxy-n1', 'Container Runtime': 'runtime-n1', Pods: 'web-1' },
  networking: { CNI: 'cni-n1', 'Service Network': 'service-network', 'Pod Network': 'pod-network', Ingress: 'ingress-controller' },
  storage: { CSI: 'csi-controller', 'Persistent Volumes': 'pv', 'Storage Classes': 'storage-class', 'Volume Claims': 'pvc' },
};

/** The nineteen messages of the session's pod creation, in its order, as `from to`; two of them are connections that stand from the start. */
const NINETEEN = [
  'user kubectl', 'api-server api-server', 'api-server api-server', 'api-server etcd', 'etcd api-server', 'api-server kubectl',
  'open scheduler', 'api-server scheduler', 'scheduler scheduler', 'scheduler api-server', 'api-server etcd',
  'open kubelet-n1', 'api-server kubelet-n1', 'kubelet-n1 runtime-n1', 'runtime-n1 pod-web', 'runtime-n1 runtime-n1', 'runtime-n1 kubelet-n1',
  'kubelet-n1 api-server', 'api-server etcd',
];

it.each(Object.entries(INTEGRATED_VIEW))('has the session\'s boxes of %s', async (group, boxes) => {
  const { architecture } = await shipped('kubernetes/pod-creation.yaml');
  for (const [box, id] of Object.entries(boxes)) {
    const node = architecture.nodes.get(id);
    expect(node, box).toBeDefined();
    expect(architecture.groups.get(node?.group ?? '')?.accent, box).toBe(group);
    expect(node?.layer, box).toBeDefined();
    expect(node?.role, box).toBeDefined();
    expect(node?.docs, box).toMatch(/^https:/);
  }
});

it('keeps every component on the 8 px grid, apart from each other and inside its group', async () => {
  const { architecture } = await shipped('kubernetes/pod-creation.yaml');
  const boxes = [...architecture.nodes.values()].filter((node) => node.parent === undefined && node.via === undefined);
  for (const node of boxes) {
    const group = architecture.groups.get(node.group ?? '');
    const { x = NaN, y = NaN } = node.at ?? {};
    const { width = NaN, height = NaN } = node.size ?? {};
    expect([x, y, width, height].map((value) => value % 8), node.id).toEqual([0, 0, 0, 0]);
    expect(height, node.id).toBeGreaterThanOrEqual(72);
    if (!group?.at || !group.size) throw new Error(`${node.id} has no placed group`);
    expect(x >= group.at.x + 16 && y >= group.at.y + 16, node.id).toBe(true);
    expect(x + width <= group.at.x + group.size.width - 16 && y + height <= group.at.y + group.size.height - 16, node.id).toBe(true);
    for (const other of boxes) {
      if (other === node || !other.at || !other.size) continue;
      const apart = x + width <= other.at.x || other.at.x + other.size.width <= x || y + height <= other.at.y || other.at.y + other.size.height <= y;
      expect(apart, `${node.id} and ${other.id}`).toBe(true);
    }
  }
});

it('tells the nineteen messages of the session in their order', async () => {
  const scenario = await shipped('kubernetes/pod-creation.yaml');
  const told = compile(scenario, { level: 1, lang: 'ko' }).messages.map(({ from, to }) => `${from} ${to}`);
  let at = 0;
  for (const message of NINETEEN) {
    if (message.startsWith('open ')) {
      expect(scenario.open, message).toContain(`${message.slice(5)}->api-server`);
      continue;
    }
    const found = told.indexOf(message, at);
    expect(found, `${message} after message ${at}`).toBeGreaterThanOrEqual(at);
    at = found + 1;
  }
});

it('tells the eleven messages of the session\'s service traffic, made true', async () => {
  const trace = compile(await shipped('kubernetes/service-traffic.yaml'), { level: 1, lang: 'ko' });
  const told = trace.messages.map(({ kind, from, to }) => `${kind} ${from} ${to}`);
  for (const message of ['request client kernel-n1', 'work kernel-n1 kernel-n1', 'request kernel-n1 web-3', 'reply web-3 kernel-n1', 'reply kernel-n1 client']) {
    expect(told).toContain(message);
  }
  for (const member of ['web-1', 'web-2', 'web-3']) {
    expect(told).toContain(`packet kernel-n1 ${member}`);
    expect(told).toContain(`packet ${member} kernel-n1`);
  }
});
