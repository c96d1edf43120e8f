import { describe, expect, it } from 'vitest';
import type { Citation, Step } from '../../../src/scenario/model.ts';
import { scenarioFiles, shipped } from '../compile/content.ts';
import { faultsOf } from './cited.ts';
import { allSteps } from './texts.ts';

const leaves = (steps: readonly Step[]): Step[] => allSteps(steps).filter((step) => (step.deeper?.steps ?? []).length === 0);

describe.each(scenarioFiles())('%s', async (file) => {
  const { steps } = await shipped(file);

  it('cites a source in every step that is shown at some level', () => {
    expect(leaves(steps).length).toBeGreaterThan(2);
    expect([...allSteps(steps)].filter(({ cite }) => cite.length === 0).map(({ id }) => id)).toEqual([]);
  });

  it('cites whole addresses, with a title, and with the version where there is one', () => {
    expect(allSteps(steps).flatMap(({ id, cite }) => cite.flatMap(faultsOf).map((fault) => `${id}: ${fault}`))).toEqual([]);
  });
});

describe('a citation', () => {
  const good: Citation = { href: 'https://kubernetes.io/docs/concepts/workloads/pods/#pod-lifetime', title: { und: 'Pods' }, version: 'v1.36' };
  const faults = (change: Partial<Record<keyof Citation, unknown>>): number => faultsOf({ ...good, ...change } as Citation).length;

  it('is well-formed as a page of the documentation, a file of a release and a proposal', () => {
    expect(faultsOf(good)).toEqual([]);
    expect(faults({ href: 'https://github.com/kubernetes/api/blob/release-1.36/core/v1/types.go' })).toBe(0);
    expect(faults({ href: 'https://github.com/kubernetes/enhancements/blob/master/keps/sig-network/3866-nftables-proxy/README.md', version: undefined })).toBe(0);
    expect(faults({ href: 'https://etcd.io/docs/v3.6/tuning/', version: 'v3.6' })).toBe(0);
    expect(faults({ href: 'https://prometheus.io/docs/prometheus/latest/configuration/configuration/', version: undefined })).toBe(0);
  });

  it.each([
    ['no address', { href: 'docs/pods' }],
    ['not https', { href: 'http://kubernetes.io/docs/concepts/' }],
    ['a site', { href: 'https://prometheus.io/' }],
    ['a blank', { href: 'https://kubernetes.io/docs/concepts/workloads pods/' }],
    ['a blank in the fragment', { href: 'https://kubernetes.io/docs/concepts/workloads/pods/#pod lifetime' }],
    ['two fragments', { href: 'https://kubernetes.io/docs/concepts/workloads/pods/#pod#lifetime' }],
    ['an empty fragment', { href: 'https://kubernetes.io/docs/concepts/workloads/pods/#' }],
    ['a fragment in upper case', { href: 'https://kubernetes.io/docs/concepts/workloads/pods/#Pod-lifetime' }],
    ['a page without its slash', { href: 'https://kubernetes.io/docs/concepts/workloads/pods' }],
    ['no title', { title: undefined }],
    ['no version', { version: undefined }],
    ['no version of a file', { href: 'https://github.com/containerd/containerd/blob/main/README.md', version: undefined }],
    ['an odd version', { version: 'newest' }],
    ['the version of another release', { href: 'https://github.com/kubernetes/api/blob/release-1.35/core/v1/types.go' }],
    ['the version of another manual', { href: 'https://etcd.io/docs/v3.5/tuning/', version: 'v3.6' }],
  ] as const)('is found where it has %s', (_, change) => expect(faults(change)).toBeGreaterThan(0));
});
