import { css } from 'lit';

export const sessionPhasesStyles = css`
  :host {
    display: grid;
    gap: 24px;
  }
  .road {
    display: grid;
    gap: 8px;
  }
  hopline-player {
    display: block;
    height: min(72vh, 680px);
    overflow: hidden;
    border: 1px solid var(--_frame);
    border-radius: 20px;
  }
  .whole {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    justify-self: end;
    min-height: 32px;
  }
  .phases {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 280px), 1fr));
    gap: 20px;
  }
  .phase {
    padding: 20px 20px 24px;
    border: 1px solid color-mix(in srgb, var(--_mark) 50%, var(--_page));
    border-radius: 20px;
    background: color-mix(in srgb, var(--_mark) 5%, var(--_page));
  }
  h4 {
    color: var(--_mark);
    font-size: 20px;
    line-height: 1.3;
  }
  .about {
    margin: 4px 0 18px;
    color: var(--_quiet);
    line-height: 1.5;
  }
  .stations > li {
    position: relative;
    display: flex;
    gap: 8px;
    padding-bottom: 20px;
  }
  .stations > li:last-child {
    padding-bottom: 0;
  }
  /* The road between two stops. */
  .stations > li:not(:last-child)::before {
    position: absolute;
    top: 30px;
    bottom: -14px;
    left: 20.5px;
    width: 3px;
    border-radius: 3px;
    background: color-mix(in srgb, var(--_mark) 55%, var(--_page));
    content: '';
  }
  .stop {
    position: relative;
    flex: none;
    width: 44px;
    height: 44px;
    margin: -10px 0 0;
    padding: 0;
    border: 0;
    border-radius: 999px;
    background: none;
  }
  button.stop {
    cursor: pointer;
  }
  .stop::after {
    position: absolute;
    inset: 12px;
    border: 3px solid var(--_mark);
    border-radius: 999px;
    background: var(--_page);
    content: '';
  }
  button.stop:hover::after,
  .here .stop::after {
    background: var(--_mark);
  }
  .here .stop::after {
    box-shadow: 0 0 0 5px color-mix(in srgb, var(--_mark) 30%, transparent);
  }
  .station {
    display: grid;
    flex: 1;
    gap: 6px;
    min-width: 0;
  }
  h5 {
    font-size: 17px;
    font-weight: 700;
    line-height: 1.4;
  }
  .here h5 {
    color: var(--_mark);
  }
  .station p {
    color: var(--_quiet);
    line-height: 1.5;
  }
  @media (max-width: 719px) {
    hopline-player {
      height: min(80vh, 620px);
    }
    .phase {
      padding-inline: 12px 16px;
    }
    h4,
    .about {
      padding-left: 8px;
    }
  }
`;
