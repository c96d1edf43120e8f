import { svg, html, type TemplateResult } from 'lit';

/** Components of the drawing on a grid, with their accents: x, y, width. */
const CARDS = [
  [40, 90, 150, 'clients'], [40, 190, 150, 'clients'],
  [300, 40, 170, 'control-plane'], [560, 40, 150, 'control-plane'], [300, 150, 170, 'control-plane'],
  [560, 200, 150, 'worker'], [560, 300, 150, 'worker'], [300, 330, 170, 'worker'],
  [800, 130, 130, 'networking'], [800, 240, 130, 'storage'], [560, 410, 150, 'observability'],
] as const;
const CARD = 64;

/** Ways between them, and who sends: each has its token on it, a little further on its way than the last. */
const WAYS = [
  ['M190 122 H300 V72', 'clients', 262, 122, '1'], ['M470 72 H560', 'control-plane', 520, 72, '2'], ['M385 104 V150', 'control-plane', 0, 0, ''],
  ['M470 182 H516 V232 H560', 'control-plane', 516, 208, '3'], ['M635 264 V300', 'worker', 0, 0, ''], ['M560 332 H470', 'worker', 505, 332, '4'],
  ['M710 232 H756 V162 H800', 'worker', 0, 0, ''], ['M710 332 H756 V272 H800', 'worker', 756, 300, '5'], ['M635 364 V410', 'worker', 0, 0, ''], ['M190 222 H300', 'clients', 0, 0, ''],
] as const;

/** The picture behind the title: a cluster with a request on its way through it. Decoration; nothing in it moves. */
export function titleArt(): TemplateResult {
  return html`<svg class="art" viewBox="0 0 960 500" aria-hidden="true">
    ${WAYS.map(([path, accent]) => svg`<path class="way" data-accent=${accent} d=${path}></path>`)}
    ${CARDS.map(([x, y, width, accent]) => svg`<g data-accent=${accent}><rect class="card" x=${x} y=${y} width=${width} height=${CARD} rx="12"></rect>
      <rect class="icon" x=${x + 12} y=${y + 16} width="32" height="32" rx="8"></rect><rect class="line" x=${x + 56} y=${y + 22} width=${width - 84} height="8" rx="4"></rect>
      <rect class="line" x=${x + 56} y=${y + 37} width=${(width - 84) * 0.6} height="6" rx="3" opacity="0.55"></rect></g>`)}
    ${WAYS.filter(([, , , , number]) => number).map(([, accent, x, y, number]) => svg`<g data-accent=${accent}><circle class="halo" cx=${x} cy=${y} r="24"></circle>
      <circle class="token" cx=${x} cy=${y} r="16"></circle><text x=${x} y=${y} dy="6.5">${number}</text></g>`)}
  </svg>`;
}
