import { compile } from '../../../src/compile/compile.ts';
import { stateAt } from '../../../src/compile/state.ts';
import type { Frame } from '../../../src/compile/frame.ts';
import type { Trace, Variant } from '../../../src/compile/trace.ts';
import { loadFonts } from '../../../src/look/fonts.ts';
import { THEMES, type ThemeName } from '../../../src/look/tokens.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { Stage, type Scene, type ViewName } from '../../../src/stage/stage.ts';
import { FrameSource } from '../../../src/timeline/frames.ts';
import { draftMap, draftSequence } from './draft-layout.ts';
import text from './fixture.yaml?raw';

/** A stage with the scenario that has everything, and what is needed to draw any of its moments. */
export interface Fixture {
  readonly stage: Stage;
  readonly scene: Scene;
  readonly trace: Trace;
  readonly frames: FrameSource;
  /** Draws an instant and gives the picture's hash. */
  at(time: number): Promise<string>;
  draw(frame: Frame): void;
  hash(): Promise<string>;
}

/** The fixture scenario in a variant, with a plain layout. */
export async function makeScene(variant: Partial<Variant> = {}): Promise<Scene> {
  const read = (path: string): Promise<string> => Promise.reject(new Error(path));
  const { scenario, diagnostics } = await parseScenario({ file: 'https://example.test/fixture.yaml', text, read });
  if (!scenario) throw new Error(JSON.stringify(diagnostics, null, 1));
  const trace = compile(scenario, variant);
  return { trace, map: draftMap(scenario), sequence: draftSequence(trace) };
}

/** A stage of a size that shows the fixture. */
export async function makeFixture(
  options: { view?: ViewName; theme?: ThemeName; width?: number; height?: number; ratio?: number; variant?: Partial<Variant>; scene?: Scene } = {},
): Promise<Fixture> {
  const { view = 'map', theme = 'dark', width = 1280, height = 720, ratio = 1 } = options;
  const scene = options.scene ?? await makeScene(options.variant);
  await loadFonts(text);
  const stage = await Stage.create({ theme: THEMES[theme] });
  stage.setScene(scene);
  stage.setView(view);
  stage.resize(width, height, ratio);
  const frames = new FrameSource(scene.trace);
  const draw = (frame: Frame): void => stage.draw(frame, stateAt(scene.trace, frame.time));
  const hash = (): Promise<string> => pixelHash(stage.canvas as HTMLCanvasElement);
  const at = (time: number): Promise<string> => {
    draw(frames.at(time));
    return hash();
  };
  return { stage, scene, trace: scene.trace, frames, draw, hash, at };
}

/** SHA-256 of a canvas' pixels, as hex. */
export async function pixelHash(canvas: HTMLCanvasElement): Promise<string> {
  const { data } = (canvas.getContext('2d') as CanvasRenderingContext2D).getImageData(0, 0, canvas.width, canvas.height);
  const digest = await crypto.subtle.digest('SHA-256', data.buffer as ArrayBuffer);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The start of a step and the end of its actions. */
export function stepOf(trace: Trace, id: string): Trace['steps'][number] {
  const step = trace.steps.find((each) => each.id === id);
  if (!step) throw new Error(`no step ${id}`);
  return step;
}
