/** Seconds of the small movements; the look's motion table is the source. */
export const MOTION = {
  /** A label and its edge light up. */
  rise: 0.15,
  /** The receiver's ring after an arrival. */
  ring: 0.45,
  /** The head and its trail fade after the end. */
  fade: 0.3,
  emphasis: 0.3,
  camera: 0.8,
  /** The sequence goes to another row. */
  row: 0.35,
} as const;
