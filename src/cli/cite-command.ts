import { resolve } from 'node:path';
import { citationsOf, linksOf, type Cited } from '../check/citations.ts';
import { parseScenario } from '../scenario/parse.ts';
import type { Diagnostic } from '../scenario/diagnostic.ts';
import { findDocuments, readText, type DocumentFile } from './documents.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import type { Terminal } from './terminal.ts';

/** `--json`: an array instead of lines. `--links`: each address once. `--lang`: of the titles; default: the scenario's first. */
export interface CiteOptions {
  readonly json?: boolean;
  readonly links?: boolean;
  readonly lang?: string;
}

interface CitedFile {
  readonly file: string;
  readonly scenario: string;
  readonly cited: readonly Cited[];
}

/** `hopline cite`: the sources of scenarios, by scenario and step; the exit code, 1 where a scenario cannot be read. */
export async function citeCommand(files: readonly string[], options: CiteOptions, terminal: Terminal): Promise<number> {
  const documents = (await findDocuments(files, terminal.cwd)).filter(({ kind }) => kind === 'scenario');
  const read = await Promise.all(documents.map((file) => readCited(file, options, terminal.cwd)));
  const errors = read.flatMap(({ errors: all }) => all);
  if (errors.length > 0) terminal.err(printDiagnostics(errors));
  const found = read.flatMap(({ cited }) => cited ?? []);
  const links = linksOf(found.flatMap(({ cited }) => cited));
  if (options.json) terminal.out(JSON.stringify(options.links ? links : found.flatMap(({ cited, ...file }) => cited.map((one) => ({ ...file, ...one }))), null, 2));
  else if (options.links) links.forEach((link) => terminal.out(lineOf(link)));
  else found.forEach((file) => terminal.out(textOf(file)));
  return errors.length > 0 ? 1 : 0;
}

async function readCited({ path, text }: DocumentFile, { lang }: CiteOptions, cwd: string): Promise<{ cited?: CitedFile; errors: readonly Diagnostic[] }> {
  const { scenario, diagnostics } = await parseScenario({ file: path, text, read: (address) => readText(resolve(cwd, address)) });
  if (!scenario) return { errors: diagnostics.filter(({ severity }) => severity === 'error') };
  return { cited: { file: path, scenario: scenario.id, cited: citationsOf(scenario, lang ?? scenario.languages[0]) }, errors: [] };
}

/** The file, then each step with its sources below it. */
function textOf({ file, cited }: CitedFile): string {
  const steps = [...new Set(cited.map(({ step }) => step))];
  const lines = steps.flatMap((step) => [`  ${step}`, ...cited.filter((one) => one.step === step).map((one) => `    ${lineOf(one)}`)]);
  return [file, ...(lines.length > 0 ? lines : ['  (cites nothing)'])].join('\n');
}

function lineOf({ title, href, version }: Omit<Cited, 'step'>): string {
  return `${href}  ${title}${version === undefined ? '' : `, ${version}`}`;
}
