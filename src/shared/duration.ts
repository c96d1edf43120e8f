const UNITS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60, h: 3600 };

/** How a duration is written: `700ms`, `2s`, `1.5s`, `5m`, `2h`. */
export const DURATION_PATTERN = /^(\d{1,12}(?:\.\d{1,6})?)(ms|s|m|h)$/;

/** Seconds of a written duration; a bare number is seconds; undefined when it is none. */
export function durationSeconds(value: string | number | undefined): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? value : undefined;
  const match = value === undefined ? null : DURATION_PATTERN.exec(value);
  if (!match) return undefined;
  // Through integers of microseconds, so that 700ms is 0.7 and not 0.7000000000000001.
  return Math.round(Number(match[1]) * (UNITS[match[2] as string] as number) * 1e6) / 1e6;
}
