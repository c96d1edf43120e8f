import { css } from 'lit';

export const sessionDiscussionStyles = css`
  :host {
    display: grid;
    gap: 20px;
  }
  blockquote {
    margin: 0;
    padding: 4px 0 4px 24px;
    border-left: 4px solid var(--_observability);
    font-size: clamp(19px, 2.2vw, 26px);
    font-weight: 700;
    line-height: 1.45;
    word-break: keep-all;
    text-wrap: balance;
  }
  .whole,
  .round {
    border: 1px solid var(--_frame);
    border-radius: 20px;
    background: var(--_panel);
  }
  .whole {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 12px 24px;
    padding: 16px 24px;
  }
  .whole-text {
    flex: 1 1 240px;
  }
  .rounds {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 440px), 1fr));
    gap: 20px;
  }
  .round {
    display: flex;
    flex-direction: column;
    gap: 18px;
    padding: 20px 24px 24px;
  }
  .running {
    border-color: var(--_observability);
    box-shadow: 0 0 0 1px var(--_observability);
  }
  .late {
    border-color: var(--_failure);
    box-shadow: 0 0 0 1px var(--_failure);
  }
  h4 {
    font-size: 20px;
    line-height: 1.3;
  }
  .minutes {
    margin-left: 6px;
    color: var(--_quiet);
    font-size: 15px;
    font-weight: 500;
    white-space: nowrap;
  }
  .hint {
    color: var(--_quiet);
    font-size: 14px;
  }
  .round-head {
    display: flex;
    align-items: center;
    gap: 20px;
  }
  .round-text {
    display: grid;
    flex: 1;
    gap: 12px;
  }
  .face {
    position: relative;
    display: grid;
    flex: none;
    place-items: center;
    width: 112px;
    height: 112px;
  }
  .whole .face {
    width: 96px;
    height: 96px;
  }
  .face svg {
    position: absolute;
    inset: 0;
  }
  circle {
    fill: none;
    stroke-width: 6;
  }
  .track {
    stroke: var(--_track);
  }
  .left {
    stroke: var(--_observability);
  }
  .figures {
    font-size: 27px;
    font-weight: 700;
    letter-spacing: -0.01em;
    line-height: 1;
  }
  .whole .figures {
    font-size: 23px;
  }
  .late .figures,
  .over {
    color: var(--_failure);
  }
  .late .track {
    stroke: var(--_failure);
  }
  .over {
    display: inline-block;
    padding: 2px 10px;
    border: 1px solid var(--_failure);
    border-radius: 999px;
    font-size: 14px;
    font-weight: 700;
    white-space: nowrap;
    vertical-align: 2px;
  }
  .late .figures {
    font-size: 22px;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .act {
    padding: 0 14px;
  }
  .act:disabled {
    opacity: 0.5;
    cursor: default;
  }
  .prompts {
    display: grid;
    gap: 14px;
  }
  .prompts > li {
    display: grid;
    gap: 5px;
    padding-left: 16px;
    border-left: 2px solid var(--_frame);
  }
  .prompts strong {
    margin-right: 6px;
    font-size: 16px;
  }
  .meaning {
    color: var(--_quiet);
  }
  .question {
    font-size: 16px;
    line-height: 1.5;
  }
  .starters {
    display: grid;
    gap: 8px;
    margin-top: auto;
    padding-top: 16px;
    border-top: 1px solid var(--_frame);
  }
  h5 {
    color: var(--_quiet);
    font-size: 14px;
    font-weight: 600;
  }
  @media (max-width: 719px) {
    .whole-text {
      flex-basis: 160px;
    }
    .whole,
    .round {
      padding-inline: 16px;
    }
    .round-head {
      gap: 14px;
    }
    .face {
      width: 92px;
      height: 92px;
    }
    .figures {
      font-size: 22px;
    }
    .late .figures {
      font-size: 19px;
    }
  }
`;
