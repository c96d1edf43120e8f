import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { compile } from '../../src/compile/compile.ts';
import { stateAt } from '../../src/compile/state.ts';
import type { Trace } from '../../src/compile/trace.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import type { Scenario } from '../../src/scenario/model.ts';
import { seededRandom } from '../../src/shared/random.ts';
import { FrameSource } from '../../src/timeline/frames.ts';
import { ROOT } from '../tools/pages.ts';
import { generateScenario } from './generate.ts';
import { counted, timed, type Measure } from './measure.ts';

const COMPILE_RUNS = 7;
const FIRST_SEEKS = 15;
const SEEKS = 300;
const MOST_RATIO = 15;
const MOST_SEEK_MS = 4;
const MOST_FIRST_SEEK_MS = 50;

/** Compile and seek times of the shipped scenarios at their deepest level, and of generated ones of 1,000 and 10,000 messages. */
export async function measureRuns(shipped: readonly string[]): Promise<Measure[]> {
  const measures: Measure[] = [];
  for (const path of shipped) measures.push(...measureRun(path.replace(/^scenarios\/|\.ya?ml$/g, ''), await fromFile(path)));
  const small = measureRun('1,000 messages', await fromText(generateScenario(1_000)));
  const large = measureRun('10,000 messages', await fromText(generateScenario(10_000)), true);
  const ratio = (large[0]?.value ?? Number.NaN) / (small[0]?.value ?? Number.NaN);
  return [...measures, ...small, ...large, counted('compile: 10,000 messages to 1,000', 'times', ratio, MOST_RATIO)];
}

function measureRun(name: string, scenario: Scenario, judged = false): Measure[] {
  const variant = { level: scenario.levels.at(-1) ?? 1 };
  const trace = compile(scenario, variant);
  const compiled = Array.from({ length: COMPILE_RUNS }, () => milliseconds(() => compile(scenario, variant)));
  const random = seededRandom(name);
  // Every first seek has a trace that was never looked into.
  const first = Array.from({ length: FIRST_SEEKS }, () => {
    const fresh = compile(scenario, variant);
    const frames = new FrameSource(fresh);
    const spent = milliseconds(() => seek(fresh, frames, random() * fresh.duration));
    frames.dispose();
    return spent;
  });
  const frames = new FrameSource(trace);
  const seeks = Array.from({ length: SEEKS }, () => milliseconds(() => seek(trace, frames, random() * trace.duration)));
  frames.dispose();
  return [
    timed(`compile: ${name} (${trace.messages.length} messages)`, compiled),
    timed(`seek at random: ${name}`, seeks, judged ? MOST_SEEK_MS : undefined),
    timed(`first seek in a fresh trace: ${name}`, first, judged ? MOST_FIRST_SEEK_MS : undefined),
  ];
}

function seek(trace: Trace, frames: FrameSource, time: number): void {
  const frame = frames.at(time);
  stateAt(trace, frame.time);
}

function milliseconds(work: () => unknown): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

async function fromFile(path: string): Promise<Scenario> {
  return fromText(await readFile(join(ROOT, path), 'utf8'), path);
}

async function fromText(text: string, file = 'generated.yaml'): Promise<Scenario> {
  const { scenario, diagnostics } = await parseScenario({ file, text, read: (address) => readFile(join(ROOT, address), 'utf8') });
  if (!scenario) throw new Error(diagnostics.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'));
  return scenario;
}
