/** The part of a story that a film shows, seconds of the story, and how fast it goes through it. Where nothing is said: all of it, as fast as it is told. */
export interface Stretch {
  readonly from?: number;
  readonly to?: number;
  readonly rate?: number;
}

/** A time of the story as a time of the film, in seconds; what is outside of the film is at its ends. */
export function filmTimeOf(time: number, { from = 0, to = Infinity, rate = 1 }: Stretch): number {
  return (Math.min(Math.max(time, from), to) - from) / rate;
}
