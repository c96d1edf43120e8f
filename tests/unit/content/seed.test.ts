import { describe, expect, it } from 'vitest';
import { compile } from '../../../src/compile/compile.ts';
import type { Architecture } from '../../../src/scenario/model.ts';
import { readSeed } from '../../tools/seed-list.ts';
import { shipped } from '../compile/content.ts';
import { INTEGRATED, INTEGRATED_GROUPS, membersOf, missingArrows, PRODUCTION } from './seed-pictures.ts';
import { allSteps, architectureTexts, scenarioTexts } from './texts.ts';

const seed = readSeed();
const LANGUAGES = ['ko', 'en'] as const;

/** Who stands for a participant of the handout's pod creation. */
const CREATION: Readonly<Record<string, readonly string[]>> = {
  User: ['user', 'kubectl'], 'API Server': ['api-server'], etcd: ['etcd'], Scheduler: ['scheduler'], kubelet: ['kubelet-n1'], Runtime: ['runtime-n1'], Pod: ['pod-web'],
};
/** Where the handout errs: watches stand from the start, and the runtime observes its processes itself. */
const CREATION_TRUTH: Readonly<Record<string, string>> = {
  'Watch unscheduled pods': 'open scheduler->api-server', 'Watch assigned pods': 'open kubelet-n1->api-server', '상태 보고': 'runtime-n1 runtime-n1',
};
/** The eleven messages of the handout's service traffic as they truly are: the kernel of the client's node takes the place of Service and kube-proxy. */
const TRAFFIC_TRUTH: readonly (readonly [message: string, ...truth: string[]])[] = [
  ['서비스 요청', 'request client kernel-n1'],
  ['트래픽 라우팅', 'request client kernel-n1'],
  ['로드 밸런싱 알고리즘', 'work kernel-n1 kernel-n1'],
  ...[1, 2, 3].flatMap((i) => [['요청 전달', `packet kernel-n1 web-${i}`], ['응답', `packet web-${i} kernel-n1`]] as const),
  ['응답 전달', 'work kernel-n1 kernel-n1'],
  ['최종 응답', 'reply kernel-n1 client'],
];

function hasBoth(text: Readonly<Record<string, string>> | undefined): boolean {
  return text !== undefined && ('und' in text || LANGUAGES.every((lang) => (text[lang] ?? '') !== ''));
}

describe('the integrated view', async () => {
  const { architecture } = await shipped('kubernetes/pod-creation.yaml');

  it.each(seed.integrated.groups.map(({ title, boxes }) => [title, boxes] as const))('has the handout’s boxes of %s', (title, boxes) => {
    for (const box of boxes) {
      const ids = INTEGRATED[box] ?? [];
      expect(ids.length, box).toBeGreaterThan(0);
      for (const id of ids) {
        const node = architecture.nodes.get(id);
        expect(node, `${box}: ${id}`).toBeDefined();
        expect(architecture.groups.get(node?.group ?? '')?.accent, id).toBe(INTEGRATED_GROUPS[title]);
        expect(node?.layer, id).toBeDefined();
        expect([node?.title, node?.role].every(hasBoth), id).toBe(true);
        expect(node?.docs, id).toMatch(/^https:/);
      }
    }
  });
});

it('finds an arrow whose wording is missing in one language', async () => {
  const { architecture } = await shipped('kubernetes/pod-creation.yaml');
  const graph = { groups: [], edges: [{ from: 'kubelet', to: 'CNI' }, { from: 'CNI', to: 'Ingress' }] };
  const label = (ko: string, en: string) => [{ place: 'x', text: { ko, en } }];
  const both = label('교안 표기: kubelet → CNI → Ingress (v1.23 이하)', 'session: kubelet → CNI → Ingress (v1.23 and before)');
  expect(missingArrows(graph, INTEGRATED, architecture, both)).toEqual([]);
  expect(missingArrows(graph, INTEGRATED, architecture, label('교안 표기: kubelet → CNI', 'session: kubelet → CNI → Ingress'))).toEqual(['CNI → Ingress (ko)']);
});

it('keeps every component on the 8 px grid, apart from each other and inside its group', async () => {
  const { architecture } = await shipped('kubernetes/pod-creation.yaml');
  const boxes = [...architecture.nodes.values()].filter((node) => node.parent === undefined && node.via === undefined);
  for (const node of boxes) {
    const { x = NaN, y = NaN } = node.at ?? {};
    const { width = NaN, height = NaN } = node.size ?? {};
    expect([x, y, width, height].map((value) => value % 8), node.id).toEqual([0, 0, 0, 0]);
    expect(height, node.id).toBeGreaterThanOrEqual(72);
  }
});

