import { css } from 'lit';

/** Looks of the layers' panel. */
export const layersStyles = css`
  .head {
    gap: 8px;
    padding: 12px 8px 4px 20px;
  }
  h3 {
    flex: 1;
    margin: 0;
    font-size: 17px;
  }
  .all {
    font-size: 14px;
  }
  .list {
    flex: 1 1 auto;
    min-height: 0;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 0 12px 16px;
    word-break: keep-all;
    overflow-wrap: anywhere;
  }
  .hint {
    margin: 0 8px 10px;
    color: var(--_quiet);
    font-size: 14px;
  }
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .layer {
    position: relative;
    margin-top: 8px;
    padding: 10px 8px 10px 16px;
    border: 1px solid var(--_rim);
    border-radius: 14px;
    background: color-mix(in srgb, var(--_card) 70%, transparent);
  }
  .layer[data-lit] {
    border-color: var(--_accent);
    box-shadow: inset 4px 0 0 var(--_accent);
  }
  .layer[data-out] h4,
  .layer[data-out] .about {
    color: var(--_quiet);
  }
  .line {
    display: flex;
    align-items: center;
    gap: 2px;
  }
  .name {
    flex: 1;
    min-width: 0;
  }
  h4 {
    margin: 0;
    font-size: 16px;
    line-height: 1.3;
  }
  .count {
    color: var(--_quiet);
    font-size: 13px;
  }
  .about {
    margin: 6px 8px 0 0;
    font-size: 14px;
  }
  details {
    margin-top: 6px;
  }
  summary {
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 28px;
    color: var(--_link);
    font-size: 14px;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary svg {
    transition: transform 0.15s;
  }
  details[open] summary svg {
    transform: rotate(90deg);
  }
  .items {
    margin: 4px 0 8px 4px;
  }
  .items li {
    padding: 2px 0 2px 16px;
    font-size: 15px;
  }
  .items li::before {
    content: '';
    position: absolute;
    width: 6px;
    height: 6px;
    margin: 8px 0 0 -14px;
    border-radius: 2px;
    background: var(--_accent);
  }
  .components {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
  }
  .component {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 32px;
    padding: 2px 12px;
    border: 1px solid var(--_rim);
    border-radius: 999px;
    background: var(--_page);
    color: var(--_text);
    font-size: 14px;
    text-align: start;
    cursor: pointer;
  }
  .component:hover {
    border-color: var(--_line);
  }
  .dot {
    flex: none;
    width: 9px;
    height: 9px;
    border-radius: 50%;
    background: var(--_mark);
  }
  @media (pointer: coarse) {
    summary,
    .component {
      min-height: 44px;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    summary svg {
      transition: none;
    }
  }
  @media (forced-colors: active) {
    .layer[data-lit] {
      border-color: Highlight;
    }
  }
`;
