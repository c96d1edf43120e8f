/**
 * Times of the run and of seeking, in Node: `npx tsx tests/bench/compile.bench.mts [--json] [scenario.yaml …]`. Generated scenarios of
 * 1,000 and 10,000 messages are always measured; scenario files that are named are compiled at each of their levels as well.
 */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { compile } from '../../src/compile/compile.ts';
import { stateAt } from '../../src/compile/state.ts';
import type { Trace } from '../../src/compile/trace.ts';
import type { Scenario } from '../../src/scenario/model.ts';
import { parseScenario } from '../../src/scenario/parse.ts';
import { seededRandom } from '../../src/shared/random.ts';
import { FrameSource } from '../../src/timeline/frames.ts';
import { generateScenario } from './generate.ts';
import { counted, kept, type Measure, quantile, timed } from './measure.ts';

const MOST = { ratio: 15, seek: 4, firstSeek: 50 } as const;
const WARM_UP = 4;
const ROUNDS = 25;

/** All measures of compiling and seeking. */
export async function measureCompile(files: readonly string[] = []): Promise<Measure[]> {
  const [small, large] = await Promise.all([1_000, 10_000].map(generated)) as [Scenario, Scenario];
  const measures: Measure[] = [];
  for (const file of files) measures.push(...compileTimes(await read(file)));
  measures.push(...growth(small, large));
  for (const [name, scenario] of [['1,000', small], ['10,000', large]] as const) measures.push(...seekTimes(name, scenario));
  return measures;
}

function compileTimes(scenario: Scenario): Measure[] {
  return scenario.levels.map((level) => timed(`compile, ${scenario.id}, level ${level}`, times(() => compile(scenario, { level }), 20)));
}

/** Both sizes in turns, so that what else the machine does meets both; their ratio is of processor time for the same reason. */
function growth(small: Scenario, large: Scenario): Measure[] {
  const samples = { small: [] as Sample[], large: [] as Sample[] };
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    const [few, many] = [sample(() => compile(small, {})), sample(() => compile(large, {}))];
    if (round < 0) continue;
    samples.small.push(few);
    samples.large.push(many);
  }
  const processor = (of: readonly Sample[]): number => quantile(of.map((each) => each.processor), 0.5);
  return [
    timed('compile, 1,000 messages', samples.small.map(({ wall }) => wall)),
    timed('compile, 10,000 messages', samples.large.map(({ wall }) => wall)),
    counted('compile, 10,000 messages against 1,000, processor time', 'times', processor(samples.large) / processor(samples.small), MOST.ratio),
  ];
}

/** Milliseconds by the clock and on the processor. */
interface Sample {
  readonly wall: number;
  readonly processor: number;
}

function sample(run: () => unknown): Sample {
  const before = process.cpuUsage();
  const wall = time(run);
  const { user, system } = process.cpuUsage(before);
  return { wall, processor: (user + system) / 1000 };
}

/** Seeks to random moments: the frame and the state of each, as a player asks for them. */
function seekTimes(name: string, scenario: Scenario): Measure[] {
  const firsts = Array.from({ length: 9 }, (_, i) => {
    const trace = compile(scenario, {});
    const source = new FrameSource(trace);
    const first = time(() => look(source, trace, trace.duration * ((i + 1) / 10)));
    source.dispose();
    return first;
  });
  const trace = compile(scenario, {});
  const source = new FrameSource(trace);
  const random = seededRandom('seek');
  const samples = times(() => look(source, trace, random() * trace.duration), 600);
  source.dispose();
  // The very first one of the process is among them: a player has no warm-up either.
  const worst = counted(`seek, ${name} messages, first of a trace, slowest of ${firsts.length}`, 'ms', Math.max(...firsts), MOST.firstSeek);
  return [timed(`seek, ${name} messages, first of a trace`, firsts, MOST.firstSeek), worst, timed(`seek, ${name} messages, random moments`, samples, MOST.seek)];
}

function look(source: FrameSource, trace: Trace, moment: number): void {
  const frame = source.at(moment);
  stateAt(trace, frame.time);
}

function times(run: () => unknown, count: number): number[] {
  for (let i = 0; i < WARM_UP; i++) run();
  return Array.from({ length: count }, () => time(run));
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

async function generated(messages: number): Promise<Scenario> {
  return parsed(await parseScenario({ file: `generated-${messages}.yaml`, text: generateScenario(messages), read: () => Promise.reject(new Error('inline')) }));
}

async function read(file: string): Promise<Scenario> {
  return parsed(await parseScenario({ file, text: await readFile(file, 'utf8'), read: (address) => readFile(address, 'utf8') }));
}

function parsed({ scenario, diagnostics }: Awaited<ReturnType<typeof parseScenario>>): Scenario {
  if (!scenario) throw new Error(diagnostics.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'));
  return scenario;
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const measures = await measureCompile(process.argv.slice(2).filter((argument) => !argument.startsWith('--')));
  if (process.argv.includes('--json')) console.log(JSON.stringify(measures, null, 1));
  else console.table(measures.map(({ name, unit, value, most, p95 }) => ({ name, value: `${value.toFixed(2)} ${unit}`, p95: p95?.toFixed(2), most })));
  if (!measures.every(kept)) process.exitCode = 1;
}
