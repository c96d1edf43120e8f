import { changedRect } from './changed-rect.ts';
import type { FilmPicture } from './film-picture.ts';
import type { FramePlan } from './frame-plan.ts';
import { pixelsOf } from './picture-pixels.ts';
import type { Recording } from './record-film.ts';

/** What a frame has that the one before had not: whole rows from `top` on, RGBA; none where nothing has changed. */
export interface RawRows {
  readonly top: number;
  readonly rows: Uint8Array<ArrayBuffer>;
}

const NOTHING: RawRows = { top: 0, rows: new Uint8Array() };

/**
 * Hands over the pixels of each frame of a story, for an encoder that is elsewhere. The next frame is drawn while one is under way, and waits until that one
 * is taken.
 */
export async function recordRaw(
  picture: FilmPicture, plan: FramePlan, take: (frame: RawRows) => Promise<void>, { signal, onDrawn, onProgress, breathe }: Recording = {},
): Promise<void> {
  let shown: Uint32Array<ArrayBuffer> | undefined;
  let taken: Promise<void> | undefined;
  for (let frame = 0; frame < plan.frames; frame++) {
    signal?.throwIfAborted();
    picture.draw({ time: plan.storyTime(frame) });
    onDrawn?.(frame);
    const pixels = pixelsOf(picture);
    const changed = changedRows(shown, pixels, picture.canvas);
    shown = pixels;
    await taken;
    taken = take(changed);
    // A failure is heard when the next one is handed over, or at the end.
    taken.catch(() => undefined);
    await breathe?.();
    onProgress?.(frame + 1);
  }
  await taken;
}

function changedRows(before: Uint32Array | undefined, now: Uint32Array<ArrayBuffer>, { width, height }: OffscreenCanvas): RawRows {
  if (!before) return { top: 0, rows: new Uint8Array(now.buffer) };
  const rect = changedRect(before, now, width, height);
  return rect ? { top: rect.y, rows: new Uint8Array(now.buffer, 4 * width * rect.y, 4 * width * rect.height) } : NOTHING;
}
