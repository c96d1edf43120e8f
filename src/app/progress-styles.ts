import { css } from 'lit';

/** A bar of progress; each place gives it its size, and its colour as `--_bar`. */
export const progressStyles = css`
  progress {
    border: 0;
    border-radius: 999px;
    appearance: none;
    background: var(--_track);
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--_track);
  }
  progress::-webkit-progress-value {
    background: var(--_bar);
  }
  progress::-moz-progress-bar {
    background: var(--_bar);
  }
`;
