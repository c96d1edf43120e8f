import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { parseArchitecture, parseScenario } from '../../../src/scenario/parse.ts';
import type { Action, Scenario } from '../../../src/scenario/model.ts';
import { leafSteps } from '../../../src/scenario/visible.ts';
import { BASE, parseInline } from './base.ts';

const FOLDER = new URL('../../fixtures/small/', import.meta.url).pathname;
const read = (path: string): Promise<string> => readFile(path, 'utf8');

async function small(): Promise<Scenario> {
  const file = `${FOLDER}scenario.yaml`;
  const { scenario, diagnostics } = await parseScenario({ file, text: await read(file), read });
  expect(diagnostics).toEqual([]);
  return scenario as Scenario;
}

function actionsOf(scenario: Scenario, step: string): readonly Action[] {
  return scenario.steps.find(({ id }) => id === step)?.actions ?? [];
}

/** All actions, with those inside others. */
function flat(actions: readonly Action[]): Action[] {
  return actions.flatMap((action) => {
    if (action.verb === 'every') return [action, ...flat(action.actions)];
    if (action.verb === 'parallel') return [action, ...action.branches.flatMap(flat)];
    if (action.verb === 'choose') return [action, ...[...action.options.values()].flatMap(flat)];
    return [action];
  });
}

describe('an architecture', () => {
  it('resolves components, parts, services and what groups inherit', async () => {
    const { architecture } = await small();
    expect([...architecture.nodes.keys()].slice(0, 5)).toEqual(['client', 'gateway', 'gateway/authn', 'gateway/router', 'orders']);
    expect(architecture.nodes.get('gateway')).toMatchObject({
      kind: 'gateway',
      icon: 'gateway',
      title: { und: 'gateway' },
      subtitle: { en: 'TLS ends here', ko: 'TLS가 끝나는 곳' },
      port: '443/TCP HTTPS',
      group: 'inside',
      layer: 'edge',
      parts: ['gateway/authn', 'gateway/router'],
      present: true,
      status: 'ready',
      weight: 1,
      at: { x: 384, y: 216 },
      size: { width: 264, height: 128 },
    });
    expect(architecture.nodes.get('gateway/router')).toMatchObject({ parent: 'gateway', kind: 'component', at: { x: 136, y: 64 } });
    expect(architecture.nodes.get('orders')).toMatchObject({ members: ['orders-1', 'orders-2', 'orders-3'], via: 'gateway' });
    expect(architecture.nodes.get('orders-1')?.weight).toBe(3);
    expect(architecture.nodes.get('orders-3')?.present).toBe(false);
    expect(architecture.nodes.get('billing')?.icon).toBe('coin');
    expect(architecture.nodes.get('database')?.port).toBe('5432');
    expect(architecture.groups.get('pods')).toMatchObject({ parent: 'inside', accent: 'worker' });
    expect(architecture.icons.get('coin')).toMatch(/^M12/);
  });

  it('inherits the accent of the group around a group', async () => {
    const { scenario } = await parseInline(BASE);
    expect(scenario?.architecture.groups.get('inner')?.accent).toBe('worker');
  });

  it('resolves edges in both forms', async () => {
    const { architecture } = await small();
    expect(architecture.edges.get('client->gateway')).toEqual({
      id: 'client->gateway',
      from: 'client',
      to: 'gateway',
      kind: 'request',
      protocol: 'HTTPS',
      fromSide: 'right',
      toSide: 'left',
    });
    expect(architecture.edges.get('orders-1->queue')).toEqual({ id: 'orders-1->queue', from: 'orders-1', to: 'queue', kind: 'request' });
    expect(architecture.edges.get('billing->queue')).toMatchObject({ kind: 'watch', label: { en: 'listens', ko: '구독' } });
  });

  it('can be read alone', async () => {
    const { architecture, diagnostics } = parseArchitecture({ file: 'a.yaml', text: await read(`${FOLDER}architecture.yaml`) });
    expect(diagnostics).toEqual([]);
    expect(architecture?.source).toBe('a.yaml');
    expect(architecture?.nodes.size).toBe(11);
  });
});

