import { css } from 'lit';

/** Looks of the header; it folds by the width of the player, not of the page. */
export const headerStyles = css`
  :host {
    display: flex;
    align-items: center;
    gap: 16px;
    min-height: 56px;
    padding: 8px 20px;
  }
  .title {
    flex: 1 1 0;
    min-width: 116px;
    margin: 0;
    overflow: hidden;
    font-size: 17px;
    font-weight: 500;
    color: var(--_quiet);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  /* Where there is no room for both, the scenario's own name takes the place of the line with the architecture's. */
  h2.title {
    display: flex;
    flex-wrap: wrap-reverse;
    align-content: flex-end;
    height: 1.4em;
  }
  .where {
    white-space: pre;
  }
  .name {
    min-width: 0;
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  select.title {
    flex: 0 1 auto;
    margin-inline-end: auto;
    color: var(--_text);
  }
  .settings {
    display: flex;
    align-items: center;
    gap: 16px;
    min-width: 0;
  }
  .settings > *,
  .language {
    flex: none;
  }
  .settings > .choice {
    flex: 0 1 auto;
    min-width: 80px;
    max-width: 220px;
    text-overflow: ellipsis;
  }
  .level-select,
  .view-select {
    display: none;
  }
  @container player (width < 1480px) {
    .with-choices .levels {
      display: none;
    }
    .with-choices .level-select {
      display: block;
    }
  }
  @container player (width < 1180px) {
    .levels {
      display: none;
    }
    .level-select {
      display: block;
    }
  }
  @container player (width < 900px) {
    .views {
      display: none;
    }
    .view-select {
      display: block;
    }
    :host {
      gap: 12px;
    }
    .settings {
      gap: 8px;
    }
  }
  @media (max-height: 500px) {
    :host {
      min-height: 46px;
      padding-block: 1px;
    }
  }
  @container player (width < 640px) {
    :host {
      gap: 8px;
      padding: 8px 16px;
    }
    .title {
      font-size: 20px;
      font-weight: 700;
      color: var(--_text);
    }
    .where,
    .settings {
      display: none;
    }
    .language {
      border-color: transparent;
      color: var(--_quiet);
      font-weight: 700;
    }
  }
`;
