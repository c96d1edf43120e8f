import { css } from 'lit';

/** What the parts of the session page share: buttons, pills that lead to scenarios, quiet lines, bars of progress. */
export const sessionStyles = css`
  h2,
  h3,
  h4,
  h5,
  p,
  ul,
  ol {
    margin: 0;
    padding: 0;
  }
  ul,
  ol {
    list-style: none;
  }
  h2,
  h3,
  h4,
  p,
  li {
    word-break: keep-all;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .act {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    min-height: 44px;
    padding: 0 18px;
    border: 1px solid var(--_line);
    border-radius: 12px;
    background: var(--_card);
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    white-space: nowrap;
    cursor: pointer;
  }
  .act:hover {
    border-color: var(--_accent);
    background: var(--_raised);
    text-decoration: none;
  }
  .act.main {
    border-color: var(--_accent);
    background: var(--_accent);
    color: var(--_page);
    font-weight: 700;
  }
  .act.main:hover {
    background: color-mix(in srgb, var(--_accent) 85%, var(--_text));
  }
  .places {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .place {
    display: inline-flex;
    align-items: center;
    gap: 7px;
    min-height: 32px;
    padding: 3px 12px 3px 10px;
    border: 1px solid var(--_frame);
    border-radius: 16px;
    background: var(--_card);
    color: var(--_text);
    font-size: 14px;
    line-height: 1.3;
  }
  .place:hover {
    border-color: var(--_link);
    text-decoration: none;
  }
  .place svg {
    flex: none;
    color: var(--_link);
  }
  .place .more {
    color: var(--_quiet);
  }
  .handout {
    color: var(--_quiet);
    font-size: 14px;
  }
  progress {
    display: block;
    width: 100%;
    height: 8px;
    --_bar: var(--_worker);
  }
  progress::-webkit-progress-value {
    border-radius: 999px;
  }
  @media (pointer: coarse) {
    .place {
      min-height: 44px;
      padding-inline: 14px;
    }
  }
  @media (forced-colors: active) {
    .act.main {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
    progress::-webkit-progress-value {
      background: Highlight;
    }
  }
`;
