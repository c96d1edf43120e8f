import { resolve } from 'node:path';
import { checkScenario } from '../check/check.ts';
import { toDiagnostics } from '../check/to-diagnostics.ts';
import type { Diagnostic } from '../scenario/diagnostic.ts';
import { parseArchitecture, parseScenario } from '../scenario/parse.ts';
import { parseSession } from '../scenario/session/parse-session.ts';
import { findDocuments, readText, type DocumentFile } from './documents.ts';
import { printDiagnostics, summary } from './print-diagnostics.ts';
import type { Terminal } from './terminal.ts';

/** `--json`: an array of findings instead of lines. `--strict`: warnings fail too. */
export interface CheckOptions {
  readonly json?: boolean;
  readonly strict?: boolean;
}

/** `hopline check`: everything that is to be mended in the files, and the exit code, 1 where something is wrong. */
export async function checkCommand(files: readonly string[], options: CheckOptions, terminal: Terminal): Promise<number> {
  const documents = await findDocuments(files, terminal.cwd);
  const diagnostics = unique((await Promise.all(documents.map((file) => checkDocument(file, terminal.cwd)))).flat());
  if (options.json) {
    terminal.out(JSON.stringify(diagnostics, null, 2));
  } else {
    if (diagnostics.length > 0) terminal.out(printDiagnostics(diagnostics));
    terminal.err(summary(diagnostics, documents.length));
  }
  const fatal = (item: Diagnostic): boolean => item.severity === 'error' || (options.strict === true && item.severity === 'warning');
  return diagnostics.some(fatal) ? 1 : 0;
}

/** What is to be mended in one file; of a scenario that can be played also what a viewer would stumble over. */
export async function checkDocument({ path, text, kind }: DocumentFile, cwd: string): Promise<readonly Diagnostic[]> {
  if (kind === 'architecture') return parseArchitecture({ file: path, text }).diagnostics;
  if (kind === 'session') return parseSession({ file: path, text }).diagnostics;
  const texts = new Map([[path, text]]);
  const read = async (address: string): Promise<string> => {
    const found = await readText(resolve(cwd, address));
    texts.set(address, found);
    return found;
  };
  const { scenario, diagnostics } = await parseScenario({ file: path, text, read });
  if (!scenario) return diagnostics;
  return [...diagnostics, ...toDiagnostics(await checkScenario(scenario), scenario, texts)];
}

/** Several scenarios share an architecture: what is wrong in it is said once. */
function unique(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const seen = new Set<string>();
  return diagnostics.filter((item) => {
    const key = `${item.file}:${item.line}:${item.column}:${item.code}:${item.message}`;
    return !seen.has(key) && seen.add(key);
  });
}
