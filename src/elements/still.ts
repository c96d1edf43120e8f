import { stateAt } from '../compile/state.ts';
import type { Trace } from '../compile/trace.ts';
import { loadFonts } from '../look/fonts.ts';
import { THEMES, type ThemeName } from '../look/tokens.ts';
import type { Scenario } from '../scenario/model.ts';
import type { Stage } from '../stage/stage.ts';
import { FrameSource } from '../timeline/frames.ts';
import { buildScene, placeScenario, wordsOf, type PlayerScene } from './player-scene.ts';

/** A picture of a scenario's map: in a theme and a language, at a size in CSS px, in device pixels per CSS px. */
export interface StillOrder {
  readonly scenario: Scenario;
  readonly theme: ThemeName;
  readonly language: string;
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
  /** The step to show, by its id; without it the one that tells most. */
  readonly step?: string;
}

/** Milliseconds after the last picture until the stage that draws them is given back. */
const IDLE_MS = 4000;

let shared: Promise<Stage> | undefined;
let idle: ReturnType<typeof setTimeout> | undefined;

/** Draws the still of a step, without a player; the receiver owns the bitmap. Rejects with the signal's reason or with what drawing threw. */
export async function paintStill(order: StillOrder, signal: AbortSignal): Promise<ImageBitmap> {
  const { scenario, theme, language, width, height, pixelRatio } = order;
  clearTimeout(idle);
  shared ??= makeStage();
  try {
    const [stage, map] = await Promise.all([shared, placeScenario(scenario)]);
    const scene = buildScene(scenario, map, { lang: language });
    await loadFonts(wordsOf(scene.trace));
    signal.throwIfAborted();
    stage.setTheme(THEMES[theme]);
    stage.resize(width, height, pixelRatio);
    stage.setScene(scene);
    drawStep(stage, scene.trace, order.step);
    // Drawn and copied in one task: nothing else can draw in between.
    return await createImageBitmap(stage.canvas as HTMLCanvasElement);
  } finally {
    clearTimeout(idle);
    idle = setTimeout(giveBack, IDLE_MS);
  }
}

function drawStep(stage: Stage, trace: Trace, step: string | undefined): void {
  const frames = new FrameSource(trace);
  const frame = frames.still(trace.steps.find(({ id }) => id === step)?.index ?? tellingStep(trace));
  stage.draw(frame, stateAt(trace, frame.time));
  frames.dispose();
}

/** The step with most components in it that is still a picture and no crowd. */
function tellingStep({ steps }: Trace): number {
  const fit = steps.filter(({ first, last }) => last - first > 0 && last - first <= 4);
  const best = [...(fit.length > 0 ? fit : steps)].sort((a, b) => b.nodes.size - a.nodes.size || a.index - b.index)[0];
  return best?.index ?? 0;
}

async function makeStage(): Promise<Stage> {
  const { Stage: StageClass } = await import('../stage/stage.ts');
  return StageClass.create({ canvas: document.createElement('canvas'), theme: THEMES.dark });
}

function giveBack(): void {
  const stage = shared;
  shared = undefined;
  void stage?.then((made) => made.destroy(), () => undefined);
}
