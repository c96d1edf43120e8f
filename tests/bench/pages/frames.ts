import { compile } from '../../../src/compile/compile.ts';
import { stateAt } from '../../../src/compile/state.ts';
import type { Trace, Variant } from '../../../src/compile/trace.ts';
import { layoutMapAuto } from '../../../src/layout/map.ts';
import { layoutSequence } from '../../../src/layout/sequence.ts';
import { loadFonts } from '../../../src/look/fonts.ts';
import { THEMES } from '../../../src/look/tokens.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import type { Scenario } from '../../../src/scenario/model.ts';
import { Stage, type ViewName } from '../../../src/stage/stage.ts';
import { FrameSource } from '../../../src/timeline/frames.ts';
import { tokenCrowd } from '../token-crowd.ts';

/** Milliseconds of each frame of a second, and how much was under way in the busiest of them. */
export interface FrameCost {
  /** Records, state and drawing calls: all of our own work. */
  readonly drawing: readonly number[];
  /** The same with the pixels read back, so that the browser's raster is in it. */
  readonly withPixels: readonly number[];
  readonly tokens: number;
}

const SIZE = { width: 1920, height: 1080 };
const RATE = 60;
const WARM_UP_FRAMES = 20;

/** Draws the busiest second of a scenario, as the player would show it. */
export async function frameCost(address: string, variant: Partial<Variant>, view: ViewName): Promise<FrameCost> {
  const text = await (await fetch(address)).text();
  const read = async (path: string): Promise<string> => (await fetch(path)).text();
  const { scenario } = await parseScenario({ file: new URL(address, location.href).href, text, read });
  if (!scenario) throw new Error(`${address} does not play.`);
  return busiestSecond(scenario, variant, view);
}

/** Draws the map of a generated scenario while this many tokens are under way at once. */
export async function crowdCost(tokens: number): Promise<FrameCost> {
  const { scenario, diagnostics } = await parseScenario({ file: 'crowd.yaml', text: tokenCrowd(tokens), read: () => Promise.reject(new Error('nothing to read')) });
  if (!scenario) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return busiestSecond(scenario, {}, 'map');
}

async function busiestSecond(scenario: Scenario, variant: Partial<Variant>, view: ViewName): Promise<FrameCost> {
  const trace = compile(scenario, variant);
  const stage = await Stage.create({ theme: THEMES.dark });
  document.body.replaceChildren(stage.canvas as HTMLCanvasElement);
  await loadFonts(JSON.stringify([trace.steps, trace.messages.map(({ label }) => label), [...scenario.architecture.nodes.values()]]));
  stage.setScene({ trace, map: await layoutMapAuto(scenario), sequence: layoutSequence(trace) });
  stage.setView(view);
  stage.resize(SIZE.width, SIZE.height, 1);
  const frames = new FrameSource(trace);
  const start = busiestStart(trace);
  const draw = (time: number): void => {
    const frame = frames.at(time);
    stage.draw(frame, stateAt(trace, frame.time));
  };
  for (let frame = 0; frame < WARM_UP_FRAMES; frame++) draw(start - (WARM_UP_FRAMES - frame) / RATE);
  const drawing: number[] = [];
  const withPixels: number[] = [];
  for (let frame = 0; frame < RATE; frame++) {
    const from = performance.now();
    draw(start + frame / RATE);
    drawing.push(performance.now() - from);
    readBack(stage.canvas as HTMLCanvasElement);
    withPixels.push(performance.now() - from);
    // Each frame of the screen draws once: what a browser puts off must not pile up.
    await new Promise((next) => requestAnimationFrame(next));
  }
  const tokens = Math.max(...Array.from({ length: RATE }, (_, at) => underWay(trace, start + at / RATE)));
  frames.dispose();
  stage.destroy();
  return { drawing, withPixels, tokens };
}

/** The start of the second in which most messages are under way, to a tenth of a second. */
function busiestStart(trace: Trace): number {
  let best = 0;
  let most = -1;
  for (let time = 0; time <= Math.max(0, trace.duration - 1); time += 0.1) {
    const count = trace.messages.filter(({ start, end }) => start < time + 1 && end > time).length;
    if (count > most) [best, most] = [time, count];
  }
  return best;
}

function underWay(trace: Trace, time: number): number {
  return trace.messages.filter(({ start, end }) => start <= time && end > time).length;
}

function readBack(canvas: HTMLCanvasElement): void {
  canvas.getContext('2d')?.getImageData(0, 0, 1, 1);
}

Object.assign(window, { frameCost, crowdCost });
