import { css, unsafeCSS, type CSSResult } from 'lit';
import { THEMES, TOKEN_NAMES, type Theme, type TokenName } from '../look/tokens.ts';
import { FONT_STACK } from '../look/type.ts';

/** A theme's colour by the name of its token. */
export function tokenOf(theme: Theme, name: TokenName): string {
  return name in theme.accents ? theme.accents[name as keyof Theme['accents']] : (theme as unknown as Record<string, string>)[name] ?? '';
}

function tokensOf(theme: Theme): string {
  const own = TOKEN_NAMES.map((name) => `--_${name}: var(--hopline-${name}, ${tokenOf(theme, name)});`).join('');
  return `.root[data-theme='${theme.name}'] { color-scheme: ${theme.scheme}; ${own} }`;
}

/** The look's tokens as custom properties of the player's parts: `--_text` is the page's `--hopline-text`, else the theme's own colour. */
export const themeStyles: CSSResult = css`
  ${unsafeCSS(Object.values(THEMES).map(tokensOf).join('\n'))}
  .root {
    --_font: var(--hopline-font, ${unsafeCSS(FONT_STACK)});
    --_accent: var(--_control-plane);
    --_panel: color-mix(in srgb, var(--_card) 45%, var(--_page));
    --_raised: color-mix(in srgb, var(--_accent) 14%, var(--_card));
    --_track: color-mix(in srgb, var(--_line) 45%, var(--_page));
    --_rim: var(--_frame);
    --_link: var(--_clients);
    --_shadow: 0 12px 40px rgb(0 0 0 / 0.35);
    --_radius: 16px;
  }
  .root[data-theme='contrast'] {
    --_panel: var(--_page);
    --_raised: #262626;
    --_track: #6b6b6b;
  }
  @media (forced-colors: active) {
    .root[data-theme] {
      --_page: Canvas;
      --_card: Canvas;
      --_panel: Canvas;
      --_raised: Canvas;
      --_text: CanvasText;
      --_quiet: CanvasText;
      --_frame: CanvasText;
      --_rim: CanvasText;
      --_line: CanvasText;
      --_track: GrayText;
      --_accent: Highlight;
      --_link: LinkText;
    }
  }
`;
