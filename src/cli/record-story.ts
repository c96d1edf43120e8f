import { relative, resolve } from 'node:path';
import { compile } from '../compile/compile.ts';
import type { Trace } from '../compile/trace.ts';
import type { Scenario } from '../scenario/model.ts';
import { didYouMean } from '../scenario/nearest.ts';
import { parseScenario } from '../scenario/parse.ts';
import { readText, requireScenario } from './documents.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import { UsageError, UserError } from './terminal.ts';

/** A scenario to record: its run in the variant that was asked for, and every text that it was read from, by address. */
export interface Story {
  readonly file: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly trace: Trace;
}

/** Flags that choose a variant, as written. */
export interface VariantOptions {
  readonly lang?: string;
  readonly level: string;
  readonly path?: string;
}

/** A scenario that was read, and every text that it was read from, by its address. */
export interface ReadScenario {
  readonly file: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly scenario: Scenario;
}

/** Reads a scenario and what it refers to; throws with all that is wrong in its files. */
export async function readScenario(file: string, cwd: string): Promise<ReadScenario> {
  const path = resolve(cwd, file);
  const shown = relative(cwd, path).startsWith('..') ? path : relative(cwd, path);
  const text = await readText(path).catch((error: unknown) => {
    throw new UserError(`${file} cannot be read. ${error instanceof Error ? error.message : ''}`.trim());
  });
  requireScenario(file, text);
  const texts: Record<string, string> = { [shown]: text };
  const read = async (address: string): Promise<string> => (texts[address] = await readText(resolve(cwd, address)));
  const { scenario, diagnostics } = await parseScenario({ file: shown, text, read });
  if (!scenario) throw new UserError(printDiagnostics(diagnostics.filter(({ severity }) => severity === 'error')));
  return { file: shown, texts, scenario };
}

/** Reads a scenario and what it refers to, and runs it; throws with all that is wrong in its files, or in what was asked for. */
export async function readStory(file: string, options: VariantOptions, cwd: string): Promise<Story> {
  const { file: shown, texts, scenario } = await readScenario(file, cwd);
  const trace = compile(scenario, { lang: langOf(scenario, options.lang), level: levelOf(scenario, options.level), path: pathOf(scenario, options.path) });
  return { file: shown, texts, trace };
}

function langOf({ languages }: Scenario, written: string | undefined): string {
  if (written === undefined) return languages[0] ?? 'en';
  if (languages.includes(written) || languages.length === 0) return written;
  throw new UsageError(`This scenario is told in ${languages.join(', ')}, not in "${written}".`);
}

function levelOf({ levels }: Scenario, written: string): number {
  const level = Number(written);
  if (levels.includes(level)) return level;
  const there = levels.length > 1 ? `the levels ${levels.join(', ')}` : 'only level 1';
  throw new UsageError(`This scenario has ${there}, not "${written}".`);
}

function pathOf({ choices }: Scenario, written = ''): Record<string, string> {
  const pairs = written.split(',').map((pair) => pair.trim()).filter(Boolean);
  return Object.fromEntries(pairs.map((pair) => {
    const [id = '', option = ''] = pair.split('=');
    const choice = choices.find((one) => one.id === id);
    if (!choice) throw new UsageError(unknown('choice', id, choices.map((one) => one.id)));
    const options = choice.options.map((one) => one.id);
    if (!options.includes(option)) throw new UsageError(unknown(`option of ${id}`, option, options));
    return [id, option];
  }));
}

function unknown(what: string, name: string, known: readonly string[]): string {
  const there = known.length > 0 ? `There ${known.length === 1 ? 'is' : 'are'} ${known.join(', ')}.` : 'There is none.';
  return `"${name}" is no ${what} of this scenario. ${didYouMean(name, known) ?? there}`;
}
