import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { durationSeconds } from '../../../src/shared/duration.ts';
import { edgeHint, findEdge } from '../../../src/scenario/edges.ts';
import { editDistance, nearest } from '../../../src/scenario/nearest.ts';
import { Routes } from '../../../src/scenario/routes.ts';
import type { Architecture, DiagramEdge, EdgeId } from '../../../src/scenario/model.ts';

function architecture(...edges: readonly (readonly [from: string, to: string, kind?: DiagramEdge['kind']])[]): Architecture {
  const map = new Map<EdgeId, DiagramEdge>(
    edges.map(([from, to, kind = 'request']) => [`${from}->${to}`, { id: `${from}->${to}`, from, to, kind }]),
  );
  return { edges: map } as unknown as Architecture;
}

describe('durations', () => {
  it.each([
    ['700ms', 0.7],
    ['2s', 2],
    ['1.5s', 1.5],
    ['5m', 300],
    ['2h', 7200],
    ['333ms', 0.333],
    [1.25, 1.25],
    ['0s', 0],
  ])('%s is %d s', (text, seconds) => {
    expect(durationSeconds(text)).toBe(seconds);
  });

  it.each(['', '5', '5 s', '-1s', '1e3s', '1.s', 'ms', '1d', NaN, Infinity, -1, undefined])('%s is none', (value) => {
    expect(durationSeconds(value)).toBeUndefined();
  });
});

describe('the nearest name', () => {
  it('counts letters put in, taken out, replaced and swapped', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3);
    expect(editDistance('sned', 'send')).toBe(1);
    expect(editDistance('', 'abc')).toBe(3);
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, b) === 0).toBe(a === b);
      }),
    );
  });

  it('is one that was likely meant, or none', () => {
    expect(nearest('ectd', ['etcd', 'kubelet'])).toBe('etcd');
    expect(nearest('Api-Server', ['api-server'])).toBe('api-server');
    expect(nearest('grafana', ['etcd', 'kubelet'])).toBeUndefined();
    expect(nearest('x'.repeat(10_000), ['x'])).toBeUndefined();
  });
});

describe('edges', () => {
  it('are found for parts, their own before those of their components', () => {
    const map = architecture(['api', 'etcd'], ['api', 'etcd/1'], ['etcd/1', 'etcd/2']);
    expect(findEdge(map, 'api', 'etcd')).toBe('api->etcd');
    expect(findEdge(map, 'api/authn', 'etcd/1')).toBe('api->etcd/1');
    expect(findEdge(map, 'api', 'etcd/3')).toBe('api->etcd');
    expect(findEdge(map, 'etcd/2', 'etcd/1')).toBeUndefined();
    expect(findEdge(map, 'etcd', 'api')).toBeUndefined();
  });

  it('are suggested: turned round, else with the same end', () => {
    const map = architecture(['scheduler', 'api'], ['api', 'etcd'], ['kubelet', 'runtime']);
    expect(edgeHint(map, 'api', 'scheduler')).toContain('the other way round, `scheduler -> api`');
    expect(edgeHint(map, 'api', 'etc')).toContain('`api -> etcd`');
    expect(edgeHint(map, 'kublet', 'runtime')).toContain('`kubelet -> runtime`');
    expect(edgeHint(architecture(), 'a', 'b')).toContain('no edges yet');
  });
});

describe('ways of packets', () => {
  it('are the shortest over data, else over any edge that carries something', () => {
    const map = architecture(
      ['a', 'z'],
      ['a', 'b', 'data'],
      ['b', 'c', 'data'],
      ['c', 'z', 'data'],
      ['a', 'u', 'uses'],
      ['z', 'y'],
      ['b', 'x'],
    );
    const routes = new Routes(map);
    expect(routes.find('a', 'z')).toEqual(['a->b', 'b->c', 'c->z']);
    expect(routes.find('a', 'y')).toEqual(['a->z', 'z->y']);
    expect(routes.find('a', 'u')).toBeUndefined();
    expect(routes.find('z', 'a')).toBeUndefined();
  });

  it('use the edges of the component where a part has none', () => {
    const routes = new Routes(architecture(['node', 'pod', 'data'], ['pod', 'db', 'data']));
    expect(routes.find('node/kernel', 'pod/app')).toEqual(['node->pod']);
    expect(routes.find('node/kernel', 'db')).toEqual(['node->pod', 'pod->db']);
  });
});
