import { accentColours, type Theme } from '../look/tokens.ts';
import type { Accent } from '../scenario/model.ts';

/** An accent as the opaque colours that are drawn with it. */
export interface AccentPaint {
  readonly accent: number;
  readonly iconFill: number;
  /** Text on the accent itself: the number on a token. */
  readonly onAccent: number;
}

/** The theme as the numbers that Pixi takes fastest (0xrrggbb), so that no colour text is parsed while drawing. */
export interface Palette {
  readonly page: number;
  readonly card: number;
  readonly frame: number;
  readonly line: number;
  readonly text: number;
  readonly quiet: number;
  readonly failure: number;
  readonly accents: Readonly<Record<Accent, AccentPaint>>;
  /** High contrast is drawn with firmer lines and without tints. */
  readonly firm: boolean;
  /** Nothing is drawn behind the story: what only gives the page back where something else stood is left out. */
  readonly bare: boolean;
}

/** The numbers of a theme; `bare` where the page itself is not drawn. */
export function paletteOf(theme: Theme, bare = false): Palette {
  const paint = (accent: Accent): [Accent, AccentPaint] => {
    const colours = accentColours(theme, accent);
    return [accent, { accent: hex(colours.accent), iconFill: hex(colours.iconFill), onAccent: hex(colours.onAccent) }];
  };
  return {
    page: hex(theme.page),
    card: hex(theme.card),
    frame: hex(theme.frame),
    line: hex(theme.line),
    text: hex(theme.text),
    quiet: hex(theme.quiet),
    failure: hex(theme.failure),
    accents: Object.fromEntries((Object.keys(theme.accents) as Accent[]).map(paint)) as Record<Accent, AccentPaint>,
    firm: theme.name === 'contrast',
    bare,
  };
}

/** A colour between two, `share` of the way from `a` to `b`: an opaque stand-in for `b` at that opacity over `a`. */
export function blend(a: number, b: number, share: number): number {
  const channel = (shift: number): number => {
    const from = (a >> shift) & 255;
    return Math.round(from + (((b >> shift) & 255) - from) * share) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

/** Between two numbers. */
export function lerp(a: number, b: number, share: number): number {
  return a + (b - a) * share;
}

function hex(colour: string): number {
  return Number.parseInt(colour.slice(1, 7), 16);
}
