import type { FilmTags } from './film-stamp.ts';
import type { FilmChunk } from './record-film.ts';

/** Takes the bytes of a file, each with its place. */
export type FilmWriter = WritableStreamDefaultWriter<FilmChunk>;

/** The file of a picture that moves, while it is written. */
export interface MovingFile {
  /** Adds the picture as it stands, as the frame of this number. */
  add(frame: number): Promise<void>;
  /** Writes what is left, and what the file says of itself. */
  finish(tags?: FilmTags): Promise<void>;
}
