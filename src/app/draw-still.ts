import type { Scenario } from '../scenario/model.ts';
import type { LinkTheme } from './link.ts';
import type { Stills } from './stills.ts';

/** How a still looks, beside what it shows. */
export interface StillLook {
  readonly theme: LinkTheme;
  readonly language: string;
}

/**
 * Draws the picture of a scenario into a canvas, as large as the canvas is shown; false where it is not shown, as on a card that was filtered out
 * while its file was read. Rejects as `Stills.order` does.
 */
export async function drawStill(canvas: HTMLCanvasElement, scenario: Scenario, look: StillLook, stills: Stills, signal: AbortSignal): Promise<boolean> {
  const { clientWidth: width, clientHeight: height } = canvas;
  if (width === 0 || height === 0) return false;
  const picture = await stills.order({ scenario, ...look, width, height, pixelRatio: Math.min(2, devicePixelRatio) }, signal);
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  return true;
}
