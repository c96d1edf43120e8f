/** What stands for the handout's boxes in the content, and whether the content has its arrows: as they are, or their wording where the truth is another. */
import type { Architecture, EdgeId, NodeId } from '../../../src/scenario/model.ts';
import type { SeedGraph } from '../../tools/seed-list.ts';
import type { PlacedText } from './texts.ts';

/** Components or groups that stand for a box. */
export type StandsFor = Readonly<Record<string, readonly string[]>>;

/** The boxes of the integrated view. */
export const INTEGRATED: StandsFor = {
  kubectl: ['kubectl'], Dashboard: ['dashboard'], 'CI/CD Tools': ['cicd'], Applications: ['app'],
  'API Server': ['api-server'], 'etcd Cluster': ['etcd'], Scheduler: ['scheduler'], 'Controller Manager': ['controller-manager'], 'Cloud Controller': ['cloud-controller-manager'],
  kubelet: ['kubelet-n1'], 'kube-proxy': ['kube-proxy-n1'], 'Container Runtime': ['runtime-n1'], Pods: ['web-1', 'pod-web'],
  CNI: ['cni-n1'], 'Service Network': ['service-network'], 'Pod Network': ['pod-network'], Ingress: ['ingress-controller'],
  CSI: ['csi-node-n1', 'csi-controller'], 'Persistent Volumes': ['pv'], 'Storage Classes': ['storage-class'], 'Volume Claims': ['pvc'],
};

/** Its groups, by the accent that they wear. */
export const INTEGRATED_GROUPS: Readonly<Record<string, string>> = {
  '사용자/클라이언트': 'clients', 'Control Plane': 'control-plane', 'Worker Nodes': 'worker', 네트워킹: 'networking', 스토리지: 'storage',
};

/** The boxes of the production set-up. */
export const PRODUCTION: StandsFor = {
  'AZ-1: Master + Workers': ['az-1'], 'AZ-2: Master + Workers': ['az-2'], 'AZ-3: Master + Workers': ['az-3'],
  'External LB': ['lb-external'], 'Internal LB': ['lb-api'],
  Prometheus: ['prometheus'], Grafana: ['grafana'], AlertManager: ['alertmanager'],
  Fluentd: ['fluentd-n1', 'fluentd-n2', 'fluentd-n3'], Elasticsearch: ['elasticsearch'], Kibana: ['kibana'],
};

/** The handout's arrows write a zone in short. */
const short = (box: string): string => box.replace(/: Master \+ Workers$/, '');

/** The components of an id: itself, or all that stand in the group of that name, however deep. */
export function membersOf({ nodes, groups }: Architecture, id: string): NodeId[] {
  if (!groups.has(id)) return nodes.has(id) ? [id] : [];
  const isIn = (group: string | undefined): boolean => group !== undefined && (group === id || isIn(groups.get(group)?.parent));
  return [...nodes.values()].filter((node) => isIn(node.group)).map((node) => node.id);
}

/** Pairs of neighbours in every chain `A → B → C` that a text writes, without what stands in brackets after it. */
function chains(text: string): string[] {
  return text.replace(/\([^)]*\)/g, '').split(/[;,.。\n]|\s{2,}|입니다|는 |은 /u).flatMap((part) => {
    const links = part.replace(/^.*?(?:교안 표기|session|Session|handout|Handout):\s*/u, '').split('→').map((link) => link.trim().replace(/^["“]|["”]$/gu, ''));
    return links.slice(1).map((to, i) => `${links[i]} → ${to}`);
  });
}

/** Arrows that the content neither has nor keeps the wording of, in one of the languages. */
export function missingArrows(graph: SeedGraph, standsFor: StandsFor, architecture: Architecture, texts: readonly PlacedText[]): string[] {
  const said = (lang: string): Set<string> => new Set(texts.flatMap(({ text }) => chains(text[lang] ?? text['und'] ?? '')));
  const [ko, en] = [said('ko'), said('en')];
  return graph.edges.flatMap(({ from, to }) => {
    const ends = [from, to].map((box) => (standsFor[box] ?? []).flatMap((id) => membersOf(architecture, id))) as [NodeId[], NodeId[]];
    const isDrawn = ends[0].some((a) => ends[1].some((b) => architecture.edges.has(`${a}->${b}` as EdgeId)));
    const words = `${short(from)} → ${short(to)}`;
    return isDrawn || (ko.has(words) && en.has(words)) ? [] : [`${words}${ko.has(words) ? ' (en)' : en.has(words) ? ' (ko)' : ''}`];
  });
}
