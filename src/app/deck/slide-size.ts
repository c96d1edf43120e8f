/** The size that slides are laid out in; the deck scales them to the window. CSS px. */
export interface SlideSize {
  readonly width: number;
  readonly height: number;
  /** One column, for a phone that is held upright. */
  readonly narrow: boolean;
}

const HALL: SlideSize = { width: 1920, height: 1080, narrow: false };
/** A phone's slide is as wide as this, and as high as its window is. */
const NARROW_WIDTH = 760;
const NARROW_BELOW = 600;
const LOWEST = 1280;
const HIGHEST = 1700;

/** 1920 × 1080; for a small upright window slides of its own shape, since a slide for a hall would be a stamp there. */
export function slideSize(windowWidth: number, windowHeight: number, print: boolean): SlideSize {
  if (print || windowWidth >= NARROW_BELOW || windowHeight <= windowWidth) return HALL;
  const height = Math.round((NARROW_WIDTH * windowHeight) / windowWidth);
  return { width: NARROW_WIDTH, height: Math.min(HIGHEST, Math.max(LOWEST, height)), narrow: true };
}
