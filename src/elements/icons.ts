import { html, svg, type SVGTemplateResult, type TemplateResult } from 'lit';

/** Signs of the interface on a 24 × 24 grid: `fill` are solid shapes, `stroke` lines. */
const SIGNS = {
  play: { fill: 'M7 4.2v15.6L20 12z' },
  pause: { fill: 'M6.2 4.5h4.3v15H6.2zM13.5 4.5h4.3v15h-4.3z' },
  replay: { stroke: 'M5 5v5h5M5.6 10A7.5 7.5 0 1 1 4.5 14' },
  previous: { fill: 'M5.5 5.5h2.6v13H5.5zM19 5.5v13L9.2 12z' },
  next: { fill: 'M15.9 5.5h2.6v13h-2.6zM5 5.5v13l9.8-6.5z' },
  first: { fill: 'M2.8 6h2.2v12H2.8zM13 6v12l-7.6-6zM21.4 6v12l-7.6-6z' },
  last: { fill: 'M19 6h2.2v12H19zM11 6v12l7.6-6zM2.6 6v12l7.6-6z' },
  loop: { stroke: 'M17 3l3 3-3 3M4 11.5V10a4 4 0 0 1 4-4h12M7 21l-3-3 3-3M20 12.5V14a4 4 0 0 1-4 4H4' },
  steps: { stroke: 'M9.5 6H20M9.5 12H20M9.5 18H20M4.2 6h.6M4.2 12h.6M4.2 18h.6' },
  layers: { stroke: 'M12 3.5l8.5 4.5-8.5 4.5L3.5 8zM3.5 12l8.5 4.5 8.5-4.5M3.5 16l8.5 4.5 8.5-4.5' },
  lamp: { stroke: 'M9.2 17.5h5.6M10 20.5h4M9.2 17.5c0-2.6-3.2-3.8-3.2-7.6a6 6 0 0 1 12 0c0 3.8-3.2 5-3.2 7.6' },
  hidden: { stroke: 'M4 4l16 16M9.9 5.8A9.7 9.7 0 0 1 12 5.5c5 0 8.2 4 9.3 6.5a13 13 0 0 1-2.6 3.6M6.3 7.6A12.6 12.6 0 0 0 2.7 12c1.1 2.5 4.3 6.5 9.3 6.5 1.6 0 3-.4 4.2-1M10 10.1a2.8 2.8 0 0 0 3.9 3.9' },
  inspector: { stroke: 'M12 11v6M12 7.2v.2M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z' },
  captions: { stroke: 'M5.5 5h13A2.5 2.5 0 0 1 21 7.5v9a2.5 2.5 0 0 1-2.5 2.5h-13A2.5 2.5 0 0 1 3 16.5v-9A2.5 2.5 0 0 1 5.5 5zM7 15h5.5M15.5 15H17M7 11.3h1.5M11.5 11.3H17' },
  fullscreen: { stroke: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5' },
  unfull: { stroke: 'M9 4v5H4M20 9h-5V4M15 20v-5h5M4 15h5v5' },
  presenter: { stroke: 'M3.5 4.5h17M5 4.5v10.5h14V4.5M12 15v2.5M8.5 20.5l3.5-3 3.5 3M9 11.5V10M12 11.5V8M15 11.5V9' },
  help: { stroke: 'M9.5 9.3a2.6 2.6 0 1 1 3.7 2.4c-.8.4-1.2.9-1.2 1.8M12 16.7v.2M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z' },
  more: { fill: 'M4 11h2v2H4zM11 11h2v2h-2zM18 11h2v2h-2z' },
  close: { stroke: 'M6 6l12 12M18 6L6 18' },
  theme: { fill: 'M12 3a9 9 0 0 0 0 18z', stroke: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z' },
  out: { stroke: 'M8 16l8-8M9.5 8H16v6.5' },
  warning: { stroke: 'M12 4L2.8 19.5h18.4zM12 10v4.5M12 17.2v.2' },
  reset: { stroke: 'M4 8.5V4h4.5M15.5 4H20v4.5M20 15.5V20h-4.5M8.5 20H4v-4.5M9 12h6M12 9v6' },
  chevron: { stroke: 'M9 5.5l6.5 6.5L9 18.5' },
} as const satisfies Record<string, { fill?: string; stroke?: string }>;

export type SignName = keyof typeof SIGNS;

/** A sign as inline SVG, hidden from screen readers: the button around it has the name. `size` is in CSS px. */
export function sign(name: SignName, size = 22): TemplateResult {
  const shape: { fill?: string; stroke?: string } = SIGNS[name];
  return html`<svg viewBox="0 0 24 24" width=${size} height=${size} aria-hidden="true" focusable="false">${shape.fill ? filled(shape.fill) : ''}${shape.stroke ? lined(shape.stroke) : ''}</svg>`;
}

function filled(path: string): SVGTemplateResult {
  return svg`<path d=${path} fill="currentColor" stroke="currentColor" stroke-width="1" stroke-linejoin="round"></path>`;
}

function lined(path: string): SVGTemplateResult {
  return svg`<path d=${path} fill="none" stroke="currentColor" stroke-width="1.75" stroke-linecap="round" stroke-linejoin="round"></path>`;
}
