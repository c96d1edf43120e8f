import { css } from 'lit';

export const sessionPageStyles = css`
  :host {
    display: block;
    padding: 0 24px 80px;
  }
  .hero,
  .columns {
    max-width: 1560px;
    margin: 0 auto;
  }
  .hero {
    position: relative;
    padding: 56px 0 40px;
  }
  .hero > :not(hopline-session-art) {
    position: relative;
  }
  hopline-session-art {
    position: absolute;
    inset: 0 -24px 0 auto;
    width: min(46%, 760px);
    opacity: 0.8;
  }
  h1:focus,
  h2:focus {
    outline: none;
  }
  .position {
    color: var(--_accent);
    font-size: 16px;
    font-weight: 700;
  }
  h1 {
    margin: 8px 0 12px;
    font-size: clamp(32px, 3.6vw, 56px);
    font-weight: 800;
    letter-spacing: -0.02em;
    line-height: 1.15;
    text-wrap: balance;
    word-break: keep-all;
  }
  .summary {
    max-width: 46em;
    color: var(--_quiet);
    font-size: 19px;
    line-height: 1.6;
  }
  .facts {
    display: flex;
    align-items: center;
    gap: 8px;
    margin-top: 16px;
    font-weight: 600;
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 10px;
    margin-top: 24px;
  }
  .ways .act {
    min-height: 48px;
  }
  .columns {
    display: grid;
    grid-template-columns: minmax(0, 300px) minmax(0, 1fr);
    align-items: start;
    gap: 48px;
  }
  .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 72px;
  }
  .part {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 32px;
    scroll-margin-top: 24px;
  }
  .part-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px 16px;
    padding-bottom: 16px;
    border-bottom: 2px solid color-mix(in srgb, var(--_mark) 50%, var(--_page));
  }
  .part-head h2 {
    display: flex;
    align-items: center;
    gap: 14px;
    font-size: clamp(24px, 2.6vw, 32px);
    font-weight: 700;
    letter-spacing: -0.01em;
    line-height: 1.25;
  }
  .part-head .number {
    width: 40px;
    height: 40px;
    font-size: 19px;
  }
  .part-head > .minutes {
    padding: 4px 12px;
    border: 1px solid color-mix(in srgb, var(--_mark) 50%, var(--_page));
    border-radius: 999px;
    color: var(--_mark);
    font-weight: 700;
  }
  .slides {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 40px;
    margin-left: auto;
    padding: 0 8px;
    border-radius: 8px;
    color: var(--_quiet);
    white-space: nowrap;
  }
  .slides:hover {
    color: var(--_text);
    text-decoration: none;
  }
  .notes {
    flex: none;
  }
  .notes[open] {
    flex-basis: 100%;
  }
  .notes summary {
    display: inline-flex;
    align-items: center;
    min-height: 40px;
    padding: 0 8px;
    border-radius: 8px;
    color: var(--_quiet);
    cursor: pointer;
  }
  .notes summary:hover {
    color: var(--_text);
  }
  .notes p {
    max-width: 60em;
    padding: 14px 18px;
    border-left: 4px solid var(--_mark);
    border-radius: 4px 12px 12px 4px;
    background: var(--_panel);
    font-size: 16px;
    line-height: 1.65;
  }
  .section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 20px;
  }
  .section-head {
    display: grid;
    gap: 4px;
  }
  h3 {
    font-size: 22px;
    font-weight: 700;
    line-height: 1.3;
  }
  .text {
    max-width: 54em;
    color: var(--_quiet);
    font-size: 17px;
    line-height: 1.6;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 300px), 1fr));
    gap: 20px;
  }
  .cards > li {
    display: grid;
    container-type: inline-size;
  }
  .closing {
    padding: 28px;
    border: 1px solid var(--_frame);
    border-radius: 20px;
    background: var(--_panel);
    font-size: 20px;
    font-weight: 700;
    line-height: 1.5;
    text-align: center;
    text-wrap: balance;
  }
  @media (min-width: 1100px) {
    h1,
    .summary {
      max-width: 54%;
    }
  }
  @media (max-width: 1099px) {
    hopline-session-art {
      display: none;
    }
  }
  @media (max-width: 1199px) {
    .columns {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (max-width: 719px) {
    :host {
      padding: 0 16px 56px;
    }
    .hero {
      padding: 28px 0 28px;
    }
    .summary {
      font-size: 17px;
    }
    .ways .act {
      flex: 1 1 100%;
    }
    .part-head h2 {
      align-items: flex-start;
    }
    .part-head .number {
      width: 34px;
      height: 34px;
    }
    .slides {
      margin-left: 0;
    }
  }
  @media print {
    :host {
      --_page: #fff;
      --_card: #fff;
      --_panel: #fff;
      --_text: #000;
      --_quiet: #333;
      --_frame: #bbb;
      --_worker: #08704e;
      padding: 0;
      color: #000;
    }
    .hero,
    hopline-session-art,
    .rail,
    .closing,
    .part:not(.prints),
    .prints > .part-head,
    .prints > .section:not(.prints) {
      display: none;
    }
    .columns {
      display: block;
    }
    .section-head .text {
      display: none;
    }
    h3 {
      margin: 0;
      font-size: 16pt;
    }
    .parts,
    .part,
    .section {
      display: block;
    }
  }
`;