describe('a scenario', () => {
  it('has its languages, levels, choices and standing connections', async () => {
    const scenario = await small();
    expect(scenario).toMatchObject({ id: 'small-order', languages: ['en', 'ko'], levels: [1, 2], open: ['billing->queue'], clock: 0 });
    expect(scenario.choices[0]).toMatchObject({
      id: 'policy',
      default: 'round-robin',
      options: [{ id: 'round-robin', note: { en: 'Everyone in turn.' } }, { id: 'random' }],
    });
  });

  it('gives steps and actions ids that say where they stand', async () => {
    const scenario = await small();
    expect(leafSteps(scenario.steps, 1).map(({ id }) => id)).toEqual(['order', 'store', 'failures', 'burst', 'quiet']);
    expect(leafSteps(scenario.steps, 2).map(({ id }) => id)).toEqual([
      'order/arrive',
      'order/check',
      'store',
      'failures',
      'burst',
      'quiet',
    ]);
    expect(flat(actionsOf(scenario, 'store')).map(({ id }) => id)).toEqual([
      'store:0',
      'store:1',
      'store:1.0.0',
      'store:1.1.0',
      'store:1.1.1',
      'store:1.1.2',
      'store:2',
      'store:3',
      'store:4',
      'store:5',
    ]);
    expect(flat(actionsOf(scenario, 'burst')).map(({ id }) => id)).toContain('burst:3.0.0.round-robin.0');
    expect(flat(actionsOf(scenario, 'quiet')).map(({ id }) => id)).toContain('quiet:2.1.0.0');
    const ids = scenario.steps.flatMap((step) => flat(step.actions)).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('lets hops follow edges, answers and events go back on them, parts use those of their component', async () => {
    const scenario = await small();
    const [, send] = actionsOf(scenario, 'order');
    expect(send).toMatchObject({
      verb: 'send',
      from: 'client',
      to: 'gateway',
      edge: 'client->gateway',
      as: 'order',
      outcome: { kind: 'ok' },
      detail: { verb: 'POST', payload: '{ "item": "book" }\n' },
    });
    const store = actionsOf(scenario, 'store');
    expect(store.at(-1)).toMatchObject({ verb: 'reply', from: 'gateway', to: 'client', edge: 'client->gateway', request: 'order' });
    expect(store.find(({ verb }) => verb === 'event')).toMatchObject({ from: 'queue', to: 'billing', edge: 'billing->queue' });
    const { scenario: parts } = await parseInline(BASE.replace('call: gateway -> pod-1', 'call: gateway/authn -> pod-1'));
    expect(parts?.steps[0]?.actions[2]).toMatchObject({ from: 'gateway/authn', edge: 'gateway->pod-1' });
  });

  it('knows how hops end', async () => {
    const failures = actionsOf(await small(), 'failures');
    expect(failures.map((action) => 'outcome' in action && action.outcome)).toEqual([
      { kind: 'error', code: '401' },
      { kind: 'dropped' },
      { kind: 'timeout' },
      { kind: 'refused' },
      false,
      { kind: 'ok' },
    ]);
    const shortcut = failures.at(-1);
    expect(shortcut).toMatchObject({ verb: 'send', from: 'client', to: 'database' });
    expect(shortcut).not.toHaveProperty('edge');
  });

  it('resolves the ways of traffic through the component on which the choice is made', async () => {
    const traffic = flat(actionsOf(await small(), 'burst')).filter((action) => action.verb === 'traffic');
    expect(traffic[0]).toMatchObject({
      policy: 'round-robin',
      per: 'connection',
      connections: 12,
      requests: 1,
      every: 0.333,
      serviceTime: 0.4,
      entry: ['client->gateway'],
    });
    expect([...(traffic[0]?.exits ?? [])]).toEqual([
      ['orders-1', ['gateway->orders-1']],
      ['orders-2', ['gateway->orders-2']],
      ['orders-3', ['gateway->orders-3']],
    ]);
    expect(traffic[1]).toMatchObject({ policy: 'random', seed: 'seven', every: 0.3 });
  });

  it('reads durations as seconds', async () => {
    const scenario = await small();
    expect(actionsOf(scenario, 'order')[2]).toMatchObject({ verb: 'work', takes: 0.7 });
    expect(flat(actionsOf(scenario, 'quiet'))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ verb: 'clock', by: 300, takes: 3 }),
        expect.objectContaining({ verb: 'every', interval: 0.5, times: 5 }),
      ]),
    );
  });

  it('tells `null`, which takes something away, from nothing', async () => {
    const badge = actionsOf(await small(), 'burst').find((action) => action.verb === 'set' && action.target === 'gateway');
    expect(badge).toMatchObject({ badge: null });
    expect(badge).not.toHaveProperty('gauge');
  });

  it('takes the languages that it finds where none are promised', async () => {
    expect((await parseInline(BASE)).scenario?.languages).toEqual(['en', 'ko']);
    expect((await parseInline(BASE.replace(/ +(en|ko): .*\n/g, '').replace('label:\n', 'label: x\n'))).scenario?.languages).toEqual([
      'und',
    ]);
  });

  it('misses promised texts where they are missing', async () => {
    const { scenario, diagnostics } = await parseInline(BASE.replace('title: Base\n', 'title: Base\nlanguages: [ko, en, fr]\n'));
    expect(scenario?.languages).toEqual(['ko', 'en', 'fr']);
    const label = diagnostics.find(({ path }) => path === 'steps[0].do[0].label');
    expect(label).toMatchObject({ severity: 'warning', code: 'missing-language', message: 'The promised text for `fr` is missing.' });
    expect(diagnostics.filter(({ path }) => path.endsWith('.say'))).toHaveLength(3);
    expect(diagnostics.every(({ code }) => code === 'missing-language')).toBe(true);
  });
});

