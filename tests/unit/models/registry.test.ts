import { describe, expect, it } from 'vitest';
import { MODELS } from '../../../src/models/registry.ts';
import { MODEL_DESCRIPTIONS } from '../../../src/scenario/model-descriptions.ts';
import { run } from './run.ts';

const problemsOf = (model: string, given: unknown) => MODELS[model]?.run(given).problems;

describe('the models', () => {
  it('are described, with each of their parameters and none beside', () => {
    expect(Object.keys(MODEL_DESCRIPTIONS).sort()).toEqual(Object.keys(MODELS).sort());
    for (const [name, { json }] of Object.entries(MODELS)) {
      const described = Object.keys(MODEL_DESCRIPTIONS[name] ?? {}).filter((key) => key !== '');
      expect(described.sort(), name).toEqual(Object.keys(json['properties'] as object).sort());
    }
  });

  it('name what is missing, unknown or bad, everything at once', () => {
    expect(problemsOf('hpa', { replicas: 0, usag: 3, target: 50 })).toEqual([
      { kind: 'unknown', path: ['usag'], expected: expect.stringContaining('usage'), names: expect.arrayContaining(['usage']) },
      { kind: 'bad', path: ['replicas'], expected: 'a whole number from 1 to 10000' },
      { kind: 'missing', path: ['usage'], expected: 'usage' },
      { kind: 'missing', path: ['max'], expected: 'max' },
    ]);
  });

  it('say where in a list or a map', () => {
    const nodes = { n1: { cpu: 'much', memory: '1Gi' } };
    expect(problemsOf('scheduler', { pod: {}, nodes })).toMatchObject([{ kind: 'bad', path: ['nodes', 'n1', 'cpu'] }]);
    expect(problemsOf('raft', { members: 3, failed: [1, 'two'] })).toMatchObject([{ kind: 'bad', path: ['failed', 1] }]);
    expect(problemsOf('scheduler', { pod: 3, nodes: {} })).toHaveLength(2);
  });

  it.each([[null], ['text'], [[]], [{ model: {} }]])('never throw: %j', (given) => {
    for (const model of Object.values(MODELS)) expect(() => model.run(given)).not.toThrow();
  });

  it('know the defaults of Kubernetes', () => {
    expect(run('kubernetes-defaults')).toMatchObject({
      'kubelet-lease-renew': 10,
      'node-monitor-grace-period': 50,
      'toleration-seconds': 300,
      'lease-duration': 15,
      'lease-renew': 10,
      'lease-retry': 2,
      'etcd-election-timeout': 1,
      'termination-grace-period': 30,
      'probe-failures': 3,
      'hpa-sync': 15,
      'session-affinity': 10_800,
    });
  });
});
