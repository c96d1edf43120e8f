import { css } from 'lit';

/** Points, layers and references of a section. */
export const sectionStyles = css`
  .points {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 420px), 1fr));
    gap: 12px 20px;
  }
  .points > li {
    display: flex;
    gap: 10px;
    padding: 16px 18px 16px 14px;
    border: 1px solid var(--_frame);
    border-radius: 16px;
    background: var(--_panel);
  }
  .points > li > svg {
    flex: none;
    margin-top: 4px;
    color: var(--_mark);
  }
  .points > li > div {
    display: grid;
    gap: 8px;
    min-width: 0;
  }
  .points strong + span {
    display: block;
    margin-top: 2px;
    color: var(--_quiet);
  }
  .points p {
    font-size: 18px;
    line-height: 1.5;
  }
  .points .handout,
  .layers .handout {
    font-size: 14px;
  }
  .layers {
    display: grid;
    gap: 8px;
  }
  .layers > li {
    display: grid;
    grid-template-columns: minmax(0, 260px) minmax(0, 1fr);
    gap: 16px 28px;
    padding: 20px 24px;
    border: 1px solid var(--_frame);
    border-left: 4px solid var(--_mark);
    border-radius: 8px 16px 16px 8px;
    background: var(--_panel);
  }
  .layer-head {
    display: grid;
    align-content: start;
    gap: 8px;
  }
  .layers h4 {
    font-size: 18px;
    line-height: 1.35;
  }
  .layer-points {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 216px), 1fr));
    gap: 12px 16px;
  }
  .layer-points > li {
    display: grid;
    align-content: start;
    gap: 6px;
  }
  .term {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 9px;
    min-height: 40px;
    padding: 6px 16px;
    border: 1px solid var(--_frame);
    border-radius: 12px;
    background: var(--_card);
    color: var(--_text);
    font-weight: 600;
    line-height: 1.35;
  }
  a.term:hover {
    border-color: var(--_link);
    text-decoration: none;
  }
  .term svg {
    flex: none;
    color: var(--_link);
  }
  .remark {
    padding-left: 2px;
    color: var(--_quiet);
    font-size: 14px;
    line-height: 1.45;
  }
  .references {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 320px), 1fr));
    gap: 12px;
  }
  .references a {
    display: block;
    padding: 16px 18px;
    border: 1px solid var(--_frame);
    border-radius: 16px;
    background: var(--_panel);
    font-size: 17px;
    font-weight: 600;
  }
  .references svg {
    vertical-align: -2px;
  }
  .where {
    display: block;
    margin-top: 2px;
    color: var(--_quiet);
    font-size: 14px;
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  @media (max-width: 719px) {
    .layers > li {
      grid-template-columns: minmax(0, 1fr);
      padding: 16px;
    }
  }
`;
