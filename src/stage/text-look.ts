/** How a text is drawn. */
export interface TextLook {
  readonly size: number;
  readonly weight: 500 | 700;
  readonly color: number;
  readonly alpha?: number;
  /** 0 left of `x`, 0.5 centred on it, 1 right of it. */
  readonly align?: 0 | 0.5 | 1;
  /** Between lines, as a multiple of `size`. */
  readonly leading?: number;
}
