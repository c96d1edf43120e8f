/** How a GIF is made: what decides its size. */
export interface GifQuality {
  /** Share of the width and height that were asked for. */
  readonly scale: number;
  readonly fps: number;
  /** Of the palette, at most 256. */
  readonly colours: number;
}

/** From the best down: first fewer frames, then fewer colours, then a smaller picture, as that is the order in which it is missed least. */
const STEPS: readonly (readonly [fps: number, colours: number, scale: number])[] = [
  [15, 256, 1], [12, 256, 1], [10, 256, 1], [10, 128, 1], [10, 64, 1], [8, 64, 0.9], [8, 64, 0.8], [8, 48, 0.7], [8, 32, 0.6], [6, 32, 0.5], [5, 32, 0.4], [4, 16, 0.35], [3, 16, 0.3],
];

/** Bytes grow a little less than with the number of colours' bits. */
const weightOf = ({ fps, colours, scale }: GifQuality): number => fps * scale ** 2 * (0.35 + (0.65 * Math.log2(colours)) / 8);

/** Every quality that is no better than the one that was asked for, from the best down. */
export function qualitiesBelow(fps: number): GifQuality[] {
  const asked: GifQuality = { scale: 1, fps, colours: 256 };
  const lower = STEPS.map(([rate, colours, scale]) => ({ fps: Math.min(fps, rate), colours, scale }));
  return [asked, ...lower].filter((one, at, all) => all.findIndex((other) => weightOf(other) === weightOf(one)) === at);
}

/**
 * What to try next, after a quality gave too many bytes: the best of the lower ones that should fit, by how many bytes the last one had for its weight.
 * Undefined where even the lowest was tried.
 */
export function nextQuality(all: readonly GifQuality[], tried: GifQuality, bytes: number, limit: number): GifQuality | undefined {
  const lower = all.slice(all.indexOf(tried) + 1);
  return lower.find((one) => (bytes * weightOf(one)) / weightOf(tried) <= limit) ?? lower.at(-1);
}

/** Bytes of a size as a person writes it: `10MB`, `800KB`, `2.5 MB`; undefined where it is none. */
export function bytesOf(written: string): number | undefined {
  const [, number, unit = ''] = /^(\d+(?:\.\d+)?)\s*(k|m)?b?$/i.exec(written.trim()) ?? [];
  if (number === undefined) return undefined;
  return Math.round(Number(number) * ({ k: 1e3, m: 1e6 }[unit.toLowerCase()] ?? 1));
}
