import type { FilmPicture } from './film-picture.ts';
import type { FramePlan } from './frame-plan.ts';
import type { MovingFormat } from './moving-format.ts';
import { recordApng } from './record-apng.ts';
import type { FilmChunk } from './record-film.ts';
import { recordGif, type MovingRecording } from './record-gif.ts';

/** Records a story as a picture that moves, without end, into a file's bytes; closes the file when it is whole, else aborts it and rejects. */
export async function recordMoving(
  picture: FilmPicture, plan: FramePlan, format: MovingFormat, file: WritableStream<FilmChunk>, recording: MovingRecording = {},
): Promise<void> {
  return (format === 'gif' ? recordGif : recordApng)(picture, plan, file, recording);
}
