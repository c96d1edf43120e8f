import { css } from 'lit';

/** Looks of the scrubber: a thin line with a wide place to press. */
export const scrubberStyles = css`
  :host {
    display: block;
    position: relative;
  }
  .track {
    position: relative;
    height: 28px;
    border-radius: 8px;
    cursor: pointer;
    touch-action: pan-y;
    user-select: none;
  }
  .segment {
    position: absolute;
    top: 10px;
    left: 0;
    height: 8px;
    border-radius: 4px;
    background: var(--_track);
    overflow: hidden;
  }
  .fill {
    height: 100%;
    background: var(--_accent);
    transform: scaleX(0);
    transform-origin: left;
  }
  .done .fill {
    background: color-mix(in srgb, var(--_accent) 58%, var(--_page));
  }
  .thumb {
    position: absolute;
    top: 4px;
    left: -10px;
    width: 20px;
    height: 20px;
    border-radius: 50%;
    background: var(--_text);
    box-shadow: 0 0 0 3px var(--_page);
    pointer-events: none;
  }
  .track:focus-visible {
    outline-offset: 4px;
  }
  .tip {
    position: absolute;
    bottom: 100%;
    left: 0;
    padding: 4px 10px;
    border: 1px solid var(--_rim);
    border-radius: 8px;
    background: var(--_card);
    color: var(--_text);
    font-size: 13px;
    white-space: pre;
    pointer-events: none;
    z-index: 3;
  }
  :host([quiet]) .track {
    height: 8px;
    cursor: default;
  }
  :host([quiet]) .segment {
    top: 0;
  }
  @media (pointer: coarse) {
    :host(:not([quiet])) .track {
      height: 44px;
    }
    :host(:not([quiet])) .segment {
      top: 18px;
    }
    .thumb {
      top: 10px;
      left: -12px;
      width: 24px;
      height: 24px;
    }
  }
  @media (forced-colors: active) {
    .segment {
      border: 1px solid CanvasText;
      background: Canvas;
    }
    .fill,
    .thumb {
      forced-color-adjust: none;
      background: Highlight;
    }
  }
`;
