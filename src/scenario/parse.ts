import type { GenericSchema } from 'valibot';
import type { Lang } from '../shared/text.ts';
import { atOnce, type Runner, type Work } from '../shared/work.ts';
import { isRelativeAddress, resolveAddress } from './address.ts';
import { checkLevels } from './check-levels.ts';
import { checkRuns } from './check-runs.ts';
import type { Diagnostic } from './diagnostic.ts';
import type { ArchitectureDocument, InlineArchitecture, Loose, ScenarioDocument } from './documents.ts';
import { Findings, show } from './findings.ts';
import type { Architecture, Scenario } from './model.ts';
import { readWork } from './read-source.ts';
import { resolveArchitecture } from './resolve-architecture.ts';
import { resolveScenario } from './resolve-scenario.ts';
import { ARCHITECTURE } from './schema/architecture.ts';
import { SCENARIO } from './schema/scenario.ts';
import { SourceDocument } from './source.ts';
import type { Path } from './source.ts';
import { Texts } from './texts.ts';
import { fillValues } from './values.ts';
import { validate } from './validate.ts';

/** One text to read, and where it came from: a path or an address. */
export interface Input {
  readonly file: string;
  readonly text: string;
}

/** A scenario to read; `read` gets the address of its architecture, resolved against `file`, and rejects where there is none. */
export interface ScenarioInput extends Input {
  readonly read: (address: string) => Promise<string>;
  /** Does the work: at once, or in slices where a page must not stand still. Default `atOnce`. */
  readonly run?: Runner;
  /** Remembers architectures for other scenarios that stand on them. */
  readonly architectures?: ArchitectureMemory;
}

/** Architectures without any finding, by their file and text. */
export type ArchitectureMemory = Map<string, { readonly text: string; readonly loaded: LoadedArchitecture }>;

/** `scenario` is there exactly when no diagnostic is an error. */
export interface ParsedScenario {
  readonly scenario?: Scenario;
  readonly diagnostics: Diagnostic[];
}

/** `architecture` is there exactly when no diagnostic is an error. */
export interface ParsedArchitecture {
  readonly architecture?: Architecture;
  readonly diagnostics: Diagnostic[];
}

/** An architecture that was read, and the languages of its texts. */
export interface LoadedArchitecture {
  readonly architecture: Architecture;
  readonly languages: Iterable<Lang>;
  /** It has no errors. */
  readonly sound: boolean;
}

/** Reads a scenario and its architecture. Never throws: whatever is wrong is in the diagnostics, everything at once. */
export async function parseScenario(input: ScenarioInput): Promise<ParsedScenario> {
  const findings = new Findings();
  let scenario: Scenario | undefined;
  try {
    scenario = await readScenario(input, findings);
  } catch (error) {
    internal(error, input, findings);
  }
  return { ...(scenario && !findings.failed && { scenario }), diagnostics: findings.diagnostics() };
}

/** Reads an architecture file. Never throws. */
export function parseArchitecture(input: Input): ParsedArchitecture {
  const findings = new Findings();
  let loaded: LoadedArchitecture | undefined;
  try {
    loaded = atOnce(readArchitecture(input, findings));
  } catch (error) {
    internal(error, input, findings);
  }
  return { ...(loaded && !findings.failed && { architecture: loaded.architecture }), diagnostics: findings.diagnostics() };
}

async function readScenario(input: ScenarioInput, findings: Findings): Promise<Scenario | undefined> {
  const run = input.run ?? atOnce;
  const document = await run(open(input, 'components', 'This is an architecture, not a scenario.', findings));
  if (!document) return undefined;
  await fillValues(document, findings);
  if (!(await run(holds(document, SCENARIO, findings)))) return undefined;
  const loaded = await loadArchitecture(document, input, run, findings);
  return loaded && run(resolve(document, loaded, findings));
}

function* resolve(document: SourceDocument, loaded: LoadedArchitecture, findings: Findings): Work<Scenario> {
  const source = document.root as Loose<ScenarioDocument>;
  const texts = new Texts(document, findings, promised(source.languages));
  const { scenario, scope } = resolveScenario(source, document, loaded.architecture, loaded.languages, texts, findings);
  // A walk over half a story, or through a place that is not as it was meant, would only repeat what is wrong there.
  if (loaded.sound) {
    yield;
    checkLevels(scenario, scope);
    yield;
    if (!['steps', 'open', 'choices'].some((key) => findings.hasErrorIn(document, [key]))) checkRuns(scenario, scope);
  }
  return scenario;
}

