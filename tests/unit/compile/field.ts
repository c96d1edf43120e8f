/** The field on which the tests play: a client, a gateway with a service behind it, a store with parts. */
import type { EdgeId, NodeId } from '../../../src/scenario/model.ts';
import { traffic } from './build.ts';

export const MEMBERS = ['pod-1', 'pod-2', 'pod-3'] as const;

export const NODES = {
  client: {},
  gateway: {},
  web: { kind: 'service', members: ['pod-1', 'pod-2', 'pod-3', 'pod-4'], via: 'gateway' },
  'pod-1': {},
  'pod-2': {},
  'pod-3': {},
  'pod-4': { present: false },
  store: {},
  'store/log': {},
} as const;

export const EDGES = [
  'client -> gateway', 'gateway -> pod-1', 'gateway -> pod-2', 'gateway -> pod-3', 'gateway -> pod-4', 'gateway -> store', 'pod-1 -> store',
] as const;

export const EXITS: Record<NodeId, EdgeId[]> = {
  'pod-1': ['gateway->pod-1'], 'pod-2': ['gateway->pod-2'], 'pod-3': ['gateway->pod-3'], 'pod-4': ['gateway->pod-4'],
};

/** Traffic from the client to the pods, chosen on the gateway: 0.45 s to the gateway, 0.45 s to the pod, 0.4 s there. */
export const toWeb = (options: Omit<Parameters<typeof traffic>[1], 'exits'> = {}) =>
  traffic('client -> web', { entry: ['client->gateway'], exits: EXITS, ...options });
