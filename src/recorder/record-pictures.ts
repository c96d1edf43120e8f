import type { FilmPicture } from './film-picture.ts';
import type { PictureTime } from './film-times.ts';
import { stamped } from './png-chunks.ts';
import type { Recording } from './record-film.ts';

/** Takes a PNG file and its place in the row; the next one waits until it is taken. */
export type TakePicture = (png: Uint8Array<ArrayBuffer>, index: number) => Promise<void>;

/** Draws instants of a story as PNG files, one after the other. Rejects with the signal's reason, or where a picture cannot be taken. */
export async function recordPictures(
  picture: FilmPicture, times: Iterable<PictureTime>, take: TakePicture, { signal, tags, onDrawn, onProgress }: Recording = {},
): Promise<void> {
  let index = 0;
  for (const time of times) {
    signal?.throwIfAborted();
    picture.draw(time);
    onDrawn?.(index);
    const blob = await picture.canvas.convertToBlob({ type: 'image/png' });
    const png = new Uint8Array(await blob.arrayBuffer());
    await take(tags ? stamped(png, tags) : png, index++);
    onProgress?.(index);
  }
}
