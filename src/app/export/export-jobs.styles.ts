import { css } from 'lit';

export const exportJobsStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  h3 {
    margin: 0 0 8px;
    color: var(--_quiet);
    font-size: 14px;
    font-weight: 700;
  }
  ol {
    display: grid;
    gap: 8px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 8px;
    padding: 8px 6px 8px 14px;
    border: 1px solid var(--_rim);
    border-left: 4px solid var(--_line);
    border-radius: 12px;
    background: var(--_page);
  }
  li.running {
    border-left-color: var(--_accent);
  }
  li.done {
    border-left-color: var(--_worker);
  }
  li.failed {
    border-left-color: var(--_failure);
  }
  .name {
    font-weight: 700;
    overflow-wrap: anywhere;
  }
  .state {
    grid-column: 1;
    color: var(--_quiet);
    font-size: 14px;
    overflow-wrap: anywhere;
  }
  li.failed .state {
    color: var(--_failure);
  }
  .tools {
    display: flex;
    grid-area: 1 / 2 / span 2;
    align-items: center;
  }
  progress {
    grid-column: 1 / -1;
    width: calc(100% - 8px);
    height: 6px;
    margin: 6px 0 2px;
    --_bar: var(--_accent);
  }
`;
