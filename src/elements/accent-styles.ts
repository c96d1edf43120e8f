import { css, unsafeCSS, type CSSResult } from 'lit';
import { ACCENTS } from '../scenario/model.ts';

/** `data-accent="worker"` gives an element the colour `--_mark` of that accent. */
export const accentStyles: CSSResult = css`
  ${unsafeCSS(ACCENTS.map((name) => `[data-accent='${name}'] { --_mark: var(--_${name}); }`).join('\n'))}
`;
