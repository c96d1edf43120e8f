/** The shipped scenarios, read from their files, and all variants in which a viewer can see them. */
import { readdirSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Variant } from '../../../src/compile/trace.ts';
import type { Scenario } from '../../../src/scenario/model.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';

const FOLDER = new URL('../../../scenarios/', import.meta.url);

/** Paths of all scenario files, from the folder of scenarios on. */
export function scenarioFiles(): string[] {
  return readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml') && /^steps:/mu.test(text(file))).sort();
}

/** Reads one; fails with its diagnostics. */
export async function shipped(file: string): Promise<Scenario> {
  const address = new URL(file, FOLDER).pathname;
  const { scenario, diagnostics } = await parseScenario({ file: address, text: text(file), read: (path) => readFile(path, 'utf8') });
  if (!scenario) throw new Error(diagnostics.map(({ line, message }) => `${file}:${line} ${message}`).join('\n'));
  return scenario;
}

/** Each level and language, with the defaults and with each option of each choice. */
export function variantsOf({ levels, languages, choices }: Scenario): Partial<Variant>[] {
  const paths = [{}, ...choices.flatMap(({ id, options, default: usual }) => options.filter((option) => option.id !== usual).map((option) => ({ [id]: option.id })))];
  return levels.flatMap((level) => languages.flatMap((lang) => paths.map((path) => ({ level, lang, path }))));
}

function text(file: string): string {
  return readFileSync(new URL(file, FOLDER), 'utf8');
}
