import type { FilmPicture } from './film-picture.ts';

/** The pixels of the picture as it stands, a word each: bytes are red, green, blue and alpha. */
export function pixelsOf({ canvas }: FilmPicture): Uint32Array<ArrayBuffer> {
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser gives no canvas to read from.');
  return new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
}
