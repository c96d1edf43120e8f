import { css } from 'lit';

/** Looks of the list of steps. */
export const stepsStyles = css`
  .head {
    justify-content: space-between;
    padding: 12px 8px 8px 16px;
  }
  .list {
    position: relative;
    flex: 1 1 auto;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 4px 10px 12px;
  }
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .go {
    display: flex;
    align-items: baseline;
    gap: 12px;
    width: 100%;
    min-height: 40px;
    padding: 8px 12px;
    border: 1px solid transparent;
    border-radius: 12px;
    background: none;
    color: var(--_text);
    text-align: start;
    cursor: pointer;
  }
  .go:hover {
    background: color-mix(in srgb, var(--_line) 18%, transparent);
  }
  .go:focus-visible {
    outline-offset: -2px;
  }
  .number {
    flex: none;
    min-width: 28px;
    color: var(--_quiet);
    font-weight: 700;
  }
  .step > .go > .title {
    font-weight: 700;
  }
  .title {
    min-width: 0;
    overflow-wrap: anywhere;
    word-break: keep-all;
  }
  .way {
    display: block;
    color: var(--_quiet);
    font-size: 13px;
  }
  .failure {
    color: var(--_failure);
    font-weight: 700;
  }
  .message .go {
    padding-inline-start: 36px;
    font-size: 14px;
  }
  .message .number {
    min-width: 32px;
  }
  .step.now > .go .number,
  .message.now .number {
    color: var(--_mark);
  }
  .step.now > .go {
    background: color-mix(in srgb, var(--_mark) 12%, transparent);
  }
  .message.now .go {
    border-color: var(--_mark);
    background: color-mix(in srgb, var(--_mark) 14%, var(--_card));
  }
  .rest {
    margin: 0 0 8px 80px;
    color: var(--_quiet);
    font-size: 13px;
  }
  .dot {
    flex: none;
    align-self: center;
    width: 10px;
    height: 10px;
    border-radius: 50%;
    background: var(--_mark);
  }
  .step {
    content-visibility: auto;
    contain-intrinsic-size: auto 120px;
  }
  :host([flat]) .list {
    padding: 0 0 8px;
  }
  :host([flat]) .go {
    min-height: 44px;
    padding-inline-start: 12px;
    font-size: 15px;
  }
  @media (forced-colors: active) {
    .now > .go {
      border-color: Highlight;
    }
  }
`;
