/**
 * A short note inside a film or picture that says what it was made from, so that it need not be made again. It reads the same in every container, as
 * plain letters: the title may be anything, the stamp is 64 hexadecimal digits behind its name.
 */
export const STAMP_NAME = 'hopline-inputs:';

/** What a file says of itself. */
export interface FilmTags {
  readonly title: string;
  /** 64 hexadecimal digits. */
  readonly stamp: string;
}

/** The stamp as it stands in a file. */
export function stampText({ stamp }: FilmTags): string {
  return `${STAMP_NAME}${stamp}`;
}
