import { model } from './model.ts';
import { amount, or, seconds } from './parameter.ts';

/**
 * When somebody hears of something that broke, in seconds since it did: the next scrape sees it, the next evaluation makes the alert
 * pending, an evaluation after `for` makes it fire, and Alertmanager waits for others of its group. `breaks-at` is how long after a
 * scrape it broke; evaluations come `evaluation-phase` after scrapes. Source: the configuration pages of Prometheus and Alertmanager.
 */
export const alert = model(
  {
    scrape: or(60, amount(1, 3600)),
    evaluation: or(60, amount(1, 3600)),
    'evaluation-phase': or(0, seconds(3600)),
    for: or(0, seconds()),
    'group-wait': or(30, seconds()),
    'breaks-at': or(0, seconds(3600)),
  },
  ({ scrape, evaluation, 'evaluation-phase': phase, for: lasts, 'group-wait': wait, 'breaks-at': written }) => {
    const breaksAt = written % scrape;
    const next = (time: number): number => phase + Math.ceil((time - phase) / evaluation - 1e-9) * evaluation;
    const pending = next(scrape);
    const firing = next(pending + lasts);
    return {
      'scraped-at': scrape - breaksAt,
      'pending-at': pending - breaksAt,
      'firing-at': firing - breaksAt,
      'notified-at': firing - breaksAt + wait,
      latest: scrape + evaluation + Math.ceil(lasts / evaluation) * evaluation + wait,
    };
  },
);
