/** Which part of a story a film shows, how fast, and in how many pictures. Times are seconds of the story. */
export interface FilmRange {
  readonly from: number;
  readonly to: number;
  /** Pictures for each second of the film. */
  readonly fps: number;
  /** Seconds of the story for each second of the film. */
  readonly rate: number;
}

/** The pictures of a film. */
export interface FramePlan {
  /** How many there are, at least one. */
  readonly frames: number;
  readonly fps: number;
  /** Seconds that the film lasts. */
  readonly duration: number;
  /** The instant of the story, in seconds, that a picture shows. */
  storyTime(frame: number): number;
}

/** What rounding may leave of a whole number of pictures. */
const ROUNDING = 1e-6;

/** Plans the pictures of a range: the last one stands for whatever is left of its length. Every time is computed from its number, never summed up. */
export function planFrames({ from, to, fps, rate }: FilmRange): FramePlan {
  const frames = Math.max(1, Math.ceil(((to - from) / rate) * fps - ROUNDING));
  return { frames, fps, duration: frames / fps, storyTime: (frame) => Math.min(to, from + (frame / fps) * rate) };
}
