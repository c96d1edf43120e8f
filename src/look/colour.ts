/** Red, green, blue in 0–255 and alpha in 0–1. */
export interface Rgba {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly a: number;
}

const HEX = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i;
const RGB = /^rgba?\(\s*([\d.]+)[\s,]+([\d.]+)[\s,]+([\d.]+)(?:[\s,/]+([\d.]+%?))?\s*\)$/i;

function fromHex(text: string): Rgba {
  const digits = text.length < 6 ? [...text.slice(1)].map((c) => c + c).join('') : text.slice(1);
  const at = (i: number): number => parseInt(digits.slice(i, i + 2), 16);
  return { r: at(0), g: at(2), b: at(4), a: digits.length === 8 ? at(6) / 255 : 1 };
}

/** Reads `#rgb`, `#rrggbb` (with alpha too) and `rgb()`; undefined where it is none of these. */
export function parseColour(text: string): Rgba | undefined {
  const trimmed = text.trim();
  if (HEX.test(trimmed)) return fromHex(trimmed);
  const match = RGB.exec(trimmed);
  if (!match) return undefined;
  const [r, g, b] = [match[1], match[2], match[3]].map((value) => Math.min(255, Number(value))) as [number, number, number];
  if (![r, g, b].every(Number.isFinite)) return undefined;
  const alpha = match[4] ?? '1';
  return { r, g, b, a: Math.min(1, alpha.endsWith('%') ? parseFloat(alpha) / 100 : Number(alpha)) };
}

/** `#rrggbb`, without alpha. */
export function toHex({ r, g, b }: Pick<Rgba, 'r' | 'g' | 'b'>): string {
  return `#${[r, g, b].map((value) => Math.round(value).toString(16).padStart(2, '0')).join('')}`;
}

function required(text: string): Rgba {
  const colour = parseColour(text);
  if (!colour) throw new RangeError(`Not a colour: ${text}`);
  return colour;
}

/** `share` (0–1) of `over` laid on `under`, as an opaque `#rrggbb`: overlaps of opaque fills never shine through. Throws on what is no colour. */
export function mix(under: string, over: string, share: number): string {
  const a = required(under);
  const b = required(over);
  const part = (from: number, to: number): number => from + (to - from) * share;
  return toHex({ r: part(a.r, b.r), g: part(a.g, b.g), b: part(a.b, b.b) });
}

function luminance(text: string): number {
  const { r, g, b } = required(text);
  const [x, y, z] = [r, g, b].map((value) => {
    const s = value / 255;
    return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * x + 0.7152 * y + 0.0722 * z;
}

/** The contrast of two colours by WCAG 2, 1–21. Throws on what is no colour. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Whichever of two colours stands out more from a ground. Throws on what is no colour. */
export function clearer(ground: string, one: string, other: string): string {
  return contrast(ground, one) >= contrast(ground, other) ? one : other;
}
