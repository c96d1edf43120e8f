import { css } from 'lit';

/** The presenter's window: at a glance what is on, what is to be said, and what comes; read from a standing person's distance. */
export const presenterPageStyles = css`
  :host {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    height: 100dvh;
    background: var(--_page);
    color: var(--_text);
    word-break: keep-all;
    overflow-wrap: anywhere;
  }
  header {
    display: flex;
    align-items: center;
    gap: 16px;
    padding: 10px 20px;
    border-bottom: 1px solid color-mix(in srgb, var(--_frame) 55%, var(--_page));
  }
  h1 {
    flex: 1;
    min-width: 0;
    margin: 0;
    overflow: hidden;
    font-size: 20px;
    font-weight: 700;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .lists {
    display: flex;
    flex: none;
    gap: 8px;
    margin-left: 16px;
  }
  main {
    display: grid;
    grid-template: minmax(0, 1fr) auto / minmax(0, 1.75fr) minmax(300px, 1fr);
    gap: 12px 20px;
    min-height: 0;
    padding: 12px 20px;
  }
  .column {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
    gap: 12px;
    min-width: 0;
    min-height: 0;
  }
  .side {
    grid-template-rows: minmax(0, 1.25fr) minmax(0, 1fr);
  }
  .pane {
    position: relative;
    display: flex;
    flex-direction: column;
    gap: 8px;
    min-width: 0;
    min-height: 0;
  }
  .words {
    height: clamp(170px, 25dvh, 330px);
    overflow: auto;
  }
  h2 {
    display: flex;
    flex: none;
    align-items: baseline;
    gap: 10px;
    margin: 0;
    min-width: 0;
    font-size: 17px;
    font-weight: 500;
  }
  h2 b {
    color: var(--_quiet);
    font-weight: 500;
  }
  h2 .count {
    font-weight: 700;
  }
  h2 .title {
    overflow: hidden;
    font-weight: 700;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .now h2 b {
    color: var(--_accent);
    font-weight: 700;
  }
  .pane > hopline-player,
  hopline-audience-picture {
    flex: 1 1 0;
    min-height: 0;
    border: 1px solid var(--_rim);
    border-radius: 14px;
    overflow: hidden;
  }
  .now > hopline-player {
    border-color: color-mix(in srgb, var(--_accent) 60%, var(--_rim));
  }
  .next-say {
    flex: none;
    margin: 0;
    color: var(--_text);
    font-size: clamp(17px, 1.3vw, 24px);
    line-height: 1.4;
    text-wrap: pretty;
  }
  .ahead .next-say {
    order: 3;
  }
  .ahead[data-over] > hopline-player {
    visibility: hidden;
  }
  .over,
  .gone {
    position: absolute;
    inset: 32px 0 0;
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 6px;
    padding: 16px;
    border: 1px dashed var(--_line);
    border-radius: 14px;
    background: var(--_page);
    text-align: center;
  }
  p.gone {
    margin: 0;
    color: var(--_quiet);
  }
  .over p,
  .gone p {
    margin: 0;
    font-size: 17px;
    font-weight: 700;
  }
  .over .hint,
  .gone .hint {
    color: var(--_quiet);
    font-size: 15px;
    font-weight: 500;
  }
  .gone .button {
    margin-top: 6px;
    padding: 0 18px;
    border-color: var(--_accent);
    color: var(--_text);
  }
  .state {
    align-self: center;
    width: 10px;
    height: 10px;
    border-radius: 50%;
    background: var(--_line);
  }
  .state[data-state='here'] {
    background: var(--_worker);
  }
  .state[data-state='gone'] {
    background: var(--_failure);
  }
  .missing {
    position: absolute;
    inset: auto 24px 24px;
    margin: 0;
    padding: 12px 18px;
    border-radius: 12px;
    background: var(--_card);
  }
  .say {
    display: flex;
    gap: 20px;
    padding: 10px 4px;
  }
  .say .number {
    flex: none;
    display: grid;
    place-items: center;
    width: 52px;
    height: 52px;
    border-radius: 50%;
    background: var(--_mark);
    color: var(--_page);
    font-size: 24px;
    font-weight: 700;
  }
  .narration,
  .aside {
    margin: 0;
    text-wrap: pretty;
  }
  .narration {
    font-size: clamp(24px, 2.25vw, 44px);
    font-weight: 700;
    line-height: 1.36;
  }
  .aside {
    margin-top: 10px;
    color: var(--_quiet);
    font-size: clamp(17px, 1.35vw, 25px);
    line-height: 1.45;
  }
  .aside b {
    color: var(--_text);
  }
  .name {
    color: var(--_mark);
  }
  .bar {
    grid-column: 1 / -1;
    display: flex;
    align-items: center;
    gap: 12px 24px;
    padding-top: 10px;
    border-top: 1px solid color-mix(in srgb, var(--_frame) 55%, var(--_page));
  }
  .transport,
  .settings {
    display: flex;
    flex: none;
    align-items: center;
    gap: 8px;
  }
  .transport .button {
    min-width: 52px;
    min-height: 52px;
    border-color: var(--_rim);
    color: var(--_text);
  }
  .transport .next {
    gap: 8px;
    padding: 0 22px 0 16px;
    border-color: transparent;
    background: var(--_accent);
    color: var(--_page);
    font-size: 17px;
    font-weight: 700;
  }
  .transport .next:hover {
    background: color-mix(in srgb, var(--_accent) 85%, var(--_text));
    color: var(--_page);
  }
  .steps {
    display: flex;
    flex: 1;
    gap: 4px;
    min-width: 0;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .steps li {
    flex: 1 1 0;
    min-width: 0;
  }
  .steps button {
    width: 100%;
    min-height: 40px;
    padding: 0;
    overflow: hidden;
    border: 0;
    border-radius: 8px;
    background: color-mix(in srgb, var(--_track) 55%, var(--_page));
    color: var(--_quiet);
    font-size: 14px;
    cursor: pointer;
  }
  .steps button.past {
    background: color-mix(in srgb, var(--_accent) 30%, var(--_page));
    color: var(--_text);
  }
  .steps button[aria-current] {
    background: var(--_accent);
    color: var(--_page);
    font-weight: 700;
  }
  .steps button:hover {
    outline: 2px solid var(--_accent);
  }
  .settings .level-select {
    display: none;
  }
  @media (max-width: 1399px) {
    .settings .levels {
      display: none;
    }
    .settings .level-select {
      display: block;
    }
    .settings .select {
      max-width: 150px;
    }
  }
  @media (max-width: 1099px) {
    .bar {
      flex-wrap: wrap;
    }
    .steps {
      order: 3;
      flex-basis: 100%;
    }
    .settings {
      flex: 1;
      justify-content: flex-end;
    }
    .lists {
      margin-left: 0;
    }
  }
  @media (max-width: 899px), (orientation: portrait) {
    main {
      grid-template: minmax(0, 2.1fr) minmax(0, 1fr) auto / minmax(0, 1fr);
    }
    .side {
      grid-template: minmax(0, 1fr) / 1fr 1fr;
    }
    .words {
      height: auto;
      min-height: 130px;
      max-height: 30dvh;
    }
    .narration {
      font-size: clamp(22px, 3.2vw, 36px);
    }
  }
  @media (max-width: 719px) {
    :host {
      height: auto;
      min-height: 100dvh;
    }
    header {
      flex-wrap: wrap;
      padding: 8px 16px;
    }
    main {
      display: flex;
      flex-direction: column;
      padding: 12px 16px;
    }
    .column {
      display: contents;
    }
    .bar {
      order: 1;
    }
    .side .pane {
      order: 2;
    }
    .pane > hopline-player,
    hopline-audience-picture {
      flex: none;
      height: 240px;
    }
    .settings {
      flex-wrap: wrap;
      justify-content: flex-start;
    }
  }
  @media (forced-colors: active) {
    .transport .next,
    .steps button[aria-current],
    .say .number {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
