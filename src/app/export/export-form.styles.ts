import { css } from 'lit';

export const exportFormStyles = css`
  :host {
    display: grid;
    align-content: start;
    gap: 20px;
    min-width: 0;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 0;
    border: 0;
  }
  legend {
    padding: 0;
    margin-bottom: 8px;
    color: var(--_quiet);
    font-size: 14px;
    font-weight: 700;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(142px, 1fr));
    gap: 8px;
  }
  .card {
    position: relative;
    display: grid;
    align-content: center;
    min-height: 54px;
    padding: 7px 12px;
    border: 1px solid var(--_rim);
    border-radius: 12px;
    background: var(--_page);
    cursor: pointer;
  }
  .card:hover {
    border-color: var(--_line);
  }
  .card input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .card:has(:checked) {
    border-color: var(--_accent);
    background: var(--_raised);
    box-shadow: inset 0 0 0 1px var(--_accent);
  }
  .card:has(:focus-visible) {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .name {
    font-weight: 700;
    line-height: 1.3;
  }
  .what {
    color: var(--_quiet);
    font-size: 13px;
    line-height: 1.3;
  }
  .note {
    margin: 10px 0 0;
    padding: 8px 12px;
    border-left: 4px solid var(--_networking);
    border-radius: 4px;
    background: var(--_page);
    font-size: 14px;
  }
  .note:empty {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 12px;
  }
  .field {
    display: grid;
    gap: 4px;
    min-width: 0;
  }
  .field.wide {
    grid-column: 1 / -1;
  }
  .field span {
    color: var(--_quiet);
    font-size: 13px;
  }
  .select {
    width: 100%;
    min-height: 40px;
    border-radius: 12px;
    field-sizing: fixed;
  }
  @media (pointer: coarse) {
    .select {
      min-height: 44px;
    }
  }
  @media (forced-colors: active) {
    .card:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
