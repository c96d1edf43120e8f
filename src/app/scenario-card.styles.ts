import { css } from 'lit';

export const scenarioCardStyles = css`
  :host {
    display: flex;
  }
  a {
    display: flex;
    flex: 1;
    flex-direction: column;
    overflow: hidden;
    border: 1px solid var(--_frame);
    border-radius: 20px;
    background: var(--_panel);
    color: var(--_text);
  }
  a:hover {
    border-color: var(--_accent);
    text-decoration: none;
  }
  a[aria-current] {
    border-color: var(--_accent);
    box-shadow: 0 0 0 1px var(--_accent);
  }
  .still {
    position: relative;
    aspect-ratio: 16 / 9;
    border-bottom: 1px solid var(--_frame);
    background: var(--_page);
  }
  canvas {
    display: block;
    width: 100%;
    height: 100%;
    opacity: 0;
  }
  canvas.drawn {
    opacity: 1;
  }
  .current {
    position: absolute;
    inset: 12px auto auto 12px;
    padding: 4px 12px;
    border-radius: 999px;
    background: var(--_accent);
    color: var(--_page);
    font-size: 13px;
    font-weight: 700;
  }
  .text {
    display: flex;
    flex: 1;
    flex-direction: column;
    gap: 8px;
    padding: 18px 20px 20px;
  }
  h3,
  h4 {
    margin: 0;
    font-size: 20px;
    font-weight: 700;
    line-height: 1.3;
  }
  .unread {
    opacity: 0;
  }
  p {
    flex: 1;
    margin: 0;
    color: var(--_quiet);
    line-height: 1.5;
    text-wrap: pretty;
    word-break: keep-all;
    overflow-wrap: anywhere;
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    min-height: 25px;
    margin: 4px 0 0;
    padding: 0;
    list-style: none;
  }
  li {
    padding: 2px 10px;
    border: 1px solid var(--_frame);
    border-radius: 999px;
    color: var(--_quiet);
    font-size: 13px;
    white-space: nowrap;
  }
  .wrong {
    color: var(--_failure);
  }
  @container (min-width: 720px) {
    :host([wide]) a {
      flex-direction: row;
    }
    :host([wide]) .still {
      flex: 0 0 58%;
      border-right: 1px solid var(--_frame);
      border-bottom: 0;
    }
    :host([wide]) .text {
      justify-content: center;
      padding: 28px 32px;
    }
    :host([wide]) p {
      flex: none;
      font-size: 17px;
    }
    :host([wide]) :is(h3, h4) {
      font-size: 26px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    a {
      transition: border-color 0.15s;
    }
    canvas {
      transition: opacity 0.3s;
    }
  }
`;
