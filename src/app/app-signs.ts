import { html, type TemplateResult } from 'lit';

/** Signs of the app's own on a 24 × 24 grid, as lines. */
const SIGNS = {
  gallery: 'M5 4h5v7H5zM14 4h5v4h-5zM14 12h5v8h-5zM5 15h5v5H5z',
  link: 'M10 14a4 4 0 0 0 5.7 0l3.1-3.1a4 4 0 0 0-5.7-5.7L11.8 6.5M14 10a4 4 0 0 0-5.7 0l-3.1 3.1a4 4 0 0 0 5.7 5.7l1.3-1.3',
  open: 'M3.5 18.5v-12a1.5 1.5 0 0 1 1.5-1.5h4.5l2 2.5H18a1.5 1.5 0 0 1 1.5 1.5v1.5M3.5 18.5l2.6-7.2a1.5 1.5 0 0 1 1.4-1h12.7a1 1 0 0 1 .9 1.3l-2 6a1.5 1.5 0 0 1-1.4 1z',
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6L6 18',
  print: 'M7 9V4h10v5M7 17H4.5V9.5h15V17H17M7 14h10v6H7z',
  back: 'M4.5 5v5h5M5 9.8A7.5 7.5 0 1 1 4.6 14.5',
  session: 'M4 5h16M4 12h16M4 19h10M17 16.5l4 2.5-4 2.5z',
  slides: 'M3.5 4.5h17M5 4.5V15h14V4.5M12 15v2.5M8.5 20.5l3.5-3 3.5 3',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.3 15.3L20.5 20.5',
  check: 'M4 6.5l2 2 3.5-4M4 14.5l2 2 3.5-4M13 7h7M13 15h7',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2.5',
  export: 'M12 15V4M7.5 8.5L12 4l4.5 4.5M4.5 13v6.5h15V13',
  presenter: 'M3.5 4.5h13v9h-13zM20.5 9.5v9.5h-13v-2.5M6.5 7.5h4M6.5 10.5h7',
  drop: 'M12 4v10.5M7.5 10.5L12 15l4.5-4.5M4.5 17.5V20h15v-2.5',
} as const;

export type AppSign = keyof typeof SIGNS;

/** A sign as inline SVG, hidden from screen readers: what is around it has the name. `size` is in CSS px. */
export function appSign(name: AppSign, size = 22): TemplateResult {
  return html`<svg viewBox="0 0 24 24" width=${size} height=${size} aria-hidden="true" focusable="false">
    <path d=${SIGNS[name]} fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"></path>
  </svg>`;
}

/** The mark: a component, and the hop that leaves it. */
export function logo(size = 34): TemplateResult {
  return html`<svg class="logo" viewBox="0 0 40 28" width=${size} height=${size * 0.7} aria-hidden="true" focusable="false">
    <path class="way" d="M23 14h6" fill="none" stroke-width="3.5"></path>
    <circle class="ring" cx="14" cy="14" r="9" fill="none" stroke-width="4.5"></circle>
    <circle class="hop" cx="32" cy="14" r="5.5"></circle>
  </svg>`;
}
