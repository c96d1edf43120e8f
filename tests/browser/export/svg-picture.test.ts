import { afterAll, beforeAll, expect, it } from 'vitest';
import type { FontFile } from '../../../src/export/svg/page.ts';
import { stillSvg } from '../../../src/export/svg/still-svg.ts';
import { paneFor } from '../../../src/export/svg/svg-story.ts';
import { THEMES, type ThemeName } from '../../../src/look/tokens.ts';
import type { Size } from '../../../src/shared/geometry.ts';
import { base64 } from '../../../src/shared/base64.ts';
import { makeFixture, makeScene, type Fixture } from '../stage/fixture.ts';

const FILES = import.meta.glob<string>('/assets/fonts/*.woff2', { query: '?url', import: 'default', eager: true });
/** Of the picture's rims, px: there it has round corners and a frame, and at its foot it ends softly. */
const RIM = 30;
/** Pictures are compared at a quarter of their size: letters stand on other parts of a pixel, and nothing else may differ. */
const SHRINK = 4;
/** Of 255, on average; and what no place may differ by. */
const TOLERANCE = { mean: 1, most: 75 };

let fonts: FontFile[];
let fixture: Fixture | undefined;
beforeAll(async () => {
  const read = async (path: string): Promise<string> => base64(new Uint8Array(await (await fetch(FILES[path] as string)).arrayBuffer()));
  const paths = Object.keys(FILES).sort();
  fonts = await Promise.all(paths.map(async (path) => ({ weight: path.includes('700') ? 700 : 500, data: await read(path) })));
});
afterAll(() => fixture?.stage.destroy());

/** A picture of the size of a pane, smaller and without its rims. */
function small(picture: CanvasImageSource, { width, height }: Size): Uint8ClampedArray {
  const [w, h] = [Math.floor((width - 2 * RIM) / SHRINK), Math.floor((height - 2 * RIM) / SHRINK)];
  const context = new OffscreenCanvas(w, h).getContext('2d') as OffscreenCanvasRenderingContext2D;
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, RIM, RIM, w * SHRINK, h * SHRINK, 0, 0, w, h);
  return context.getImageData(0, 0, w, h).data;
}

/** An SVG as pixels: an image of it would be drawn anew in every size. */
async function pixelsOf(svg: string, { width, height }: Size): Promise<OffscreenCanvas> {
  const image = new Image();
  image.src = `data:image/svg+xml;base64,${base64(new TextEncoder().encode(svg))}`;
  await image.decode();
  const canvas = new OffscreenCanvas(width, height);
  canvas.getContext('2d')?.drawImage(image, 0, 0);
  return canvas;
}

function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): { mean: number; most: number } {
  let [sum, most] = [0, 0];
  for (let at = 0; at < a.length; at++) {
    const far = Math.abs((a[at] as number) - (b[at] as number));
    sum += far;
    most = Math.max(most, far);
  }
  return { mean: sum / ((a.length * 3) / 4), most };
}

it.each(['dark', 'light', 'contrast'] satisfies ThemeName[])('an SVG shows what the stage draws, %s', async (theme) => {
  const scene = await makeScene({ lang: 'ko' });
  const pane = paneFor(scene.map);
  fixture?.stage.destroy();
  fixture = await makeFixture({ theme, scene, width: pane.width, height: pane.height });
  const story = { trace: scene.trace, map: scene.map, themes: [THEMES[theme]] };
  // Acts, holds and movements of the view, in every step.
  for (const step of scene.trace.steps) {
    for (const time of [step.start + 0.31, (step.start + step.actEnd) / 2, (step.actEnd + step.end) / 2]) {
      await fixture.at(time);
      const { mean, most } = difference(small(await pixelsOf(stillSvg(story, { time }).withFonts(fonts), pane), pane), small(fixture.stage.canvas, pane));
      expect(mean, `${step.id} at ${time.toFixed(2)} s`).toBeLessThan(TOLERANCE.mean);
      expect(most, `${step.id} at ${time.toFixed(2)} s`).toBeLessThan(TOLERANCE.most);
    }
  }
});
