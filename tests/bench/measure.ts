/** One figure of a run. */
export interface Measure {
  /** What was measured, in words. */
  readonly name: string;
  readonly unit: 'ms' | 'kB' | 'MB' | 'times' | 'draws' | 'tokens' | 'maps' | 'players' | 'canvases' | 'contexts' | 's' | 'frames/s';
  /** The median where there are several samples. */
  readonly value: number;
  /** It must not be more; undefined: told, not judged. */
  readonly most?: number;
  /** It must not be less. */
  readonly least?: number;
  /** Of timed work: how many samples, and how they spread. */
  readonly samples?: number;
  readonly p95?: number;
}

/** A measure of several samples: their median, and the 95th percentile. */
export function timed(name: string, samples: readonly number[], most?: number): Measure {
  const rest = most === undefined ? {} : { most };
  return { name, unit: 'ms', value: quantile(samples, 0.5), ...rest, samples: samples.length, p95: quantile(samples, 0.95) };
}

/** A measure of a single figure. */
export function counted(name: string, unit: Measure['unit'], value: number, most?: number): Measure {
  return { name, unit, value, ...(most === undefined ? {} : { most }) };
}

/** A measure of a single figure of which more is better. */
export function least(name: string, unit: Measure['unit'], value: number, limit?: number): Measure {
  return { name, unit, value, ...(limit === undefined ? {} : { least: limit }) };
}

/** The value below which this share of the samples lies; NaN without samples. */
export function quantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Whether a measure keeps its limit; one that could not be taken does not. */
export function kept({ value, most = Infinity, least: limit = -Infinity }: Measure): boolean {
  return Number.isFinite(value) && value <= most && value >= limit;
}
