import type { Easel, MarkKind, Pen, Shapes } from '../../stage/paint.ts';
import type { RoutePath } from '../../stage/route-path.ts';
import type { TextLook } from '../../stage/text-look.ts';
import type { Point, Rect } from '../../shared/geometry.ts';

/** Where something is, map units; what a drawing is made of. */
export type Outline =
  | { readonly kind: 'rect'; readonly box: Rect; readonly radius: number }
  | { readonly kind: 'circle'; readonly x: number; readonly y: number; readonly radius: number }
  /** Lines, each through its points; closed ones are areas. */
  | { readonly kind: 'lines'; readonly lines: readonly (readonly Point[])[]; readonly closed: boolean }
  /** A piece of a way, drawn with a pattern; a dash of 0 is a dot. */
  | { readonly kind: 'dashes'; readonly path: RoutePath; readonly from: number; readonly to: number; readonly dash: number; readonly gap: number };

/** How an outline is drawn: filled, or with a line of a width. */
export interface Ink {
  readonly color: number;
  readonly alpha: number;
  /** Of a line; none: it is filled. */
  readonly width?: number;
  readonly cap?: 'butt' | 'round';
}

/** One thing that was painted. */
export type Stroke =
  | { readonly kind: 'shape'; readonly outline: Outline; readonly ink: Ink }
  | { readonly kind: 'text'; readonly text: string; readonly x: number; readonly y: number; readonly look: TextLook }
  | { readonly kind: 'icon'; readonly path: string; readonly x: number; readonly y: number; readonly size: number; readonly color: number; readonly alpha: number };

/** What was painted after a mark, up to the next one. */
export interface Part {
  readonly kind: MarkKind;
  readonly id: string;
  readonly strokes: Stroke[];
}

/** An easel that keeps what is painted on it as data, by the parts that are marked. */
export class Drawing implements Easel, Shapes {
  private readonly known = new Map<string, Part>();
  private part: Part | undefined;
  private pending: Outline[] = [];
  private lines: Point[][] = [];

  /** The parts in the order of their first marks. */
  get parts(): Iterable<Part> {
    return this.known.values();
  }

  get g(): Shapes {
    return this;
  }

  mark(kind: MarkKind, id: string | number): void {
    const key = `${kind} ${id}`;
    this.part = this.known.get(key) ?? { kind, id: String(id), strokes: [] };
    this.known.set(key, this.part);
  }

  text(text: string, x: number, y: number, look: TextLook): void {
    if (text !== '' && look.alpha !== 0) this.add({ kind: 'text', text, x, y, look });
  }

  icon(path: string, x: number, y: number, size: number, color: number, alpha: number): void {
    this.add({ kind: 'icon', path, x, y, size, color, alpha });
  }

  moveTo(x: number, y: number): Shapes {
    this.lines.push([{ x, y }]);
    return this;
  }

  lineTo(x: number, y: number): Shapes {
    this.lines.at(-1)?.push({ x, y });
    return this;
  }

  rect(x: number, y: number, width: number, height: number): Shapes {
    return this.rounded({ x, y, width, height }, 0);
  }

  rounded(box: Rect, radius: number): Shapes {
    this.pending.push({ kind: 'rect', box, radius });
    return this;
  }

  circle(x: number, y: number, radius: number): Shapes {
    this.pending.push({ kind: 'circle', x, y, radius });
    return this;
  }

  poly(points: number[]): Shapes {
    const line = Array.from({ length: points.length / 2 }, (_, i) => ({ x: points[2 * i] as number, y: points[2 * i + 1] as number }));
    this.pending.push({ kind: 'lines', lines: [line], closed: true });
    return this;
  }

  dashed(path: RoutePath, pen: Pen, dash: number, gap: number, from: number, to: number): void {
    this.pending.push({ kind: 'dashes', path, dash, gap, from, to });
    // A dash ends as it is cut; a dot is round.
    this.stroke({ ...pen, cap: dash === 0 ? 'round' : 'butt' });
  }

  fill({ color, alpha = 1 }: { color: number; alpha?: number }): Shapes {
    return this.ink({ color, alpha });
  }

  stroke({ width, color, alpha = 1, cap = 'butt' }: { width: number; color: number; alpha?: number; cap?: 'butt' | 'round' }): Shapes {
    return this.ink({ color, alpha, width, cap });
  }

  private ink(ink: Ink): Shapes {
    if (this.lines.length > 0) this.pending.push({ kind: 'lines', lines: this.lines, closed: false });
    for (const outline of this.pending) this.add({ kind: 'shape', outline, ink });
    this.pending = [];
    this.lines = [];
    return this;
  }

  private add(stroke: Stroke): void {
    if (!this.part) throw new Error('Something was painted before any mark.');
    this.part.strokes.push(stroke);
  }
}
