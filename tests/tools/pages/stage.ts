import { compile } from '../../../src/compile/compile.ts';
import { stateAt } from '../../../src/compile/state.ts';
import type { Variant } from '../../../src/compile/trace.ts';
import { layoutMapAuto } from '../../../src/layout/map.ts';
import { layoutSequence } from '../../../src/layout/sequence.ts';
import { loadFonts } from '../../../src/look/fonts.ts';
import { THEMES } from '../../../src/look/tokens.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import type { Scenario } from '../../../src/scenario/model.ts';
import { panesFor } from '../../../src/stage/panes.ts';
import { widestLayout } from '../../../src/look/label-sizes.ts';
import { Stage, type ViewName } from '../../../src/stage/stage.ts';
import { FrameSource } from '../../../src/timeline/frames.ts';

/** One picture to take: which scenario in which variant, look and size, and when. */
export interface Shot {
  readonly scenario: string;
  readonly variant: Partial<Variant>;
  readonly theme: 'dark' | 'light' | 'contrast';
  readonly view: ViewName;
  readonly width: number;
  readonly height: number;
  readonly ratio: number;
  readonly renderer?: 'canvas' | 'webgl';
  /** `step@0.4` within its actions, `step!` its still, or seconds. */
  readonly at: string;
}

const scenarios = new Map<string, Promise<Scenario>>();

async function load(address: string): Promise<Scenario> {
  const read = async (path: string): Promise<string> => {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(`${answer.status} ${path}`);
    return answer.text();
  };
  const file = new URL(address, location.href).href;
  const { scenario, diagnostics } = await parseScenario({ file, text: await read(file), read });
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  if (!scenario) throw new Error(errors.map(({ line, message }) => `${address}:${line} ${message}`).join('\n'));
  return scenario;
}

/** Draws one shot and gives it as a PNG data URL, with what the stage says it drew. */
export async function shoot(shot: Shot): Promise<{ png: string; list: unknown; ms: number }> {
  const known = scenarios.get(shot.scenario) ?? load(shot.scenario);
  scenarios.set(shot.scenario, known);
  const scenario = await known;
  const trace = compile(scenario, shot.variant);
  const { architecture } = scenario;
  await loadFonts(JSON.stringify([trace.steps, trace.messages, trace.changes, [...architecture.nodes.values()], [...architecture.groups.values()]]));
  const map = await layoutMapAuto(scenario);
  const stage = await Stage.create({ theme: THEMES[shot.theme], ...(shot.renderer ? { renderer: shot.renderer } : {}) });
  const pane = panesFor(shot.view, shot, shot.ratio).sequence;
  const natural = layoutSequence(trace);
  const widest = pane ? widestLayout(pane.width) : Infinity;
  stage.setScene({ trace, map, sequence: natural.size.width > widest ? layoutSequence(trace, { width: widest }) : natural });
  stage.setView(shot.view);
  stage.resize(shot.width, shot.height, shot.ratio);
  const frames = new FrameSource(trace);
  const step = trace.steps.findIndex(({ id }) => id === shot.at.split(/[@!]/)[0]);
  const mark = trace.steps[step];
  const fraction = Number(shot.at.split('@')[1] ?? 0);
  const frame = mark
    ? shot.at.endsWith('!') ? frames.still(step) : frames.at(mark.start + (mark.actEnd - mark.start) * fraction)
    : frames.at(Number(shot.at));
  const begin = performance.now();
  stage.draw(frame, stateAt(trace, frame.time));
  const ms = performance.now() - begin;
  const png = (stage.canvas as HTMLCanvasElement).toDataURL('image/png');
  const list = stage.displayList();
  stage.destroy();
  frames.dispose();
  return { png, list, ms };
}

/** The steps of a variant, for choosing moments. */
export async function stepsOf(address: string, variant: Partial<Variant>): Promise<{ id: string; start: number; actEnd: number; end: number }[]> {
  const trace = compile(await load(address), variant);
  return trace.steps.map(({ id, start, actEnd, end }) => ({ id, start, actEnd, end }));
}

Object.assign(window, { shoot, stepsOf });
