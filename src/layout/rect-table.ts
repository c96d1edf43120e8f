import type { Rect } from '../shared/geometry.ts';

/** Many rectangles as bare numbers: whatever is compared thousands of times with all of them costs a fraction of what objects cost. */
export class RectTable {
  readonly count: number;
  private readonly left: Float64Array;
  private readonly top: Float64Array;
  private readonly right: Float64Array;
  private readonly bottom: Float64Array;

  constructor(rects: readonly Rect[]) {
    this.count = rects.length;
    this.left = Float64Array.from(rects, ({ x }) => x);
    this.top = Float64Array.from(rects, ({ y }) => y);
    this.right = Float64Array.from(rects, ({ x, width }) => x + width);
    this.bottom = Float64Array.from(rects, ({ y, height }) => y + height);
  }

  /** Whether one of them shares more than a rim with a rectangle. */
  overlaps(index: number, { x, y, width, height }: Rect): boolean {
    return x < (this.right[index] as number) && (this.left[index] as number) < x + width
      && y < (this.bottom[index] as number) && (this.top[index] as number) < y + height;
  }

  /** The area that one of them shares with a rectangle. */
  sharedArea(index: number, { x, y, width, height }: Rect): number {
    const wide = Math.min(x + width, this.right[index] as number) - Math.max(x, this.left[index] as number);
    const high = Math.min(y + height, this.bottom[index] as number) - Math.max(y, this.top[index] as number);
    return wide > 0 && high > 0 ? wide * high : 0;
  }

  /** Those that share more than a rim with a rectangle, in their order. */
  near(rect: Rect): number[] {
    const found: number[] = [];
    for (let i = 0; i < this.count; i++) if (this.overlaps(i, rect)) found.push(i);
    return found;
  }
}
