import { css } from 'lit';

export const problemReportStyles = css`
  dialog {
    width: min(820px, calc(100vw - 24px));
    max-height: calc(100dvh - 48px);
    padding: 0;
    border: 1px solid var(--_frame);
    border-radius: 20px;
    background: var(--_card);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.55);
  }
  .sheet {
    padding: 24px 28px 28px;
  }
  .head {
    display: flex;
    align-items: flex-start;
    gap: 16px;
  }
  h2 {
    flex: 1;
    margin: 4px 0 0;
    font-size: 22px;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .count {
    margin: 2px 0 16px;
    color: var(--_quiet);
  }
  ol {
    display: grid;
    gap: 20px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    min-width: 0;
    padding-left: 16px;
    border-left: 4px solid var(--_networking);
  }
  li.error {
    border-color: var(--_failure);
  }
  li.info {
    border-color: var(--_clients);
  }
  .message {
    font-size: 16px;
    line-height: 1.5;
    overflow-wrap: anywhere;
  }
  .severity {
    margin-right: 8px;
    font-weight: 700;
  }
  .error .severity {
    color: var(--_failure);
  }
  .place {
    margin-top: 2px;
    color: var(--_quiet);
    font-size: 14px;
    overflow-wrap: anywhere;
  }
  .where {
    color: var(--_link);
    font-weight: 700;
    user-select: all;
  }
  .path {
    margin-left: 8px;
  }
  pre {
    margin: 8px 0 0;
    padding: 8px 12px;
    overflow-x: auto;
    border-radius: 8px;
    background: var(--_page);
    font: 14px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, var(--_font), monospace;
  }
  pre .line {
    margin-right: 14px;
    color: var(--_quiet);
    user-select: none;
  }
  mark {
    border-bottom: 2px solid var(--_failure);
    background: none;
    color: inherit;
  }
  dl {
    margin: 8px 0 0;
    font-size: 14px;
  }
  dl div {
    display: flex;
    gap: 8px;
  }
  dt {
    flex: none;
    color: var(--_quiet);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  @media (max-width: 719px) {
    .sheet {
      padding: 16px 18px 20px;
    }
  }
`;
