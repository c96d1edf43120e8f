/** A value at a time of the story, seconds; numbers that change together stand in one. */
export interface Sample {
  readonly time: number;
  readonly value: readonly number[];
}

/** What is nearer than this, seconds, happens at once. */
export const AT_ONCE = 2e-4;

/** How some numbers change over a story, from samples in the order of time; repeats take no room. */
export class Series {
  private readonly kept: Sample[] = [];
  private until = 0;

  /** Notes the value at a time that is not before the last one. */
  add(time: number, value: readonly number[]): void {
    const last = this.kept.at(-1);
    if (last && same(last.value, value)) {
      this.until = time;
      return;
    }
    if (last && this.until > last.time) this.kept.push({ time: this.until, value: last.value });
    this.kept.push({ time, value });
    this.until = time;
  }

  /** Notes that nothing has changed up to a time. */
  stay(time: number): void {
    this.until = time;
  }

  get first(): readonly number[] | undefined {
    return this.kept[0]?.value;
  }

  /** Whether it never changes. */
  get constant(): boolean {
    return this.kept.length <= 1;
  }

  /** Whether it is never farther from where it begins than `tolerance`. */
  within(tolerance: number): boolean {
    const base = this.first ?? [];
    return this.kept.every(({ value }) => value.every((one, i) => Math.abs(one - (base[i] as number)) <= tolerance));
  }

  /** All samples at which something changes. */
  get samples(): readonly Sample[] {
    return this.kept;
  }

  /** The fewest of the samples between which straight lines stay as near to all as `tolerance`. */
  simplified(tolerance: number): readonly Sample[] {
    const all = this.kept;
    if (all.length < 3) return this.kept;
    const keep = new Uint8Array(all.length);
    keep[0] = keep[all.length - 1] = 1;
    const open: [number, number][] = [[0, all.length - 1]];
    for (let range = open.pop(); range; range = open.pop()) {
      const at = offFrom(all, ...range, STRAIGHT, tolerance);
      if (at === undefined) continue;
      keep[at] = 1;
      open.push([range[0], at], [at, range[1]]);
    }
    return all.filter((_, i) => keep[i] === 1);
  }
}

/** How a share of a way's time becomes a share of the way. */
type Ease = (share: number) => number;

const STRAIGHT: Ease = (share) => share;

/** How hops go: slowly at both ends. */
const IN_OUT: Ease = (share) => (share < 0.5 ? 2 * share * share : 1 - 2 * (1 - share) * (1 - share));
/** Samples that a single movement has at most. */
const LONGEST_MOVE = 100;

/** The fewest of some samples between which movements that are slow at both ends stay as near to all as `tolerance`. */
export function easedSamples(all: readonly Sample[], tolerance: number): readonly Sample[] {
  const fewest = [0];
  const before: number[] = [0];
  for (let j = 1; j < all.length; j++) {
    fewest[j] = Infinity;
    for (let i = j - 1; i >= Math.max(0, j - LONGEST_MOVE); i--) {
      const count = (fewest[i] as number) + 1;
      if (count < (fewest[j] as number) && offFrom(all, i, j, IN_OUT, tolerance) === undefined) [fewest[j], before[j]] = [count, i];
    }
  }
  const kept: Sample[] = [];
  for (let at = all.length - 1; at > 0; at = before[at] as number) kept.push(all[at] as Sample);
  return [...all.slice(0, 1), ...kept.reverse()];
}

function same(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((value, i) => Math.abs(value - (b[i] as number)) < 1e-6);
}

/** The sample that is farthest from the way between two others; undefined where all are near enough. */
function offFrom(all: readonly Sample[], first: number, last: number, ease: Ease, tolerance: number): number | undefined {
  const a = all[first] as Sample;
  const b = all[last] as Sample;
  let most = tolerance;
  let found: number | undefined;
  for (let i = first + 1; i < last; i++) {
    const { time, value } = all[i] as Sample;
    const share = b.time > a.time ? ease((time - a.time) / (b.time - a.time)) : 0;
    for (let k = 0; k < value.length; k++) {
      const off = Math.abs((value[k] as number) - ((a.value[k] as number) + ((b.value[k] as number) - (a.value[k] as number)) * share));
      if (off > most) [most, found] = [off, i];
    }
  }
  return found;
}
