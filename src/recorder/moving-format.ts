/** Pictures that move by themselves and need no player. */
export type MovingFormat = 'gif' | 'apng';

/** Most frames a second: a GIF counts in hundredths of a second, and players slow down whatever is shorter than two of them. */
export const MOST_FPS: Readonly<Record<MovingFormat, number>> = { gif: 50, apng: 120 };
