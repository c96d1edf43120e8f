/** A point in map units (px of the unscaled map). */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** An axis-aligned rectangle in map units; `x`, `y` are its top left corner. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}
