import type { FilmPicture } from './film-picture.ts';
import { framePatch } from './frame-patch.ts';
import type { FramePlan } from './frame-plan.ts';
import { pixelsOf } from './picture-pixels.ts';
import type { Recording } from './record-film.ts';

/** Takes what a frame has that the one before had not, and resolves when there is room for the next. */
export type TakePatch = (patch: Uint32Array<ArrayBuffer>) => Promise<void>;

/**
 * Hands over the pixels of each frame of a story, for an encoder that is elsewhere. The next frame is drawn while one is under way, and waits until that one
 * is taken.
 */
export async function recordRaw(
  picture: FilmPicture, plan: FramePlan, take: TakePatch, { signal, onDrawn, onProgress, breathe }: Recording = {},
): Promise<void> {
  let shown: Uint32Array<ArrayBuffer> | undefined;
  let taken: Promise<void> | undefined;
  for (let frame = 0; frame < plan.frames; frame++) {
    signal?.throwIfAborted();
    picture.draw({ time: plan.storyTime(frame) });
    onDrawn?.(frame);
    const pixels = pixelsOf(picture);
    const patch = framePatch(shown, pixels, picture.canvas.width, picture.canvas.height);
    shown = pixels;
    await taken;
    taken = take(patch);
    // A failure is heard when the next one is handed over, or at the end.
    taken.catch(() => undefined);
    await breathe?.();
    onProgress?.(frame + 1);
  }
  await taken;
}