describe('pod creation', async () => {
  const scenario = await shipped('kubernetes/pod-creation.yaml');

  it.each(LANGUAGES)('tells the 19 messages of the handout in their order (%s)', (lang) => {
    const told = compile(scenario, { level: 1, lang }).messages;
    let at = 0;
    const missing = seed.creation.messages.flatMap(({ from, to, text }, i) => {
      const truth = CREATION_TRUTH[text];
      if (truth?.startsWith('open ')) return scenario.open.some((edge) => edge === truth.slice(5)) ? [] : [`${i + 1} ${text}`];
      const isIt = (message: (typeof told)[number]): boolean => (truth === undefined
        ? (CREATION[from] ?? []).includes(message.from) && (CREATION[to] ?? []).includes(message.to) : `${message.from} ${message.to}` === truth);
      const found = told.findIndex((message, index) => index >= at && isIt(message));
      if (found < 0 || told[found]?.label === '') return [`${i + 1} ${from} -> ${to}: ${text}`];
      at = found + 1;
      return [];
    });
    expect(missing).toEqual([]);
  });

  it('shows the controller that the handout names and never uses', () => expect(scenario.architecture.nodes.has('controller-manager')).toBe(true));
});

describe('service traffic', async () => {
  const scenario = await shipped('kubernetes/service-traffic.yaml');

  it.each(LANGUAGES)('tells the 11 messages of the handout, made true (%s)', (lang) => {
    const told = compile(scenario, { level: 1, lang }).messages.map(({ kind, from, to }) => `${kind} ${from} ${to}`);
    expect(TRAFFIC_TRUTH.map(([text]) => text)).toEqual(seed.traffic.messages.map(({ text }) => text));
    for (const [text, truth] of TRAFFIC_TRUTH) expect(told, text).toContain(truth);
  });

  it('keeps the Service on the map, as a tag where the choice is made, with the three Pods behind it', () => {
    const service = [...scenario.architecture.nodes.values()].find(({ members }) => members.length === 3);
    expect(service).toMatchObject({ via: 'kernel-n1', members: ['web-1', 'web-2', 'web-3'] });
  });
});

describe('the production set-up', async () => {
  const scenario = await shipped('kubernetes/production.yaml');
  const { architecture } = scenario;

  it('has the handout’s boxes', () => {
    const named = (id: string): boolean => hasBoth((architecture.groups.get(id) ?? architecture.nodes.get(id))?.title);
    const boxes = seed.production.groups.flatMap((group) => group.boxes);
    expect(boxes.filter((box) => !(PRODUCTION[box] ?? []).some((id) => membersOf(architecture, id).length > 0 && named(id)))).toEqual([]);
  });

  it('has a control plane and workers in each of three zones', () => {
    for (const zone of ['az-1', 'az-2', 'az-3']) {
      const kinds = new Set(membersOf(architecture, zone).map((id) => architecture.nodes.get(id)?.kind));
      for (const kind of ['api-server', 'etcd', 'scheduler', 'controller-manager', 'kubelet', 'pod', 'fluentd']) expect(kinds, zone).toContain(kind);
    }
  });

  it('has every arrow of the handout, or keeps its wording where the truth is another', () => {
    expect(missingArrows(seed.production, PRODUCTION, architecture, [...architectureTexts(architecture), ...scenarioTexts(scenario)])).toEqual([]);
  });
});

describe('the phases of adoption', async () => {
  const scenario = await shipped('kubernetes/adoption-phases.yaml');
  const { architecture } = scenario;
  const station = (title: string): string => [...architecture.nodes.values()].find((node) => node.title['ko'] === title)?.id ?? '';
  const after = (title: string): string => title.replace(/^.*: /, '');

  it.each(seed.phases.groups.map(({ title, boxes }) => [title, boxes] as const))('%s has its stations', (title, boxes) => {
    const phase = [...architecture.groups.values()].find((group) => after(group.title['ko'] ?? '') === after(title));
    expect(phase, title).toBeDefined();
    expect(hasBoth(phase?.title)).toBe(true);
    for (const box of boxes) {
      expect(architecture.nodes.get(station(box))?.group, box).toBe(phase?.id);
      expect(hasBoth(architecture.nodes.get(station(box))?.title), box).toBe(true);
    }
  });

  it('lead on to each other as in the handout, and are walked in that order', () => {
    expect(seed.phases.edges.filter(({ from, to }) => !architecture.edges.has(`${station(from)}->${station(to)}`)).map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    const visited = compile(scenario, { level: 1, lang: 'ko' }).messages.map(({ to }) => to);
    const order = seed.phases.groups.flatMap(({ boxes }) => boxes).map((box) => visited.lastIndexOf(station(box)));
    expect(order.every((at) => at >= 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('are narrated in both languages', () => expect(allSteps(scenario.steps).every(({ say }) => hasBoth(say) && !('und' in say))).toBe(true));
});

it('every architecture of the pictures promises both languages', async () => {
  const pictures = await Promise.all(['pod-creation', 'production', 'adoption-phases'].map((name) => shipped(`kubernetes/${name}.yaml`)));
  expect(pictures.flatMap(({ architecture }: { architecture: Architecture }) => architectureTexts(architecture)).filter(({ text }) => !hasBoth(text)).map(({ place }) => place)).toEqual([]);
});
