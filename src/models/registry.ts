import { alert } from './alert.ts';
import { backoff } from './backoff.ts';
import { clusterAutoscaler } from './cluster-autoscaler.ts';
import { dnsSearch } from './dns-search.ts';
import { hpa } from './hpa.ts';
import { kubernetesDefaults } from './kubernetes-defaults.ts';
import { leaseElection } from './lease-election.ts';
import type { Model } from './model.ts';
import { nodeFailure } from './node-failure.ts';
import { probe } from './probe.ts';
import { raft } from './raft.ts';
import { rollingUpdate } from './rolling-update.ts';
import { scheduler } from './scheduler.ts';
import { termination } from './termination.ts';

/** Every model by the name that a scenario calls it by. */
export const MODELS: Readonly<Record<string, Model>> = {
  'rolling-update': rollingUpdate,
  hpa,
  raft,
  'lease-election': leaseElection,
  'node-failure': nodeFailure,
  termination,
  probe,
  backoff,
  scheduler,
  'cluster-autoscaler': clusterAutoscaler,
  'dns-search': dnsSearch,
  alert,
  'kubernetes-defaults': kubernetesDefaults,
};
