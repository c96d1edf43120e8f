import { css } from 'lit';

/** The mark and the name, in the gallery's header and in the player's. */
export const brandStyles = css`
  .brand {
    display: flex;
    flex: none;
    align-items: center;
    gap: 10px;
    min-height: 44px;
    border-radius: 8px;
    color: var(--_text);
    font-size: 20px;
    font-weight: 700;
    letter-spacing: -0.01em;
  }
  .brand:hover {
    color: var(--_accent);
    text-decoration: none;
  }
  .logo .ring,
  .logo .way {
    stroke: var(--_control-plane);
  }
  .logo .hop {
    fill: var(--_clients);
  }
  @media (max-width: 899px) {
    .brand .word {
      display: none;
    }
  }
`;

export const appHeaderStyles = css`
  :host {
    display: block;
    border-bottom: 1px solid color-mix(in srgb, var(--_frame) 55%, var(--_page));
  }
  header {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 60px;
    padding: 8px max(20px, env(safe-area-inset-right)) 8px max(20px, env(safe-area-inset-left));
  }
  h1 {
    flex: 1;
    min-width: 0;
    margin: 0 0 0 12px;
    overflow: hidden;
    color: var(--_quiet);
    font-size: 17px;
    font-weight: 500;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  nav {
    flex: none;
  }
  nav.alone {
    flex: 1;
  }
  nav .button {
    padding: 0 12px;
    font-weight: 600;
  }
  nav .button:hover {
    text-decoration: none;
  }
  h1:focus {
    outline: none;
  }
  @media (max-width: 719px) {
    header {
      gap: 8px;
      padding-inline: 16px;
    }
    h1 {
      margin-left: 0;
      color: var(--_text);
      font-size: 20px;
      font-weight: 700;
    }
    .select {
      max-width: 104px;
    }
    nav .button {
      min-width: 44px;
      padding: 0;
    }
    nav .button span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
  }
`;
