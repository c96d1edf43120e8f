import { css } from 'lit';

/** Looks of the control line. Narrow players keep the transport and put the rest behind "more". */
export const controlsStyles = css`
  :host {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 4px 20px 12px;
  }
  .transport,
  .side,
  .corner {
    display: flex;
    align-items: center;
    gap: 4px;
  }
  .transport .button {
    color: var(--_text);
  }
  .play {
    min-width: 52px;
    min-height: 52px;
  }
  .time {
    color: var(--_quiet);
    white-space: nowrap;
    margin-inline: 8px;
  }
  .corner {
    margin-inline-start: auto;
  }
  .side .speed {
    border-color: transparent;
    color: var(--_quiet);
    font-weight: 700;
  }
  .side .speed:hover {
    border-color: var(--_rim);
    color: var(--_text);
  }
  .words {
    padding-inline-end: 4px;
  }
  .more-place {
    position: relative;
  }
  .sheet {
    position: absolute;
    right: 0;
    bottom: calc(100% + 8px);
    z-index: 6;
    display: grid;
    gap: 8px;
    min-width: 260px;
    max-width: calc(100cqi - 24px);
    padding: 12px;
    border: 1px solid var(--_rim);
    border-radius: var(--_radius);
    background: var(--_card);
    box-shadow: var(--_shadow);
  }
  .row {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    color: var(--_quiet);
  }
  .row .levels,
  .row .views {
    display: none;
  }
  .icons {
    flex-wrap: wrap;
    justify-content: flex-start;
    gap: 4px;
  }
  .narrow-only,
  .medium-only {
    display: none;
  }
  @container player (width < 1080px) {
    .words {
      display: none;
    }
  }
  @container player (width < 920px) {
    .side .button:not(:last-child),
    .corner,
    .speed {
      display: none;
    }
    .side .button:nth-last-child(2) {
      display: inline-flex;
    }
    .side .button:last-child {
      display: none;
    }
    .sheet .speed {
      display: block;
    }
    .medium-only {
      display: flex;
    }
    .side {
      margin-inline-start: auto;
    }
  }
  @container player (width < 640px) {
    :host {
      padding: 0 16px 12px;
      gap: 4px;
    }
    .narrow-only {
      display: flex;
    }
    .edge,
    .side {
      display: none;
    }
    .time {
      flex: 1 1 0;
      order: -1;
      margin: 0;
      font-size: 15px;
    }
    .whole {
      display: none;
    }
    .transport {
      justify-content: center;
      gap: 12px;
    }
    .more-place {
      flex: 1 1 0;
      display: flex;
      justify-content: flex-end;
    }
    .button {
      min-width: 48px;
      min-height: 48px;
    }
    .play {
      min-width: 64px;
      min-height: 64px;
    }
    .sheet .button {
      min-width: 44px;
      min-height: 44px;
    }
  }
`;
