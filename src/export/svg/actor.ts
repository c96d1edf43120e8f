import type { Point, Rect } from '../../shared/geometry.ts';
import type { Outline, Stroke } from './drawing.ts';
import type { Colours } from './inks.ts';
import { AT_ONCE, Series } from './series.ts';

/** What of a stroke never changes, as text: two strokes of a part with the same key are one thing at two times. */
export function keyOf(stroke: Stroke): string {
  switch (stroke.kind) {
    case 'text': return `text ${stroke.look.size} ${stroke.look.weight} ${stroke.look.align ?? 0} ${stroke.look.leading ?? 0} ${stroke.text}`;
    case 'icon': return `icon ${stroke.size} ${stroke.path}`;
    case 'shape': return `${stroke.ink.width === undefined ? 'fill' : `line ${stroke.ink.cap}`} ${outlineKey(stroke.outline)}`;
  }
}

function outlineKey(outline: Outline): string {
  switch (outline.kind) {
    case 'rect': return 'rect';
    case 'circle': return 'circle';
    case 'dashes': return `dashes ${outline.dash} ${outline.gap} ${outline.from} ${at(outline.path.points[0])} ${outline.path.length.toFixed(1)}`;
    // An open line may grow along its way; anything else is what it is.
    case 'lines': {
      const { lines, closed } = outline;
      return !closed && lines.length === 1 ? `way ${at(lines[0]?.[0])}` : `lines ${lines.map((line) => line.map(at).join(' ')).join(' / ')}`;
    }
  }
}

function at(point: Point | undefined): string {
  return point ? `${point.x.toFixed(1)},${point.y.toFixed(1)}` : '';
}

/** One thing of the picture through the whole story: the stroke that shows most of it, and how its numbers change. */
export class Actor {
  readonly alpha = new Series();
  /** Red, green and blue of each theme, one after the other. */
  readonly colour = new Series();
  readonly place = new Series();
  /** Of a line: its width. */
  readonly width = new Series();
  /** Of a line that grows along its way, and of a pattern: how far it reaches from its start, map units. */
  readonly reach = new Series();
  /** Of lines: the longest of all that were drawn. */
  private longest: Stroke;
  private longestReach = 0;
  private seen: Stroke | undefined;
  private colours: Colours = [];

  constructor(readonly key: string, readonly stroke: Stroke, begin: number, from: number) {
    this.longest = stroke;
    if (begin <= from) return;
    // Until it comes it is not there.
    this.alpha.add(from, [0]);
    this.alpha.add(begin - AT_ONCE, [0]);
  }

  /** The stroke with the whole of its line. */
  get whole(): Stroke {
    return this.longest;
  }

  /** How long its line is, map units; 0: it is none. */
  get length(): number {
    return this.longestReach;
  }

  /** Notes how it looks at a time; `colours`: its colour in each theme. */
  see(time: number, stroke: Stroke, colours: Colours): void {
    if (this.seen && this.colours.join() === colours.join() && isSame(this.seen, stroke)) {
      for (const series of [this.alpha, this.colour, this.place, this.width, this.reach]) series.stay(time);
      return;
    }
    this.seen = stroke;
    this.colours = colours;
    this.alpha.add(time, [alphaOf(stroke)]);
    this.colour.add(time, colours.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
    this.place.add(time, placeOf(stroke));
    if (stroke.kind !== 'shape') return;
    if (stroke.ink.width !== undefined) this.width.add(time, [stroke.ink.width]);
    const reach = reachOf(stroke.outline);
    if (reach === undefined) return;
    this.reach.add(time, [reach]);
    if (reach > this.longestReach) [this.longest, this.longestReach] = [stroke, reach];
  }

  /** Notes that it is not there at a time. */
  miss(time: number): void {
    if (this.seen) this.alpha.add(time, [0]);
    else this.alpha.stay(time);
    this.seen = undefined;
  }

  /** Whether it is never seen. */
  get hidden(): boolean {
    return this.alpha.constant && this.alpha.first?.[0] === 0;
  }
}

/** Whether two strokes of one key look the same. */
function isSame(a: Stroke, b: Stroke): boolean {
  if (alphaOf(a) !== alphaOf(b)) return false;
  if (a.kind !== 'shape' || b.kind !== 'shape') return a.kind !== 'shape' && b.kind !== 'shape' && a.x === b.x && a.y === b.y;
  if (a.ink.width !== b.ink.width) return false;
  const [one, other] = [a.outline, b.outline];
  if (one.kind === 'dashes' && other.kind === 'dashes') return one.to === other.to;
  if (one.kind !== 'lines' || other.kind !== 'lines') return placeOf(a).join() === placeOf(b).join();
  const [ends, others] = [one.lines[0], other.lines[0]];
  return ends?.length === others?.length && at(ends?.at(-1)) === at(others?.at(-1));
}

function alphaOf(stroke: Stroke): number {
  return stroke.kind === 'shape' ? stroke.ink.alpha : stroke.kind === 'icon' ? stroke.alpha : (stroke.look.alpha ?? 1);
}

/** The numbers that say where it is. */
function placeOf(stroke: Stroke): readonly number[] {
  if (stroke.kind !== 'shape') return [stroke.x, stroke.y];
  const { outline } = stroke;
  if (outline.kind === 'circle') return [outline.x, outline.y, outline.radius];
  if (outline.kind === 'rect') return [...numbersOf(outline.box), outline.radius];
  return [];
}

function numbersOf({ x, y, width, height }: Rect): readonly number[] {
  return [x, y, width, height];
}

function reachOf(outline: Outline): number | undefined {
  if (outline.kind === 'dashes') return outline.to - outline.from;
  return outline.kind === 'lines' && !outline.closed && outline.lines.length === 1 ? lengthOf(outline.lines[0] ?? []) : undefined;
}

/** How long a line is. */
export function lengthOf(line: readonly Point[]): number {
  return line.reduce((sum, point, i) => {
    const before = line[i - 1];
    return before ? sum + Math.hypot(point.x - before.x, point.y - before.y) : sum;
  }, 0);
}