describe('where the architecture is', () => {
  const asked: string[] = [];
  const parse = (file: string, architecture: string) =>
    parseScenario({
      file,
      text: `hopline: 1\nid: a\narchitecture: ${architecture}\ntitle: A\nsteps:\n  - id: s\n    title: S\n    say: S.\n`,
      read: (address) => {
        asked.push(address);
        return Promise.resolve('hopline: 1\nid: m\ntitle: M\ncomponents:\n  a:\n    title: A\n    kind: nonsense\n');
      },
    });

  it.each([
    ['https://example.org/s/k/pod.yaml', './architecture.yaml', 'https://example.org/s/k/architecture.yaml'],
    ['https://example.org/s/k/pod.yaml?v=a/b', '../shop/map.yaml', 'https://example.org/s/shop/map.yaml'],
    ['/home/me/k/pod.yaml', '../map.yaml', '/home/me/map.yaml'],
    ['k/pod.yaml', './map.yaml', 'k/map.yaml'],
    ['pod.yaml', 'map.yaml', 'map.yaml'],
    ['../pod.yaml', '../map.yaml', '../../map.yaml'],
    ['C:\\files\\pod.yaml', 'map.yaml', 'C:/files/map.yaml'],
  ])('%s and %s: %s', async (file, architecture, address) => {
    asked.length = 0;
    const { diagnostics } = await parse(file, architecture);
    expect(asked).toEqual([address]);
    expect(diagnostics).toMatchObject([{ code: 'unknown-kind', file: address, line: 7, column: 11, path: 'components.a.kind' }]);
  });

  it.each([
    'https://evil.example/map.yaml',
    '//evil.example/map.yaml',
    '/etc/passwd',
    'file:map.yaml',
    'data:text/yaml,a',
    '"a\\\\b.yaml"',
    '"java\\nscript:x"',
  ])('%s is refused and not asked for', async (architecture) => {
    asked.length = 0;
    const { scenario, diagnostics } = await parse('https://example.org/pod.yaml', architecture);
    expect(asked).toEqual([]);
    expect(scenario).toBeUndefined();
    expect(diagnostics).toMatchObject([{ code: 'bad-architecture-address', line: 3, column: 15 }]);
  });

  it('a file that cannot be read is a finding where it is named', async () => {
    const { diagnostics } = await parseScenario({
      file: 'a.yaml',
      text: 'hopline: 1\nid: a\narchitecture: ./gone.yaml\ntitle: A\nsteps:\n  - id: s\n    title: S\n    say: 5\n',
      read: () => Promise.reject(new Error('404 Not Found')),
    });
    expect(diagnostics).toMatchObject([
      { code: 'unreadable-architecture', line: 3, column: 15, hint: '404 Not Found' },
      { code: 'wrong-type', line: 8 },
    ]);
  });
});
