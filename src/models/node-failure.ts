import { model } from './model.ts';
import { amount, or, seconds, whole } from './parameter.ts';

/**
 * When the control plane acts on nodes that fell silent, in seconds since their last lease renewal. The node controller looks every
 * `period`; `phase` is when it sees that renewal. It marks them Unknown after `grace` by its own clock, taints them in the next pass,
 * one after another at `eviction-rate`, and their Pods are deleted when their toleration is over. Source:
 * `node_lifecycle_controller.go` of Kubernetes.
 */
export const nodeFailure = model(
  {
    grace: or(50, seconds()),
    period: or(5, amount(0.1, 3600)),
    toleration: or(300, seconds()),
    'eviction-rate': or(0.1, amount(0.001, 100)),
    phase: or(2, amount(0, 3600)),
    nodes: or(1, whole(1, 100)),
  },
  ({ grace, period, toleration, 'eviction-rate': rate, phase, nodes }) => {
    const unknown = Math.ceil(grace / period - 1e-9) * period;
    const noExecute = unknown + period;
    const offset = phase % period;
    const taints = Array.from({ length: nodes }, (_, index) => noExecute + offset + index / rate);
    return {
      'unknown-at': unknown + offset,
      'unknown-earliest': unknown,
      'unknown-latest': unknown + period,
      'no-execute-at': noExecute + offset,
      'no-execute-earliest': noExecute,
      'no-execute-latest': noExecute + period,
      'deleted-at': noExecute + offset + toleration,
      'deleted-earliest': noExecute + toleration,
      'deleted-latest': noExecute + period + toleration,
      nodes: taints.map((at) => ({ 'no-execute-at': at, 'deleted-at': at + toleration })),
    };
  },
);
