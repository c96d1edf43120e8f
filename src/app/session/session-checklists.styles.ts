import { css } from 'lit';

export const sessionChecklistsStyles = css`
  :host {
    display: grid;
    gap: 20px;
  }
  .paper-title {
    display: none;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 16px 24px;
    padding: 16px 20px;
    border: 1px solid var(--_frame);
    border-radius: 16px;
    background: var(--_panel);
  }
  .overall {
    display: grid;
    flex: 1 1 280px;
    gap: 10px;
  }
  .overall strong {
    margin-right: 8px;
    font-size: 18px;
  }
  .overall progress {
    height: 10px;
  }
  .hint {
    color: var(--_quiet);
    font-size: 14px;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .act:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .list {
    overflow: hidden;
    border: 1px solid var(--_frame);
    border-radius: 16px;
    background: var(--_panel);
  }
  .list-head {
    display: flex;
    align-items: center;
    gap: 16px;
    padding: 14px 20px;
    border-bottom: 1px solid var(--_frame);
    background: var(--_card);
  }
  .list-head h4 {
    flex: 1;
    font-size: 18px;
    line-height: 1.3;
  }
  .list-head progress {
    flex: none;
    width: 120px;
  }
  .count {
    min-width: 44px;
    color: var(--_quiet);
    font-weight: 700;
    text-align: end;
  }
  .item {
    display: grid;
    grid-template-columns: minmax(200px, 5fr) minmax(240px, 6fr) minmax(240px, 6fr);
    align-items: center;
    gap: 4px 20px;
    padding: 10px 20px;
  }
  .item + .item {
    border-top: 1px solid color-mix(in srgb, var(--_frame) 60%, transparent);
  }
  label {
    display: flex;
    align-items: center;
    gap: 14px;
    min-height: 44px;
    font-size: 16px;
    font-weight: 650;
    line-height: 1.35;
    cursor: pointer;
  }
  input {
    flex: none;
    width: 22px;
    height: 22px;
    margin: 0;
    border: 2px solid var(--_line);
    border-radius: 7px;
    appearance: none;
    background: var(--_page);
    cursor: pointer;
  }
  input:checked {
    border-color: var(--_worker);
    background: var(--_worker);
  }
  input::before {
    display: block;
    width: 100%;
    height: 100%;
    background: var(--_page);
    clip-path: polygon(14% 48%, 26% 36%, 42% 54%, 74% 18%, 87% 30%, 43% 79%);
    content: '';
    opacity: 0;
  }
  input:checked::before {
    opacity: 1;
  }
  @media (forced-colors: active) {
    input {
      appearance: auto;
    }
  }
  .done label span {
    color: var(--_quiet);
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  .reason {
    display: grid;
    gap: 4px;
    color: var(--_quiet);
    line-height: 1.5;
  }
  @media (max-width: 1023px) {
    .item {
      grid-template-columns: 1fr;
      padding-block: 12px;
    }
    .reason,
    .item .places {
      padding-left: 36px;
    }
    .item .places {
      padding-top: 4px;
    }
  }
  @media (max-width: 719px) {
    .bar,
    .list-head,
    .item {
      padding-inline: 16px;
    }
    .list-head progress {
      width: 64px;
    }
    .acts {
      display: grid;
      flex: 1;
      grid-template-columns: 1fr 1fr;
    }
  }
  @media print {
    :host {
      display: block;
    }
    .paper-title {
      display: block;
      margin: 0 0 2pt;
      font-size: 11pt;
    }
    .bar {
      margin: 0 0 6pt;
      padding: 0;
      border: 0;
    }
    .bar progress,
    .acts,
    .hint,
    .list-head progress,
    .handout {
      display: none;
    }
    .list {
      margin: 0 0 10pt;
      border: 0;
      border-radius: 0;
    }
    .list-head {
      padding: 0 0 3pt;
      border-bottom: 1pt solid #000;
      break-after: avoid;
    }
    .list-head h4 {
      font-size: 12pt;
    }
    .item {
      display: grid;
      grid-template-columns: 5fr 7fr;
      gap: 0 12pt;
      padding: 4pt 0;
      break-inside: avoid;
    }
    .item + .item {
      border-top: 0.5pt solid #bbb;
    }
    label {
      min-height: 0;
      align-items: flex-start;
      gap: 6pt;
      font-size: 10pt;
    }
    .done label span {
      text-decoration: none;
    }
    input,
    input:checked {
      width: 11pt;
      height: 11pt;
      margin-top: 1pt;
      border: 1pt solid #000;
      border-radius: 2pt;
      background: #fff;
      print-color-adjust: exact;
    }
    input:checked::before {
      background: #000;
    }
    .reason {
      font-size: 9pt;
      line-height: 1.4;
    }
    .item .places {
      display: none;
    }
  }
`;
