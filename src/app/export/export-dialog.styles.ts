import { css } from 'lit';

export const exportDialogStyles = css`
  :host {
    display: contents;
  }
  dialog {
    width: min(1080px, calc(100vw - 32px));
    max-height: calc(100dvh - 48px);
    padding: 0;
    border: 1px solid var(--_frame);
    border-radius: 24px;
    background: var(--_card);
    color: var(--_text);
    box-shadow: var(--_shadow);
    font-family: var(--_font);
    font-size: 15px;
    line-height: 1.4;
    font-weight: 500;
    font-variant-numeric: tabular-nums;
    word-break: keep-all;
  }
  dialog[open] {
    display: flex;
    flex-direction: column;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 0.55);
  }
  header {
    display: flex;
    flex: none;
    align-items: baseline;
    gap: 14px;
    padding: 18px 20px 14px 28px;
  }
  h2 {
    flex: none;
    margin: 0;
    font-size: 22px;
    line-height: 1.3;
  }
  header p {
    flex: 1;
    min-width: 0;
    margin: 0;
    overflow: hidden;
    color: var(--_quiet);
    font-size: 17px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  header .button {
    align-self: center;
    margin: -4px 0;
  }
  .body {
    display: grid;
    flex: 1;
    grid-template-columns: minmax(0, 1.08fr) minmax(0, 1fr);
    gap: 28px;
    min-height: 0;
    padding: 4px 28px 24px;
    overflow: auto;
    overscroll-behavior: contain;
  }
  .seen {
    display: grid;
    align-content: start;
    gap: 20px;
    min-width: 0;
  }
  footer {
    display: flex;
    flex: none;
    align-items: center;
    gap: 20px;
    padding: 14px 28px;
    border-top: 1px solid var(--_rim);
    background: var(--_panel);
  }
  .facts {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    gap: 2px 16px;
    align-items: baseline;
    min-width: 0;
    margin: 0;
    font-size: 16px;
  }
  .quiet {
    color: var(--_quiet);
  }
  .bad {
    color: var(--_failure);
    overflow-wrap: anywhere;
  }
  .go {
    display: inline-flex;
    flex: none;
    align-items: center;
    justify-content: center;
    gap: 10px;
    min-width: 148px;
    min-height: 46px;
    padding: 0 22px;
    border: 0;
    border-radius: 999px;
    background: var(--_accent);
    color: var(--_page);
    font-weight: 700;
    font-size: 16px;
    cursor: pointer;
  }
  .go:hover {
    background: color-mix(in srgb, var(--_accent) 86%, var(--_text));
  }
  .go:disabled {
    opacity: 0.45;
    cursor: default;
  }
  .pill {
    position: fixed;
    inset: max(68px, env(safe-area-inset-top)) 16px auto auto;
    z-index: 7;
    display: flex;
    align-items: center;
    padding: 2px 4px;
    border: 1px solid var(--_line);
    border-radius: 999px;
    background: var(--_card);
    color: var(--_text);
    box-shadow: var(--_shadow);
  }
  .pill .button {
    min-height: 40px;
    padding: 0 12px;
    border-radius: 999px;
    color: var(--_text);
  }
  .pill svg {
    color: var(--_worker);
  }
  progress {
    width: 64px;
    height: 6px;
    --_bar: var(--_accent);
  }
  @media (forced-colors: active) {
    .go {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media (max-width: 799px) {
    dialog {
      width: 100vw;
      max-width: none;
      height: 100dvh;
      max-height: none;
      margin: 0;
      border: 0;
      border-radius: 0;
    }
    header {
      padding: max(12px, env(safe-area-inset-top)) 10px 10px 18px;
    }
    .body {
      grid-template-columns: minmax(0, 1fr);
      align-content: start;
      gap: 20px;
      padding: 4px 18px 20px;
    }
    .seen {
      display: contents;
    }
    .content {
      order: 1;
    }
    footer {
      padding: 10px 18px max(10px, env(safe-area-inset-bottom));
      gap: 12px;
    }
    .facts {
      font-size: 14px;
      flex-direction: column;
    }
    .go {
      min-width: 128px;
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    dialog[open] {
      animation: rise 0.18s ease-out;
    }
    @keyframes rise {
      from {
        opacity: 0;
        transform: translateY(8px);
      }
    }
  }
`;
