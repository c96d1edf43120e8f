import { css } from 'lit';

/** What all parts share: box model, buttons, selects, focus rings, text that only screen readers get. */
export const baseStyles = css`
  :host {
    box-sizing: border-box;
    font-family: var(--_font);
    font-size: 15px;
    line-height: 1.4;
    font-weight: 500;
    color: var(--_text);
    font-variant-numeric: tabular-nums;
  }
  *,
  *::before,
  *::after {
    box-sizing: inherit;
  }
  [hidden] {
    display: none !important;
  }
  button,
  select {
    font: inherit;
    color: inherit;
  }
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-width: 40px;
    min-height: 40px;
    padding: 0 8px;
    border: 1px solid transparent;
    border-radius: 12px;
    background: none;
    color: var(--_quiet);
    cursor: pointer;
    white-space: nowrap;
  }
  .button svg {
    flex: none;
  }
  .button:hover {
    color: var(--_text);
    background: var(--_raised);
  }
  .button[aria-pressed='true'],
  .button[aria-expanded='true'] {
    color: var(--_accent);
  }
  .button:disabled {
    opacity: 0.45;
    cursor: default;
    background: none;
  }
  .select {
    min-height: 36px;
    max-width: 100%;
    padding: 0 26px 0 12px;
    border: 1px solid var(--_rim);
    border-radius: 999px;
    appearance: none;
    background: var(--_page)
      linear-gradient(45deg, transparent 50%, var(--_quiet) 50%) no-repeat right 15px center / 5px 5px;
    background-image: linear-gradient(45deg, transparent 50%, var(--_quiet) 50%), linear-gradient(-45deg, transparent 50%, var(--_quiet) 50%);
    background-position:
      right 15px center,
      right 10px center;
    background-size: 5px 5px;
    background-repeat: no-repeat;
    color: var(--_text);
    text-overflow: ellipsis;
    field-sizing: content;
    cursor: pointer;
  }
  .select option {
    background: var(--_card);
    color: var(--_text);
  }
  .select:hover {
    border-color: var(--_line);
  }
  .segments {
    display: inline-flex;
    gap: 4px;
  }
  .segments button {
    min-height: 36px;
    padding: 0 16px;
    border: 1px solid var(--_rim);
    border-radius: 999px;
    background: var(--_page);
    color: var(--_quiet);
    white-space: nowrap;
    cursor: pointer;
  }
  .segments button:hover {
    color: var(--_text);
    border-color: var(--_line);
  }
  .segments button[aria-pressed='true'] {
    background: color-mix(in srgb, var(--_line) 45%, var(--_page));
    border-color: transparent;
    color: var(--_text);
    font-weight: 700;
  }
  :focus-visible {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  a {
    color: var(--_link);
    text-decoration: none;
  }
  a:hover {
    text-decoration: underline;
  }
  .hidden-text {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    border: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  @media (pointer: coarse) {
    .button {
      min-width: 44px;
      min-height: 44px;
    }
    .select,
    .segments button {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .segments button[aria-pressed='true'],
    .button[aria-pressed='true'] {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
