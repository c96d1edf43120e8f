import { LINE_HEIGHT, type Weight } from '../../look/type.ts';
import { slice } from '../../stage/route-path.ts';
import type { Stroke } from './drawing.ts';
import { element, esc, n, type Attributes } from './markup.ts';
import { pathData } from './path-data.ts';

/** From the middle of a line of the bundled font down to its baseline, in font sizes: the line's box reaches from its highest accent to its lowest tail. */
const BASELINE = 0.3785;
const ICON_SPAN = 24;
/** How icons are drawn: lines with round ends and joins. */
export const ICON_RULE = '.i{stroke-width:1.8px;stroke-linecap:round;stroke-linejoin:round}';

/** Whether a stroke is drawn as a line, and not as an area or letters. */
export function isLine(stroke: Stroke): boolean {
  return stroke.kind === 'icon' || (stroke.kind === 'shape' && stroke.ink.width !== undefined);
}

/** A stroke as an element; colour, opacity and motion are in `look`. */
export function sketch(stroke: Stroke, look: Attributes): string {
  if (stroke.kind === 'text') return letters({ ...stroke, ...stroke.look, lines: stroke.text.split('\n') }, look);
  if (stroke.kind === 'icon') {
    const transform = `translate(${n(stroke.x)} ${n(stroke.y)})scale(${n(stroke.size / ICON_SPAN, 4)})`;
    const { class: classes, ...others } = look;
    return element('path', { d: stroke.path, transform, class: `i ${classes ?? ''}`.trim(), ...others });
  }
  const { outline, ink } = stroke;
  const line: Attributes = ink.width === undefined ? {} : { 'stroke-width': ink.width, ...(ink.cap === 'round' && { 'stroke-linecap': 'round' }) };
  switch (outline.kind) {
    case 'rect': {
      const { box: { x, y, width, height }, radius } = outline;
      return element('rect', { x, y, width, height, rx: radius || undefined, ...line, ...look });
    }
    case 'circle': return element('circle', { cx: outline.x, cy: outline.y, r: outline.radius, ...line, ...look });
    case 'lines': return element('path', { d: outline.lines.map((one) => pathData(one, outline.closed)).join(''), ...line, ...look });
    case 'dashes': {
      const d = pathData(slice(outline.path, outline.from, outline.to));
      return element('path', { d, ...line, 'stroke-dasharray': `${n(outline.dash)} ${n(outline.gap)}`, ...look });
    }
  }
}

/** Lines of text, all of one look. */
export interface Letters {
  readonly lines: readonly string[];
  readonly x: number;
  /** The middle of all lines. */
  readonly y: number;
  readonly size: number;
  readonly weight: Weight;
  /** 0 left of `x`, 0.5 centred on it, 1 right of it. */
  readonly align?: 0 | 0.5 | 1;
  readonly leading?: number;
}

/** Text as an element; colour, opacity and motion are in `look`. */
export function letters({ lines, x, y, size, weight, align = 0, leading = LINE_HEIGHT }: Letters, look: Attributes): string {
  const first = y + BASELINE * size - ((lines.length - 1) / 2) * size * leading;
  const [only = ''] = lines;
  const anchor = align === 0 ? undefined : align === 1 ? 'end' : 'middle';
  const { class: classes, ...others } = look;
  const attributes = { x, y: first, 'font-size': size, 'text-anchor': anchor, class: [classes, weight === 700 ? 'b' : undefined].filter(Boolean).join(' '), ...others };
  if (lines.length === 1) return element('text', attributes, escaped(only));
  return element('text', attributes, lines.map((line, i) => element('tspan', { x, y: first + i * size * leading }, escaped(line))).join(''));
}

function escaped(text: string): string {
  return esc(text) || ' ';
}
