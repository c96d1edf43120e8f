import { model } from './model.ts';
import { maybe, or, seconds } from './parameter.ts';

/** What is left for SIGTERM at least, even when `preStop` took all of the grace period. */
const LEAST_WINDOW = 2;

/**
 * How a Pod's container ends, in seconds since the deletion was asked for: `preStop` counts against the grace period, then SIGTERM,
 * and SIGKILL for one that is still there at its end. Source: `killContainer` in Kubernetes' `kuberuntime_container.go`.
 */
export const termination = model(
  { grace: or(30, seconds()), 'pre-stop': or(0, seconds()), 'exits-after': maybe(seconds()) },
  ({ grace, 'pre-stop': preStop, 'exits-after': exitsAfter }) => {
    const sigterm = Math.min(preStop, grace);
    const sigkill = sigterm + Math.max(LEAST_WINDOW, grace - sigterm);
    const exit = exitsAfter === undefined ? Infinity : sigterm + exitsAfter;
    const killed = exit > sigkill;
    return {
      'sigterm-at': sigterm,
      'exit-at': Math.min(exit, sigkill),
      'sigkill-at': sigkill,
      killed,
      left: killed ? 0 : sigkill - exit,
      'exit-code': killed ? 137 : 0,
    };
  },
);
