import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberOf, run } from './run.ts';

const POD = { cpu: '500m', memory: '512Mi' };
const N1 = { cpu: 4, memory: '8Gi', 'used-cpu': 1, 'used-memory': '2Gi' };
const N3 = { cpu: 4, memory: '8Gi', 'used-cpu': 3, 'used-memory': '2Gi' };

describe('scheduler', () => {
  it('scores 65 against 40', () => {
    const results = run('scheduler', { pod: POD, nodes: { n1: N1, n2: { ...N1, taint: 'maintenance' }, n3: N3 } });
    expect(results).toMatchObject({
      feasible: 2,
      'feasible-names': 'n1, n3',
      winner: 'n1',
      score: 65,
      nodes: {
        n1: { fits: true, reason: '', 'least-allocated': 65 },
        n2: { fits: false, reason: 'node(s) had untolerated taint(s)' },
        n3: { fits: true, 'least-allocated': 40 },
      },
    });
  });

  it('says why no node fits', () => {
    const full = { ...N1, 'used-cpu': '3800m' };
    const results = run('scheduler', { pod: POD, nodes: { n1: full, n2: { ...N1, taint: 'x' }, n3: full } });
    expect(results).toMatchObject({
      feasible: 0,
      winner: '',
      score: 0,
      message: '0/3 nodes are available: 1 node(s) had untolerated taint(s), 2 Insufficient cpu.',
    });
    expect(run('scheduler', { pod: POD, nodes: { n1: { ...full, 'used-memory': '8Gi' } } })['message']).toBe(
      '0/1 nodes are available: 1 Insufficient cpu, 1 Insufficient memory.',
    );
  });

  it('decides equal scores by the seed', () => {
    const winners = new Set(Array.from({ length: 30 }, (_, seed) => run('scheduler', { pod: POD, nodes: { n1: N1, n2: N1 }, seed })['winner']));
    expect(winners).toEqual(new Set(['n1', 'n2']));
  });

  it('picks the best of those that fit', () => {
    const node = fc.record({ cpu: fc.integer({ min: 1, max: 16 }), 'used-cpu': fc.integer({ min: 0, max: 16 }), memory: fc.constant('8Gi') });
    fc.assert(
      fc.property(fc.dictionary(fc.stringMatching(/^n[0-9]$/), node, { minKeys: 1 }), (nodes) => {
        const results = run('scheduler', { pod: { cpu: 1 }, nodes });
        const each = Object.entries(results['nodes'] as unknown as Record<string, { fits: boolean; 'least-allocated': number }>);
        const fitting = each.filter(([, { fits }]) => fits);
        expect(results['feasible']).toBe(fitting.length);
        for (const [name, { fits }] of each) expect(fits).toBe((nodes[name]?.cpu ?? 0) - (nodes[name]?.['used-cpu'] ?? 0) >= 1);
        const best = Math.max(0, ...fitting.map(([, found]) => found['least-allocated']));
        expect(results['score']).toBe(best);
        if (fitting.length > 0) expect(fitting.find(([name]) => name === results['winner'])?.[1]['least-allocated']).toBe(best);
      }),
    );
  });
});

describe('cluster-autoscaler', () => {
  it('counts what is requested', () => {
    const template = { cpu: '3920m', memory: '14Gi' };
    expect(run('cluster-autoscaler', { pending: { ...POD, count: 10 }, template })).toMatchObject({ 'fits-per-node': 7, 'nodes-needed': 2 });
    expect(run('cluster-autoscaler', { pending: { cpu: 8, count: 1 }, template })).toMatchObject({ 'nodes-needed': 0, helps: false });
    expect(run('cluster-autoscaler', { pending: { cpu: '1m', count: 111 }, template })).toMatchObject({ 'fits-per-node': 110, 'nodes-needed': 2 });
  });

  it('adds as few nodes as hold them all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4000 }), fc.integer({ min: 1, max: 500 }), (cpu, count) => {
        const results = run('cluster-autoscaler', { pending: { cpu: `${cpu}m`, count }, template: { cpu: 4, memory: '8Gi' } });
        const [fits, nodes] = [numberOf(results, 'fits-per-node'), numberOf(results, 'nodes-needed')];
        expect(fits * nodes).toBeGreaterThanOrEqual(count);
        expect(fits * (nodes - 1)).toBeLessThan(count);
      }),
    );
  });
});
