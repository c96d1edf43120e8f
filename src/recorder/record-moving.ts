import { ApngFile } from './apng-file.ts';
import type { FilmPicture } from './film-picture.ts';
import type { FramePlan } from './frame-plan.ts';
import { GifFile } from './gif-file.ts';
import type { MovingFormat } from './moving-format.ts';
import type { FilmChunk, Recording } from './record-film.ts';

/** What goes on while recording a picture that moves. */
interface MovingRecording extends Recording {
  /** Of a GIF's palette, at most 256. */
  readonly colours?: number;
}

/** Records a story as a picture that moves, without end, into a file's bytes; closes the file when it is whole, else aborts it and rejects. */
export async function recordMoving(
  picture: FilmPicture, plan: FramePlan, format: MovingFormat, file: WritableStream<FilmChunk>,
  { signal, tags, colours, onDrawn, onProgress, breathe }: MovingRecording = {},
): Promise<void> {
  signal?.throwIfAborted();
  const writer = file.getWriter();
  try {
    const target = format === 'gif' ? new GifFile(writer, picture, plan, colours) : new ApngFile(writer, picture, plan.fps);
    for (let frame = 0; frame < plan.frames; frame++) {
      picture.draw({ time: plan.storyTime(frame) });
      onDrawn?.(frame);
      await target.add(frame);
      await breathe?.();
      signal?.throwIfAborted();
      onProgress?.(frame + 1);
    }
    await target.finish(tags);
    await writer.close();
  } catch (error) {
    await writer.abort(error).catch(() => undefined);
    throw error;
  }
}
