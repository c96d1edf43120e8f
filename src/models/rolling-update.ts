import { model } from './model.ts';
import { or, share, whole } from './parameter.ts';

/** Replicas that the two ReplicaSets ask for, and what of them is available. */
// oxlint-disable-next-line typescript/consistent-type-definitions -- an interface is no map of results
type State = { readonly old: number; readonly new: number; readonly available: number; readonly total: number };

/**
 * How a Deployment replaces its Pods: the sequence of states of its two ReplicaSets. Each batch becomes ready together. Source: the
 * Deployment controller of Kubernetes, `pkg/controller/deployment/rolling.go`, and `ResolveFenceposts`.
 */
export const rollingUpdate = model(
  { replicas: whole(1, 200), 'max-surge': or('25%', share(200)), 'max-unavailable': or('25%', share(200)) },
  ({ replicas, 'max-surge': maxSurge, 'max-unavailable': maxUnavailable }) => {
    const surge = resolve(maxSurge, replicas, Math.ceil);
    const written = resolve(maxUnavailable, replicas, Math.floor);
    // Both zero would stand still for ever.
    const unavailable = surge === 0 && written === 0 ? 1 : Math.min(written, replicas);
    return {
      surge,
      unavailable,
      'max-pods': replicas + surge,
      'min-available': replicas - unavailable,
      states: statesOf(replicas, surge, unavailable),
    };
  },
);

function resolve(value: number | string, replicas: number, round: (value: number) => number): number {
  return typeof value === 'number' ? value : round((Number.parseInt(value, 10) * replicas) / 100);
}

function statesOf(replicas: number, surge: number, unavailable: number): State[] {
  let [old, fresh, ready] = [replicas, 0, 0];
  const states: State[] = [];
  const note = (): void => void states.push({ old, new: fresh, available: old + ready, total: old + fresh });
  note();
  while (old > 0 || ready < replicas) {
    const room = replicas + surge - (old + fresh);
    const more = Math.min(room, replicas - fresh);
    // Those that are not available yet count as if they never would be.
    const less = Math.min(old + fresh - (replicas - unavailable) - (fresh - ready), old);
    if (more > 0) fresh += more;
    else if (less > 0) old -= less;
    else ready = fresh;
    note();
  }
  return states;
}
