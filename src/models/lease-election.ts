import { seededRandom } from '../shared/random.ts';
import { model } from './model.ts';
import { amount, list, or, seconds, text } from './parameter.ts';

/**
 * Which standby takes the lease of a leader that is gone, in seconds since its last renewal. A standby looks every `retry` × 1 to
 * 1 + `jitter`, and waits for `lease` since it last saw a change, by its own clock. Source: `leaderelection.go` of client-go.
 */
export const leaseElection = model(
  {
    lease: or(15, seconds()),
    renew: or(10, seconds()),
    retry: or(2, amount(0.01, 3600)),
    jitter: or(1.2, amount(0, 10)),
    standbys: list(text(), 20),
    seed: or('lease', text()),
  },
  ({ lease, renew, retry, jitter, standbys, seed }) => {
    const takeovers = standbys.map((name, index) => {
      const random = seededRandom(`lease ${seed} ${index}`);
      const wait = (): number => retry * (1 + random() * jitter);
      const seen = random() * wait();
      let at = seen;
      // It must be past the end of the lease, not at it.
      while (at <= seen + lease) at += wait();
      return { name, at };
    });
    const [winner, loser] = takeovers.sort((a, b) => a.at - b.at);
    return {
      winner: winner?.name ?? '',
      'takeover-after': winner?.at ?? 0,
      loser: loser?.name ?? '',
      'gives-up-after': renew,
      earliest: lease,
      latest: lease + 2 * retry * (1 + jitter),
    };
  },
);
