import { model } from './model.ts';
import { amount, or, seconds, whole } from './parameter.ts';

/**
 * How long a container that crashes at once waits before each restart, in seconds: the first restart comes at once, then the waits
 * grow up to a cap. `starts` begins with its very first start. Source: the kubelet's restart back-off, Pod lifecycle page.
 */
export const backoff = model(
  { first: or(10, seconds(3600)), factor: or(2, amount(1, 10)), cap: or(300, seconds()), crashes: whole(1, 100) },
  ({ first, factor, cap, crashes }) => {
    const waits = Array.from({ length: crashes }, (_, index) => (index === 0 ? 0 : Math.min(cap, first * factor ** (index - 1))));
    const starts = [0];
    for (const wait of waits) starts.push((starts.at(-1) as number) + wait);
    return { waits, starts };
  },
);
