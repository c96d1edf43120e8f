import { css } from 'lit';

/** The agenda at the side, and the numbers of the parts. */
export const sessionAgendaStyles = css`
  .rail {
    position: sticky;
    top: 24px;
    max-height: calc(100dvh - 48px);
    padding: 10px;
    border: 1px solid var(--_frame);
    border-radius: 20px;
    background: var(--_panel);
    overflow-y: auto;
  }
  .agenda a {
    display: grid;
    grid-template-columns: 28px 1fr auto;
    gap: 4px 10px;
    align-items: center;
    padding: 9px 10px;
    border-radius: 12px;
    color: var(--_text);
    line-height: 1.35;
  }
  .agenda a:hover {
    background: var(--_card);
    text-decoration: none;
  }
  .agenda a[aria-current] {
    background: color-mix(in srgb, var(--_mark) 16%, var(--_card));
  }
  .number {
    display: inline-grid;
    flex: none;
    place-items: center;
    width: 28px;
    height: 28px;
    border-radius: 999px;
    background: color-mix(in srgb, var(--_mark) 22%, var(--_page));
    color: var(--_mark);
    font-size: 14px;
    font-weight: 700;
  }
  .agenda a[aria-current] .number {
    background: var(--_mark);
    color: var(--_page);
  }
  .name {
    font-weight: 600;
    word-break: keep-all;
    overflow-wrap: anywhere;
  }
  .minutes {
    color: var(--_quiet);
    font-size: 14px;
    white-space: nowrap;
  }
  .share {
    grid-column: 2 / -1;
    height: 4px;
    border-radius: 999px;
    background: var(--_track);
    overflow: hidden;
  }
  .share span {
    display: block;
    height: 100%;
    border-radius: 999px;
    background: var(--_mark);
  }
  @media (max-width: 1199px) {
    .rail {
      position: static;
      max-height: none;
    }
  }
`;
