import { model } from './model.ts';
import { amount, list, oneOrList, or, whole } from './parameter.ts';

/**
 * How many replicas the HorizontalPodAutoscaler asks for, from one metric and without a `behavior` field. Percentages are of what the
 * Pods request. Source: `replica_calculator.go` and `horizontal.go` of Kubernetes' Pod autoscaler.
 */
export const hpa = model(
  {
    replicas: whole(1, 10_000),
    usage: oneOrList(amount(0, 100_000)),
    target: amount(1, 1000),
    tolerance: or(0.1, amount(0, 1)),
    min: or(1, whole(0, 10_000)),
    max: whole(1, 10_000),
    window: or([], list(whole(0, 10_000))),
  },
  ({ replicas, usage, target, tolerance, min, max, window }) => {
    const utilization = Math.floor(usage.reduce((sum, each) => sum + each, 0) / Math.max(1, usage.length));
    const ratio = utilization / target;
    const isNear = ratio >= 1 - tolerance && ratio <= 1 + tolerance;
    const raw = isNear ? replicas : Math.ceil(ratio * replicas);
    const limitUp = Math.max(2 * replicas, 4);
    // Down only as far as the highest recommendation of the last five minutes.
    const stable = Math.max(raw, ...window);
    const desired = Math.max(Math.min(stable, limitUp, max), Math.min(min, max));
    const change = desired - replicas;
    return { utilization, ratio, raw, desired, 'limit-up': limitUp, direction: change > 0 ? 'up' : change < 0 ? 'down' : 'none', change };
  },
);
