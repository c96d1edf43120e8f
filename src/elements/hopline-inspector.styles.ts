import { css } from 'lit';

/** Looks of the inspector. */
export const inspectorStyles = css`
  .head {
    justify-content: space-between;
    padding: 12px 8px 4px 20px;
  }
  h3 {
    margin: 0;
    font-size: 14px;
    font-weight: 500;
    color: var(--_quiet);
  }
  .body {
    flex: 1 1 auto;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 4px 20px 20px;
    overflow-wrap: anywhere;
    word-break: keep-all;
  }
  .body:focus-visible {
    outline-offset: -3px;
  }
  h4 {
    margin: 0;
    color: var(--_mark);
    font-size: 21px;
    line-height: 1.3;
  }
  .subtitle,
  .kind,
  .hint {
    margin: 2px 0 0;
    color: var(--_quiet);
  }
  dl {
    margin: 12px 0 0;
  }
  dt {
    margin-top: 12px;
    color: var(--_quiet);
    font-size: 13px;
  }
  dd {
    margin: 2px 0 0;
  }
  dd a {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 24px;
  }
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .node {
    min-height: 28px;
    padding: 0 2px;
    border: 0;
    background: none;
    color: var(--_link);
    font: inherit;
    cursor: pointer;
  }
  .node:hover {
    text-decoration: underline;
  }
  .facts {
    margin-inline-start: 8px;
    color: var(--_quiet);
    font-size: 13px;
  }
  code,
  pre {
    font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
    font-size: 13px;
  }
  pre {
    max-height: 260px;
    margin: 4px 0 0;
    padding: 12px;
    overflow: auto;
    border: 1px solid var(--_rim);
    border-radius: 10px;
    background: var(--_page);
    white-space: pre;
  }
`;
