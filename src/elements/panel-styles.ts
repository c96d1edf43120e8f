import { css } from 'lit';

/** Looks that the panels beside the stage share: as high as there is room, a head in a line over a body that scrolls. */
export const panelStyles = css`
  :host {
    display: flex;
    flex-direction: column;
    min-height: 0;
    height: 100%;
  }
  .head {
    display: flex;
    align-items: center;
  }
`;
