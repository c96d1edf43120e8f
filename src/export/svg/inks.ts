import { accentColours, mix, type AccentName, type Theme } from '../../look/tokens.ts';

/** A colour in each of the picture's themes, 0xrrggbb. */
export type Colours = readonly number[];

/** `#rrggbb` of a number. */
export function hex(colour: number): string {
  return `#${colour.toString(16).padStart(6, '0')}`;
}

const number = (colour: string): number => Number.parseInt(colour.slice(1, 7), 16);

/**
 * The colours of a picture by what they are in each of its themes, as custom properties: the look's own by their names, mixed ones by numbers. One theme is
 * written as it is; of two the first one is for light surroundings and the second one for dark ones.
 */
export class Inks {
  private readonly names = new Map<string, string>();
  private readonly classes = new Map<string, string>();
  private mixed = 0;

  constructor(readonly themes: readonly Theme[]) {
    const tokens: [string, (theme: Theme) => string][] = (['page', 'card', 'frame', 'line', 'text', 'quiet', 'failure'] as const).map((name) => [name, (theme) => theme[name]]);
    for (const [name, of] of tokens) this.name(name, of);
    for (const name of Object.keys(themes[0]?.accents ?? {}) as AccentName[]) this.name(name, (theme) => theme.accents[name]);
  }

  /** What `fill` or `stroke` is set to for a colour. */
  css(colours: Colours): string {
    const key = colours.join();
    const known = this.names.get(key) ?? `m${(this.mixed++).toString(36)}`;
    this.names.set(key, known);
    return `var(--${known})`;
  }

  /** The class that fills, or draws lines, with a colour as `css` gives it. */
  classFor(property: 'fill' | 'stroke', css: string): string {
    const name = `${property === 'fill' ? 'f' : 's'}-${css.slice(6, -1)}`;
    this.classes.set(name, property === 'fill' ? `fill:${css}` : `stroke:${css};fill:none`);
    return name;
  }

  /** A colour that each theme has in its own way. */
  of(pick: (theme: Theme) => string): string {
    return this.css(this.themes.map((theme) => number(pick(theme))));
  }

  /** The colour of an accent. */
  accent(name: AccentName): string {
    return this.of((theme) => theme.accents[name]);
  }

  /** What can be read on an accent. */
  onAccent(name: AccentName): string {
    return this.of((theme) => accentColours(theme, name).onAccent);
  }

  /** A share of one token's colour over another's. */
  mix(under: 'page' | 'card', over: (theme: Theme) => string, share: number): string {
    return this.of((theme) => mix(theme[under], over(theme), share));
  }

  /** The rules that give the properties their values; asked for when all colours are known. */
  rules(): string {
    const schemes = [`:root{${this.values(0)}}`];
    if (this.themes.length > 1) schemes.push(`@media (prefers-color-scheme:dark){:root{${this.values(1)}}}`);
    return [...schemes, this.classRules()].join('\n');
  }

  /** What the properties are in the theme of that index, as declarations. */
  values(theme: number): string {
    return [...this.names].map(([key, name]) => `--${name}:${hex(Number(key.split(',')[theme]))}`).join(';');
  }

  /** The rules of all classes that fill or draw lines. */
  classRules(): string {
    return [...this.classes].map(([name, body]) => `.${name}{${body}}`).join('\n');
  }

  private name(name: string, of: (theme: Theme) => string): void {
    const key = this.themes.map((theme) => number(of(theme))).join();
    if (!this.names.has(key)) this.names.set(key, name);
  }
}