function* readArchitecture(input: Input, findings: Findings): Work<LoadedArchitecture | undefined> {
  const document = yield* open(input, 'steps', 'This is a scenario, not an architecture.', findings);
  if (!document || !(yield* holds(document, ARCHITECTURE, findings))) return undefined;
  yield;
  return resolveIn(document, [], document.root as Loose<ArchitectureDocument>, [], findings);
}

async function loadArchitecture(
  document: SourceDocument,
  { read, architectures }: ScenarioInput,
  run: Runner,
  findings: Findings,
): Promise<LoadedArchitecture | undefined> {
  const source = document.root as Loose<ScenarioDocument>;
  const { architecture } = source;
  const path = ['architecture'];
  if (architecture === undefined) return undefined;
  if (typeof architecture === 'object') return resolveIn(document, path, architecture, promised(source.languages), findings);
  if (!isRelativeAddress(architecture)) {
    const hint = 'Write a path relative to this file, such as ./architecture.yaml, or put the architecture inside.';
    findings.error(
      'bad-architecture-address',
      'The architecture is a relative path.',
      { document, path },
      { found: show(architecture), expected: 'a relative path', hint },
    );
    return undefined;
  }
  const file = resolveAddress(document.file, architecture);
  let text: string;
  try {
    text = await read(file);
  } catch (error) {
    const hint = error instanceof Error && error.message ? error.message : undefined;
    findings.error(
      'unreadable-architecture',
      `The architecture \`${show(file)}\` cannot be read.`,
      { document, path },
      { found: show(architecture), hint },
    );
    return undefined;
  }
  const known = architectures?.get(file);
  // What was asked for last is forgotten last.
  architectures?.delete(file);
  if (known?.text === text) {
    architectures?.set(file, known);
    return known.loaded;
  }
  const before = findings.count;
  const loaded = await run(readArchitecture({ file, text }, findings));
  // What is to be mended in it is told to everybody who stands on it.
  if (loaded && findings.count === before) architectures?.set(file, { text, loaded });
  return loaded;
}

function resolveIn(
  document: SourceDocument,
  base: Path,
  source: Loose<InlineArchitecture>,
  inherited: readonly Lang[],
  findings: Findings,
): LoadedArchitecture {
  const own = promised(source.languages);
  const texts = new Texts(document, findings, own.length > 0 ? own : inherited);
  const architecture = resolveArchitecture(source, { document, base, findings, texts });
  return { architecture, languages: own.length > 0 ? own : texts.languages, sound: !findings.hasErrorIn(document, base) };
}

/** Reads a document; undefined when nothing more can be said of it. `foreign` is a key that only the other kind of file has. */
function* open(input: Input, foreign: string, message: string, findings: Findings): Work<SourceDocument | undefined> {
  const document = yield* readWork(input.file, input.text, findings);
  if (!document) return undefined;
  const { root } = document;
  if (typeof root === 'object' && root !== null) {
    if (foreign in root) {
      findings.error('wrong-document', message, { document, path: [foreign], on: 'key' }, { found: foreign });
      return undefined;
    }
    // The keys of another version may mean other things: nothing else is said of such a file.
    const version = (root as { hopline?: unknown }).hopline;
    if (version !== undefined && version !== 1) {
      const hint = 'Use the version of Hopline that the file was made for.';
      findings.error(
        'wrong-version',
        'The file is for another version of the language.',
        { document, path: ['hopline'] },
        { found: show(version), expected: '1', hint },
      );
      return undefined;
    }
  }
  return document;
}

/** Validates a document; false when it is no map at all. */
function* holds(document: SourceDocument, schema: GenericSchema, findings: Findings): Work<boolean> {
  yield;
  const { root } = document;
  validate(document, root, [], schema, findings);
  return typeof root === 'object' && root !== null && !Array.isArray(root);
}

function promised(languages: readonly (Lang | undefined)[] | undefined): Lang[] {
  return (languages ?? []).filter((lang) => lang !== undefined);
}

/** The last net: a bug of ours must not take a page down. */
function internal(error: unknown, input: Input, findings: Findings): void {
  const document = new SourceDocument(input.file, '');
  const hint = error instanceof Error ? error.message : String(error);
  findings.error('internal', 'The file could not be checked, because of a fault in Hopline.', { document, path: [] }, { hint });
}
