import { css } from 'lit';

/** Looks of the caption: one box whose height is that of its longest text. */
export const captionStyles = css`
  :host {
    display: block;
  }
  .box {
    display: grid;
    border: 1px solid var(--_rim);
    border-radius: var(--_radius);
    background: var(--_panel);
  }
  .entry {
    grid-area: 1 / 1;
    display: flex;
    align-items: center;
    gap: 20px;
    padding: 14px 24px;
    min-width: 0;
  }
  .entry[data-ghost] {
    visibility: hidden;
    pointer-events: none;
  }
  .number {
    flex: none;
    display: grid;
    place-items: center;
    width: 46px;
    height: 46px;
    border-radius: 50%;
    background: var(--_mark);
    color: var(--_page);
    font-size: 21px;
    font-weight: 700;
  }
  .words {
    flex: 1 1 auto;
    min-width: 0;
  }
  .narration,
  .aside {
    margin: 0;
    word-break: keep-all;
    overflow-wrap: anywhere;
    text-wrap: pretty;
  }
  .narration {
    font-size: clamp(18px, 1.6cqi, 34px);
    font-weight: 700;
    line-height: 1.36;
  }
  .aside {
    margin-top: 2px;
    color: var(--_quiet);
    font-size: 14px;
  }
  .name {
    color: var(--_mark);
  }
  .cites {
    flex: 0 1 auto;
    display: grid;
    gap: 4px;
    max-width: 34%;
    text-align: end;
  }
  .cite {
    display: inline-flex;
    align-items: center;
    justify-content: flex-end;
    gap: 4px;
    min-height: 24px;
    color: var(--_link);
    font-size: clamp(13px, 1.05cqi, 17px);
  }
  :host([presenting]) .entry {
    gap: 1.4cqi;
    padding: 1.3cqi 1.6cqi;
  }
  :host([presenting]) .narration {
    font-size: clamp(20px, 1.95cqi, 44px);
  }
  :host([presenting]) .number {
    width: clamp(40px, 3.1cqi, 72px);
    height: clamp(40px, 3.1cqi, 72px);
    font-size: clamp(20px, 1.5cqi, 34px);
  }
  @container player (width < 840px) {
    .entry {
      flex-wrap: wrap;
      gap: 4px 14px;
      padding: 12px 16px;
      align-content: center;
    }
    .words {
      flex-basis: 0;
    }
    .cites {
      flex-basis: 100%;
      max-width: none;
      padding-inline-start: 60px;
      text-align: start;
    }
    .cite {
      justify-content: flex-start;
    }
  }
  @container player (width < 640px) {
    .entry {
      align-items: flex-start;
      align-content: flex-start;
    }
    .number {
      width: 32px;
      height: 32px;
      font-size: 16px;
    }
    .narration {
      font-size: 18px;
      line-height: 1.4;
    }
    .entry[data-ghost] .aside,
    .entry[data-ghost] .cites,
    .cite:nth-child(n + 2) {
      display: none;
    }
    .aside {
      font-size: 13px;
    }
    .cites {
      padding-inline-start: 46px;
    }
  }
  /* A phone on its side: the picture needs the height. */
  @media (max-height: 500px) {
    :host(:not([presenting])) .entry {
      flex-wrap: nowrap;
      padding-block: 4px;
    }
    :host(:not([presenting])) .number {
      width: 32px;
      height: 32px;
      font-size: 16px;
    }
    :host(:not([presenting])) .cites,
    :host(:not([presenting])) .aside {
      display: none;
    }
    :host(:not([presenting])) .narration {
      font-size: 17px;
    }
  }
  @media (forced-colors: active) {
    .number {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
