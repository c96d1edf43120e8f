import { css } from 'lit';

/** How the player's parts stand: a study page, a phone, a hall, or the stage alone. */
export const playerStyles = css`
  :host {
    display: block;
    position: relative;
    contain: layout style;
    /* A page that gives an aspect ratio gets it: what stands inside would else make the box higher. */
    min-height: 0;
  }
  :host([hidden]) {
    display: none;
  }
  :host(:fullscreen) {
    width: 100%;
    height: 100%;
  }
  .root {
    box-sizing: border-box;
    position: relative;
    display: flex;
    flex-direction: column;
    width: 100%;
    height: 100%;
    container: player / inline-size;
    overflow: clip;
    background: var(--_page);
    color: var(--_text);
  }
  .layout {
    box-sizing: border-box;
    position: relative;
    flex: 1 1 auto;
    display: flex;
    flex-direction: column;
    width: 100%;
    height: 100%;
    min-height: 0;
    /* Not of the root: the page's own transcript has the page's font, or it would move. */
    font-family: var(--_font);
    font-weight: 500;
    font-variant-numeric: tabular-nums;
  }
  .body {
    flex: 1 1 auto;
    display: flex;
    min-height: 0;
    min-width: 0;
  }
  .stage {
    position: relative;
    flex: 1 1 0;
    min-width: 0;
    min-height: 0;
    overflow: hidden;
    touch-action: pan-x pan-y;
    user-select: none;
    -webkit-user-select: none;
  }
  /* Where the page gives no height, the picture is as high as a film's. */
  .stage::before {
    content: '';
    display: block;
    padding-top: 56.25%;
  }
  .stage[data-moved] {
    touch-action: none;
  }
  .stage:focus {
    outline: none;
  }
  .stage:focus-visible::after {
    content: '';
    position: absolute;
    inset: 2px;
    border: 3px solid var(--_accent);
    border-radius: 14px;
    pointer-events: none;
  }
  /* In presenter mode nothing else can have the focus, and the ring would be in the picture. */
  [data-mode='presenter'] .stage:focus-visible::after {
    display: none;
  }
  .place,
  .canvas,
  .copy,
  .poster {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
  }
  .poster {
    object-fit: contain;
  }
  .place[data-hot] {
    cursor: pointer;
  }
  slot[name='poster'] {
    position: absolute;
    inset: 0;
    z-index: 5;
    display: block;
    pointer-events: none;
  }
  slot[name='poster'][hidden],
  [data-mode='presenter'] slot[name='transcript'] {
    display: none;
  }
  ::slotted([slot='poster']) {
    display: block;
    width: 100%;
    height: 100%;
    object-fit: contain;
    background: var(--_page);
  }
  slot[name='transcript'] {
    display: block;
    flex: none;
    max-height: 50%;
    overflow: auto;
  }
  /* They would move about while their texts and the font come. */
  [data-waiting] > :is(hopline-header, hopline-caption, hopline-scrubber, hopline-controls, .list) {
    visibility: hidden;
  }
  .loading {
    position: absolute;
    inset: 0;
    display: grid;
    place-items: center;
    margin: 0;
    color: var(--_quiet);
    animation: appear 0.2s 0.4s both;
  }
  @keyframes appear {
    from {
      visibility: hidden;
    }
    to {
      visibility: visible;
    }
  }
  hopline-messages {
    position: absolute;
    inset: 0;
  }
  hopline-messages.over {
    background: color-mix(in srgb, var(--_page) 72%, transparent);
  }
  .live {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  [data-mode='study'] .body {
    gap: 14px;
    padding: 0 20px;
  }
  [data-mode='study'] .stage {
    border-radius: 20px;
  }
  [data-mode='study'] hopline-caption {
    margin: 12px 20px 0;
  }
  [data-mode='study'] hopline-scrubber {
    margin: 10px 28px 0 22px;
  }
  .column {
    flex: 0 0 clamp(300px, 25cqi, 400px);
    display: flex;
    flex-direction: column;
    min-height: 0;
    border: 1px solid var(--_rim);
    border-radius: 20px;
    background: var(--_panel);
    overflow: hidden;
    /* A long list scrolls inside; it never makes the player higher. */
    height: 0;
    min-height: 100%;
  }
  .column hopline-steps,
  .column hopline-layers {
    flex: 1 1 0;
  }
  .column hopline-inspector {
    flex: 1 1 0;
  }
  .column hopline-steps + hopline-inspector,
  .column hopline-layers + hopline-inspector {
    border-top: 1px solid var(--_rim);
  }
  .list {
    display: none;
  }
  [data-mode='bare'] hopline-caption {
    margin: 8px;
  }
  [data-mode='presenter'] .layout {
    padding: 1.6cqi 2.1cqi 1.2cqi;
    gap: 1.6cqi;
  }
  .foot {
    display: grid;
    gap: 1.1cqi;
  }
  .foot-line {
    display: flex;
    align-items: center;
    gap: 12px;
    color: var(--_quiet);
    font-size: clamp(14px, 1.1cqi, 22px);
  }
  .foot-line span:last-child {
    font-weight: 700;
  }
  .leave {
    display: grid;
    place-items: center;
    width: 32px;
    height: 32px;
    margin-inline-start: auto;
    border: 0;
    border-radius: 50%;
    background: none;
    color: var(--_quiet);
    opacity: 0;
    cursor: pointer;
    transition: opacity 0.2s;
  }
  .root:hover .leave,
  .leave:focus-visible {
    opacity: 1;
  }
  .leave:focus-visible {
    outline: 3px solid var(--_accent);
  }
  @container player (width < 1000px) {
    .column {
      position: absolute;
      top: 56px;
      right: 20px;
      bottom: 72px;
      z-index: 4;
      width: min(360px, calc(100cqi - 40px));
      height: auto;
      min-height: 0;
      box-shadow: var(--_shadow);
    }
  }
  @container player (width < 640px) {
    [data-mode] .body {
      padding: 0;
    }
    [data-mode='study'] .body {
      flex: 0 0 auto;
      padding: 0 12px;
    }
    [data-mode='study'] .stage {
      border: 1px solid var(--_rim);
      box-sizing: border-box;
    }
    [data-mode='study'] .stage::before {
      padding-top: 82%;
    }
    [data-mode='study'] hopline-caption {
      margin: 12px 12px 0;
    }
    [data-mode='study'] .list {
      position: relative;
      display: block;
      flex: 1 1 260px;
      min-height: 160px;
      margin: 8px 12px 0;
      overflow: hidden;
    }
    .list hopline-steps,
    .sheet {
      position: absolute;
      inset: 0;
    }
    .sheet {
      z-index: 4;
      border: 1px solid var(--_rim);
      border-radius: 20px;
      background: var(--_card);
    }
    [data-mode='study'] hopline-scrubber {
      margin: 0 24px;
    }
  }
  @media (max-height: 500px) {
    [data-mode='study'] hopline-caption {
      margin-top: 4px;
    }
    [data-mode='study'] hopline-scrubber {
      margin-block: -4px;
    }
  }
  /* On paper there are the picture and its caption: nothing can be pressed there. */
  @media print {
    :host {
      break-inside: avoid;
    }
    .root {
      print-color-adjust: exact;
      -webkit-print-color-adjust: exact;
    }
    .canvas,
    .copy {
      object-fit: contain;
    }
    /* Pages of paper are laid out otherwise than the screen: the picture may not grow over its caption. */
    .body {
      contain: size;
      aspect-ratio: 16 / 9;
    }
    .stage::before,
    .layout:has(.copy) slot[name='poster'] {
      display: none;
    }
    [data-mode] :is(hopline-header, hopline-scrubber, hopline-controls, hopline-help, .column, .list, .foot) {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .stage {
      forced-color-adjust: none;
    }
  }
`;
