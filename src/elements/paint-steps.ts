import { stateAt } from '../compile/state.ts';
import { wordsOf } from '../compile/words.ts';
import { loadFonts } from '../look/fonts.ts';
import type { ThemeName } from '../look/tokens.ts';
import { panesFor } from '../stage/panes.ts';
import { Stage } from '../stage/stage.ts';
import { FrameSource } from '../timeline/frames.ts';
import { PageTheme } from './page-theme.ts';
import type { PlayerElement } from './player-face.ts';
import { placeScenario, sequenceFor } from './player-scene.ts';

/** How large the pictures are: CSS px, and device px per CSS px. */
export interface PictureSize {
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

/** Around letters nothing is to be seen of the compression at this quality. */
const QUALITY = 0.88;

/**
 * What a player shows as pictures: first the one before anything has happened, then the still of each step, in the player's own variant,
 * view and theme. As JPEG: a browser puts one into a PDF as it is, where it would unpack and pack every other kind, a minute for a deck. Draws on a stage of its own, so that the player need not be seen. None where nothing is loaded.
 */
export async function paintSteps(player: PlayerElement, size: PictureSize): Promise<Blob[]> {
  const { trace } = player;
  if (!trace) return [];
  const map = await placeScenario(trace.scenario);
  await loadFonts(wordsOf(trace));
  const stage = await Stage.create({ theme: new PageTheme().read(player, themeName(player)), canvas: document.createElement('canvas') });
  const frames = new FrameSource(trace);
  try {
    stage.setView(player.view);
    stage.resize(size.width, size.height, size.pixelRatio);
    stage.setScene({ trace, map, sequence: sequenceFor(trace, panesFor(player.view, size, 1).sequence?.width) });
    const pictures: Blob[] = [];
    for (let step = -1; step < trace.steps.length; step++) {
      const frame = step < 0 ? frames.at(0) : frames.still(step);
      stage.draw(frame, stateAt(trace, frame.time));
      pictures.push(await jpegOf(stage.canvas as HTMLCanvasElement));
    }
    return pictures;
  } finally {
    frames.dispose();
    stage.destroy();
  }
}

function themeName({ theme }: PlayerElement): ThemeName {
  if (theme !== 'auto') return theme;
  if (matchMedia('(prefers-contrast: more), (forced-colors: active)').matches) return 'contrast';
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

function jpegOf(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('The picture is too large for the browser.'))), 'image/jpeg', QUALITY);
  });
}
