import type { Frame } from '../compile/frame.ts';
import { stateAt } from '../compile/state.ts';
import { tellingMoment } from '../compile/telling-moment.ts';
import type { Trace } from '../compile/trace.ts';
import { wordsOf } from '../compile/words.ts';
import { loadFonts } from '../look/fonts.ts';
import { THEMES, type ThemeName } from '../look/tokens.ts';
import type { Scenario } from '../scenario/model.ts';
import type { Lang } from '../shared/text.ts';
import type { Stage } from '../stage/stage.ts';
import { FrameSource } from '../timeline/frames.ts';
import { breath, inSlices } from './in-slices.ts';
import { buildScene, placeScenario, prepareScene } from './player-scene.ts';

/** What a still shows and how large it is: CSS px, and device px per CSS px. */
export interface StillOrder {
  readonly scenario: Scenario;
  readonly theme: ThemeName;
  readonly language: Lang;
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

/** The map is drawn for at least this width and then made smaller as a picture, as cover pictures are; a map of 320 px shows two components. */
const DRAWN_WIDTH = 760;
/** Milliseconds without an order after which the stage is given back. */
const IDLE_MS = 3000;

let shared: Promise<Stage> | undefined;
let idle: ReturnType<typeof setTimeout> | undefined;
/** Settles when nobody draws on the shared stage any more. */
let free: Promise<unknown> = Promise.resolve();

/**
 * Draws one still of a scenario's map as a picture that the receiver closes, in slices that let the page in. One stage draws all of them, one after the
 * other. Rejects with the signal's reason, or when nothing can be drawn.
 */
export async function paintStill({ scenario, theme, language, width, height, pixelRatio }: StillOrder, signal: AbortSignal): Promise<ImageBitmap> {
  const map = await placeScenario(scenario);
  signal.throwIfAborted();
  await prepareScene(scenario, map, { lang: language });
  const scene = buildScene(scenario, map, { lang: language });
  await loadFonts(wordsOf(scene.trace));
  return onSharedStage(async (stage) => {
    signal.throwIfAborted();
    await breath();
    const scale = Math.max(1, DRAWN_WIDTH / width);
    stage.setTheme(THEMES[theme]);
    stage.resize(width * scale, height * scale, pixelRatio / scale);
    stage.setScene(scene);
    const frame = tellingFrame(scene.trace);
    const state = stateAt(scene.trace, frame.time);
    await inSlices(stage.prepare(frame, state));
    stage.draw(frame, state);
    const picture = await createImageBitmap(stage.canvas as HTMLCanvasElement);
    stage.release();
    return picture;
  });
}

function tellingFrame(trace: Trace): Frame {
  const moment = tellingMoment(trace);
  const frames = new FrameSource(trace);
  const frame = 'still' in moment ? frames.still(moment.still) : frames.at(moment.time);
  frames.dispose();
  return frame;
}

/** Lends the stage to one order at a time. It is given back when it has been free for a while: an order may take longer than that, and keeps it. */
function onSharedStage<T>(draw: (stage: Stage) => Promise<T>): Promise<T> {
  const drawn = free.then(async () => {
    clearTimeout(idle);
    try {
      return await draw(await sharedStage());
    } finally {
      idle = setTimeout(giveBack, IDLE_MS);
    }
  });
  free = drawn.catch(() => undefined);
  return drawn;
}

async function sharedStage(): Promise<Stage> {
  shared ??= import('../stage/stage.ts').then(({ Stage }) => Stage.create({ theme: THEMES.dark, canvas: document.createElement('canvas') }));
  return shared;
}

function giveBack(): void {
  void shared?.then((stage) => stage.destroy(), () => undefined);
  shared = undefined;
}
