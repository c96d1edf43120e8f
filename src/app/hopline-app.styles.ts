import { css } from 'lit';

export const hoplineAppStyles = css`
  :host {
    display: block;
    --app-peek: 60px;
  }
  .root {
    min-height: 100dvh;
    background: var(--_page);
    color: var(--_text);
    font-family: var(--_font);
  }
  .skip {
    position: fixed;
    inset: 8px auto auto 8px;
    z-index: 9;
    min-height: 44px;
    padding: 0 20px;
    border: 1px solid var(--_accent);
    border-radius: 12px;
    background: var(--_card);
    color: var(--_text);
    font: inherit;
    transform: translateY(-200%);
  }
  .skip:focus {
    transform: none;
  }
  hopline-player {
    display: block;
    height: 100dvh;
    min-height: 420px;
  }
  /* A page of the app on paper has only its own content. */
  @media print {
    .root {
      min-height: 0;
      background: none;
    }
    .skip,
    hopline-app-header,
    hopline-toast {
      display: none;
    }
  }
  /* On a tall window the gallery's heading looks in from below: there is more. */
  @media (min-width: 720px) and (min-height: 820px) {
    hopline-player {
      height: calc(100dvh - var(--app-peek));
    }
  }
`;
