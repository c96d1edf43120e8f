import { css } from 'lit';

export const appGalleryStyles = css`
  :host {
    display: block;
    padding: 40px 24px 56px;
  }
  section {
    max-width: 1872px;
    margin: 0 auto;
  }
  h2 {
    margin: 0 0 4px;
    font-size: 26px;
    line-height: 1.3;
  }
  .intro {
    margin: 0;
    color: var(--_quiet);
    font-size: 17px;
    word-break: keep-all;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 24px;
    margin-bottom: 20px;
  }
  .about {
    flex: 1 1 auto;
  }
  .search {
    display: flex;
    flex: 0 1 320px;
    align-items: center;
    gap: 8px;
    padding: 0 14px;
    border: 1px solid var(--_line);
    border-radius: 999px;
    background: var(--_card);
    color: var(--_quiet);
  }
  .search:focus-within {
    outline: 3px solid var(--_accent);
    outline-offset: 2px;
  }
  .search svg {
    flex: none;
  }
  .search input {
    flex: 1;
    min-width: 0;
    min-height: 42px;
    border: 0;
    outline: none;
    background: none;
    color: var(--_text);
    font: inherit;
  }
  .search input::placeholder {
    color: var(--_quiet);
    opacity: 1;
  }
  h3 {
    margin: 0 0 14px;
    font-size: 19px;
    line-height: 1.3;
  }
  .none:empty {
    display: none;
  }
  .none {
    margin: 24px 0 0;
    font-size: 17px;
  }
  /* Under the player the heading stands in the strip that looks in from below. */
  :host([below]) {
    padding-top: 0;
  }
  :host([below]) .head {
    min-height: var(--app-peek);
  }
  :host([below]) .about {
    display: flex;
    align-items: center;
    gap: 16px;
  }
  :host([below]) h2 {
    flex: none;
    margin: 0;
    font-size: 20px;
  }
  :host([below]) .intro {
    font-size: 15px;
  }
  /* A topic is as wide as it has scenarios, so that small ones share a row. */
  .topics {
    --columns: 4;
    display: grid;
    grid-template-columns: repeat(var(--columns), minmax(0, 1fr));
    gap: 40px 24px;
  }
  .topic {
    display: grid;
    grid-column: span min(var(--cards), var(--columns));
    grid-template-rows: auto 1fr;
    min-width: 0;
    width: 100%;
  }
  /* The whole picture comes first, and large. */
  .lead {
    grid-column: 1 / -1;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(min(var(--cards), var(--columns)), minmax(0, 1fr));
    gap: 24px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .cards > li {
    display: grid;
  }
  .own {
    display: flex;
    width: 100%;
    margin-top: 40px;
    align-items: center;
    justify-content: center;
    gap: 8px 24px;
    min-height: 120px;
    padding: 20px 24px;
    border: 2px dashed var(--_line);
    border-radius: 20px;
    background: none;
    color: var(--_text);
    text-align: start;
    cursor: pointer;
  }
  .own:hover {
    border-color: var(--_accent);
  }
  .own svg {
    flex: none;
    color: var(--_accent);
  }
  .own strong {
    display: block;
    font-size: 18px;
  }
  .own .hint {
    color: var(--_quiet);
    word-break: keep-all;
    text-wrap: pretty;
  }
  @media (max-width: 1319px) {
    .topics {
      --columns: 3;
    }
  }
  @media (max-width: 979px) {
    .topics {
      --columns: 2;
    }
  }
  @media (max-width: 639px) {
    .topics {
      --columns: 1;
    }
  }
  @media (max-width: 719px) {
    :host {
      padding: 28px 16px 40px;
    }
    .cards {
      gap: 16px;
    }
    :host([below]) .head {
      padding-top: 20px;
    }
    :host([below]) .about {
      display: block;
    }
    .search {
      flex-basis: 100%;
    }
  }
`;
