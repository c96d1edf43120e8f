import { THEMES, themeWith, TOKEN_NAMES, type Theme, type ThemeName, type TokenName } from '../look/tokens.ts';

/** The theme with the tokens that the page sets as `--hopline-<token>`; the same object as before where nothing changed. */
export class PageTheme {
  private theme: Theme | undefined;
  private key = '';

  /** Reads the page's styles at an element that is in the page. */
  read(element: Element, name: ThemeName): Theme {
    const style = getComputedStyle(element);
    const own: Partial<Record<TokenName, string>> = {};
    for (const token of TOKEN_NAMES) {
      const value = style.getPropertyValue(`--hopline-${token}`).trim();
      if (value) own[token] = plainColour(value);
    }
    const key = name + JSON.stringify(own);
    if (this.theme && key === this.key) return this.theme;
    this.key = key;
    this.theme = Object.keys(own).length > 0 ? themeWith(THEMES[name], own) : THEMES[name];
    return this.theme;
  }
}

let colours: CanvasRenderingContext2D | null | undefined;

/** Any CSS colour as `#rrggbb` or `rgba()`: a canvas understands names, `hsl()` and `oklch()` too. */
function plainColour(value: string): string {
  colours ??= document.createElement('canvas').getContext('2d');
  if (!colours || !CSS.supports('color', value)) return '';
  colours.fillStyle = '#000';
  colours.fillStyle = value;
  return colours.fillStyle;
}
