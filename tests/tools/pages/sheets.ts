import { compile } from '../../../src/compile/compile.ts';
import { stateAt } from '../../../src/compile/state.ts';
import type { StepMark, Trace } from '../../../src/compile/trace.ts';
import { layoutMapAuto } from '../../../src/layout/map.ts';
import { layoutSequence } from '../../../src/layout/sequence.ts';
import { loadFonts } from '../../../src/look/fonts.ts';
import { THEMES } from '../../../src/look/tokens.ts';
import { FONT_STACK } from '../../../src/look/type.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import type { Scenario } from '../../../src/scenario/model.ts';
import { Stage, type ViewName } from '../../../src/stage/stage.ts';
import { FrameSource } from '../../../src/timeline/frames.ts';

/** One sheet: a scenario in one language, theme and view. */
export interface SheetOrder {
  /** The scenario's address. */
  readonly address: string;
  readonly lang: string;
  readonly theme: keyof typeof THEMES;
  readonly view: ViewName;
  /** All tiles on this level; undefined: the first half on level 1, the second on the deepest. */
  readonly level?: number;
}

const TILE = { width: 1920, height: 1080, scale: 0.5, line: 44 };
const COLUMNS = 2;
const MOMENTS = 6;
/** Within a step's actions: hops are under way and the first labels stand. */
const FRACTIONS = [0.35, 0.55, 0.75];

interface Tile {
  readonly trace: Trace;
  readonly step: StepMark;
  readonly time: number;
}

/** Draws six moments of a scenario on one sheet, each with its step's title under it, and gives it as a PNG data URL. */
export async function makeSheet(order: SheetOrder): Promise<string> {
  const scenario = await load(order.address);
  const tiles = tilesOf(scenario, order);
  await loadFonts(JSON.stringify([...tiles.map(({ trace }) => [trace.steps, trace.messages]), [...scenario.architecture.nodes.values()]]));
  const map = await layoutMapAuto(scenario);
  const stage = await Stage.create({ theme: THEMES[order.theme] });
  stage.setView(order.view);
  stage.resize(TILE.width, TILE.height, 1);
  const sheet = newSheet(tiles.length);
  for (const [at, tile] of tiles.entries()) {
    stage.setScene({ trace: tile.trace, map, sequence: layoutSequence(tile.trace) });
    const frames = new FrameSource(tile.trace);
    stage.draw(frames.at(tile.time), stateAt(tile.trace, tile.time));
    paste(sheet, stage.canvas, at, tile);
    frames.dispose();
  }
  stage.destroy();
  return sheet.canvas.toDataURL('image/png');
}

/** Languages that a scenario promises. */
export async function languagesOf(address: string): Promise<readonly string[]> {
  return (await load(address)).languages;
}

async function load(address: string): Promise<Scenario> {
  const read = async (path: string): Promise<string> => {
    const answer = await fetch(path);
    if (!answer.ok) throw new Error(`${answer.status} ${path}`);
    return answer.text();
  };
  const file = new URL(address, location.href).href;
  const { scenario, diagnostics } = await parseScenario({ file, text: await read(file), read });
  if (!scenario) throw new Error(diagnostics.map(({ line, message }) => `${address}:${line} ${message}`).join('\n'));
  return scenario;
}

function tilesOf(scenario: Scenario, { lang, level }: SheetOrder): Tile[] {
  const deepest = scenario.levels.at(-1) ?? 1;
  const levels = level === undefined ? [1, deepest] : [level, level];
  return levels.flatMap((each, half) => {
    const trace = compile(scenario, { level: each, lang });
    const count = MOMENTS / 2;
    return Array.from({ length: count }, (_, at) => {
      // With one level both halves show the same run: they take steps in turn.
      const share = levels[0] === levels[1] ? (half * count + at + 0.5) / MOMENTS : (at + 0.5) / count;
      const step = trace.steps[Math.floor(share * trace.steps.length)] as StepMark;
      return { trace, step, time: step.start + (step.actEnd - step.start) * (FRACTIONS[at] ?? 0.5) };
    });
  });
}

function newSheet(tiles: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = COLUMNS * TILE.width * TILE.scale;
  canvas.height = Math.ceil(tiles / COLUMNS) * (TILE.height * TILE.scale + TILE.line);
  const sheet = canvas.getContext('2d');
  if (!sheet) throw new Error('No canvas can be drawn.');
  sheet.fillStyle = '#777777';
  sheet.fillRect(0, 0, canvas.width, canvas.height);
  return sheet;
}

function paste(sheet: CanvasRenderingContext2D, picture: CanvasImageSource, at: number, { trace, step, time }: Tile): void {
  const width = TILE.width * TILE.scale;
  const height = TILE.height * TILE.scale;
  const x = (at % COLUMNS) * width;
  const y = Math.floor(at / COLUMNS) * (height + TILE.line);
  sheet.imageSmoothingQuality = 'high';
  sheet.drawImage(picture, x, y, width, height);
  sheet.fillStyle = '#ffffff';
  sheet.font = `700 20px ${FONT_STACK}`;
  sheet.fillText(`${trace.variant.level} · ${step.number} ${step.id} · ${time.toFixed(1)} s · ${step.title}`, x + 12, y + height + 28, width - 24);
}

Object.assign(window, { makeSheet, languagesOf });
