import { model } from './model.ts';
import { amount, or, seconds, whole } from './parameter.ts';

/**
 * When the kubelet acts on a container that stopped answering, in seconds since it did. `breaks-at` is how long after the last good
 * probe that was; every probe from then on fails by its timeout. Source: the probe fields of Kubernetes' core/v1 API.
 */
export const probe = model(
  {
    period: or(10, amount(1, 3600)),
    timeout: or(1, amount(0.001, 3600)),
    failures: or(3, whole(1, 100)),
    successes: or(1, whole(1, 100)),
    'breaks-at': or(0, seconds(3600)),
  },
  ({ period, timeout, failures, successes, 'breaks-at': written }) => {
    const breaksAt = written % period;
    const failed = Array.from({ length: failures }, (_, index) => {
      const start = (index + 1) * period - breaksAt;
      return { start, at: start + timeout };
    });
    return {
      failures: failed,
      'not-ready-after': failures * period - breaksAt + timeout,
      earliest: (failures - 1) * period + timeout,
      latest: failures * period + timeout,
      'ready-again-earliest': (successes - 1) * period,
      'ready-again-latest': successes * period,
    };
  },
);
