import { basename, dirname, resolve } from 'node:path';
import { compile } from '../../compile/compile.ts';
import type { Trace, Variant } from '../../compile/trace.ts';
import { parseScenario } from '../../scenario/parse.ts';
import type { FileBundle } from '../../shared/packed-files.ts';
import { readText } from '../documents.ts';
import { printDiagnostics } from '../print-diagnostics.ts';

/** A scenario of a slide. */
export interface Flow {
  readonly files: FileBundle;
  /** What happens in its variant. */
  readonly trace: Trace;
  /** What was read, by whole paths. */
  readonly read: readonly string[];
}

/** Reads a scenario, or takes the text that stands where `path` says, and what it refers to; rejects with all that is wrong in it. */
export async function readFlow(path: string, text: string | undefined, variant: Partial<Variant>): Promise<Flow> {
  const folder = dirname(path);
  const name = basename(path);
  const others = new Map<string, string>();
  const read = async (address: string): Promise<string> => {
    const found = await readText(resolve(folder, address));
    others.set(address, found);
    return found;
  };
  const own = text ?? (await readText(path).catch((error: unknown) => {
    throw new Error(`Hopline: ${path}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }));
  const { scenario, diagnostics } = await parseScenario({ file: name, text: own, read });
  if (!scenario) throw new Error(`Hopline: ${path} cannot be played.\n${printDiagnostics(diagnostics.filter(({ severity }) => severity === 'error'))}`);
  return {
    files: [{ name, text: own }, ...[...others].map(([address, found]) => ({ name: address, text: found }))],
    trace: compile(scenario, { ...variant, lang: offered(scenario.languages, variant.lang) }),
    read: [...(text === undefined ? [path] : []), ...[...others.keys()].map((address) => resolve(folder, address))],
  };
}

/** As the player chooses: the language that is wanted, or its relative, else the first one. */
function offered(languages: readonly string[], wanted = ''): string {
  const primary = (tag: string): string => tag.toLowerCase().split('-', 1)[0] ?? '';
  return languages.find((tag) => tag.toLowerCase() === wanted.toLowerCase()) ?? languages.find((tag) => primary(tag) === primary(wanted)) ?? languages[0] ?? 'en';
}
