import type { FilmPicture } from './film-picture.ts';
import { pixelsOf } from './picture-pixels.ts';

/**
 * The pixels of a picture without a ground as encoders want them, RGBA: colours are not darkened by their transparency, and what is not seen at all has the
 * colour of the theme's page, so that nothing else shines in at edges, where colours are stored for several pixels at once.
 */
export function straightPixels(picture: FilmPicture): Uint8Array<ArrayBuffer> {
  const pixels = pixelsOf(picture);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => parseInt(picture.theme.page.slice(at, at + 2), 16));
  const unseen = red | (green << 8) | (blue << 16);
  for (let at = 0; at < pixels.length; at++) if ((pixels[at] as number) >>> 24 === 0) pixels[at] = unseen;
  return new Uint8Array(pixels.buffer);
}
