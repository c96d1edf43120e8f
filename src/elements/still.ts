import type { Frame } from '../compile/frame.ts';
import { stateAt } from '../compile/state.ts';
import type { StepMark, Trace } from '../compile/trace.ts';
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
/** A step of more hops is no picture for a small card. */
const MOST_HOPS = 3;
/** Where in its act a burst of traffic is caught. */
const BURST_AT = 0.4;
/** Milliseconds without an order after which the stage is given back. */
const IDLE_MS = 3000;

let shared: Promise<Stage> | undefined;
let idle: ReturnType<typeof setTimeout> | undefined;

/**
 * Draws one still of a scenario's map as a picture that the receiver closes, in slices that let the page in. One stage draws all of them: ask for one
 * after the other. Rejects with the signal's reason, or when nothing can be drawn.
 */
export async function paintStill({ scenario, theme, language, width, height, pixelRatio }: StillOrder, signal: AbortSignal): Promise<ImageBitmap> {
  const map = await placeScenario(scenario);
  signal.throwIfAborted();
  await prepareScene(scenario, map, { lang: language });
  const scene = buildScene(scenario, map, { lang: language });
  const [stage] = await Promise.all([borrowStage(), loadFonts(wordsOf(scene.trace))]);
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
}

function tellingFrame(trace: Trace): Frame {
  const step = tellingStep(trace);
  const frames = new FrameSource(trace);
  // The still of a burst would be all of its hops at once; caught in the middle, it shows what it is.
  const burst = step && step.last - step.first > MOST_HOPS;
  const frame = burst ? frames.at(step.start + (step.actEnd - step.start) * BURST_AT) : frames.still(step?.index ?? 0);
  frames.dispose();
  return frame;
}

/** The step with the most traffic; without traffic, of those with at most three hops the first one with the most hops and components. */
function tellingStep({ steps, messages }: Trace): StepMark | undefined {
  const rank = ({ first, last, nodes }: StepMark): number => {
    const packets = messages.slice(first, last).filter(({ kind }) => kind === 'packet').length;
    return packets * 1000 + (last - first > MOST_HOPS ? 0 : (last - first) * 100 + nodes.size);
  };
  return [...steps].sort((a, b) => rank(b) - rank(a))[0];
}

async function borrowStage(): Promise<Stage> {
  clearTimeout(idle);
  idle = setTimeout(giveBack, IDLE_MS);
  shared ??= import('../stage/stage.ts').then(({ Stage }) => Stage.create({ theme: THEMES.dark, canvas: document.createElement('canvas') }));
  return shared;
}

function giveBack(): void {
  void shared?.then((stage) => stage.destroy(), () => undefined);
  shared = undefined;
}
