import { model } from './model.ts';
import { cpu, fields, memory, or, seconds, whole } from './parameter.ts';

/**
 * How many nodes of a node group the Cluster Autoscaler adds for equal Pods that fit nowhere. It counts what the Pods request, and
 * looks every `scan` seconds. Source: the FAQ of kubernetes/autoscaler.
 */
export const clusterAutoscaler = model(
  {
    pending: fields({ cpu: or(0, cpu()), memory: or(0, memory()), count: or(1, whole(1, 10_000)) }),
    template: fields({ cpu: cpu(), memory: memory(), pods: or(110, whole(1, 1000)) }),
    scan: or(10, seconds(3600)),
  },
  ({ pending, template, scan }) => {
    const times = (all: number, each: number): number => (each > 0 ? Math.floor(all / each) : Infinity);
    const fits = Math.min(times(template.cpu, pending.cpu), times(template.memory, pending.memory), template.pods);
    return {
      'fits-per-node': fits,
      // A node on which not even one of them fits would not help.
      'nodes-needed': fits > 0 ? Math.ceil(pending.count / fits) : 0,
      helps: fits > 0,
      'seen-latest': scan,
    };
  },
);
