/** A viewer's own files: which of several is a scenario, and which of the others it means by the relative names in it. */
import type { Diagnostic } from '../scenario/diagnostic.ts';
import type { Scenario } from '../scenario/model.ts';
import type { Reader, ScenarioEntry } from './catalogue.ts';
import { OWN } from './link.ts';
import { fileNamed, lastPart, type FileBundle, type TextFile } from '../shared/packed-files.ts';
import type { AppMessages } from './messages.ts';

/** Bytes; a file beyond it is not even read. */
export const OWN_FILE_LIMIT = 8_000_000;

/** A scenario that was opened, with the files that it needed and nothing else. */
export interface OwnScenario {
  readonly entry: ScenarioEntry;
  readonly files: FileBundle;
  readonly scenario: Scenario;
  readonly diagnostics: readonly Diagnostic[];
}

/** What came of opening files: scenarios that play, and everything that is wrong with the others. */
export interface OpenedFiles {
  readonly scenarios: readonly OwnScenario[];
  readonly diagnostics: readonly Diagnostic[];
  /** The texts, for showing the lines that are spoken of. */
  readonly texts: ReadonlyMap<string, string>;
}

/** A file as the picker or a drop gives it; `name` may have folders. */
export interface PickedFile {
  readonly name: string;
  readonly size: number;
  text(): Promise<string>;
}

/** Reads picked files and opens every scenario among them. Never rejects. */
export async function openFiles(picked: readonly PickedFile[], messages: AppMessages): Promise<OpenedFiles> {
  const read = await Promise.all(picked.map((file) => readFile(file, messages)));
  const texts = read.flatMap((result) => ('text' in result ? [result] : []));
  const refused = read.flatMap((result) => ('text' in result ? [] : [result]));
  const opened = await openTexts(texts, messages);
  return { ...opened, diagnostics: [...refused, ...opened.diagnostics] };
}

/** Opens every scenario among texts, or the one that is named. Never rejects. */
export async function openTexts(texts: readonly TextFile[], messages: AppMessages, only?: string): Promise<OpenedFiles> {
  const byName = new Map(texts.map(({ name, text }) => [name, text]));
  const candidates = texts.filter((file) => (only === undefined ? texts.length === 1 || isScenario(file) : file.name === only));
  if (texts.length > 0 && candidates.length === 0) {
    const none = problem(texts[0]?.name ?? '', 'no-scenario', messages.noScenarioAmong);
    return { scenarios: [], diagnostics: [none], texts: byName };
  }
  const results = await Promise.all(candidates.map((candidate) => openOne(candidate, texts, messages)));
  return {
    scenarios: results.flatMap(({ own }) => (own ? [own] : [])),
    diagnostics: results.flatMap(({ own, diagnostics }) => (own ? [] : diagnostics)),
    texts: byName,
  };
}

/** The entry of files that belong together, the scenario first. */
export function entryOfBundle(files: FileBundle, path: string, messages: AppMessages): ScenarioEntry {
  return { path, file: files[0].name, shipped: false, read: readerOf(files, messages) };
}

interface Opened {
  readonly own?: OwnScenario;
  readonly diagnostics: readonly Diagnostic[];
}

async function openOne(file: TextFile, all: readonly TextFile[], messages: AppMessages): Promise<Opened> {
  const used = new Map<string, TextFile>([[file.name, file]]);
  const reader = readerOf(all, messages, (other) => used.set(other.name, other));
  const { parseInSlices } = await import('../elements/scenario-cache.ts');
  const { scenario, diagnostics } = await parseInSlices({ file: file.name, text: file.text, read: reader });
  if (!scenario) return { diagnostics };
  const files: FileBundle = [file, ...[...used.values()].slice(1)];
  const entry = entryOfBundle(files, `${OWN}/${scenario.id}`, messages);
  return { own: { entry, files, scenario, diagnostics }, diagnostics };
}

/** Finds a named file among those at hand. */
function readerOf(files: readonly TextFile[], messages: AppMessages, found: (file: TextFile) => void = () => {}): Reader {
  return async (address) => {
    const file = fileNamed(files, address);
    if (!file) throw new Error(messages.alsoOpen(lastPart(address)));
    found(file);
    return file.text;
  };
}

async function readFile(file: PickedFile, messages: AppMessages): Promise<TextFile | Diagnostic> {
  if (file.size > OWN_FILE_LIMIT) return problem(file.name, 'file-too-large', messages.fileTooLarge(OWN_FILE_LIMIT / 1_000_000));
  try {
    const text = await file.text();
    return text.includes('\0') ? problem(file.name, 'not-text', messages.fileNotText) : { name: file.name, text };
  } catch (error) {
    return problem(file.name, 'unreadable', error instanceof Error ? error.message : String(error));
  }
}

/** A scenario has steps at its top; an architecture has components instead. */
function isScenario({ text }: TextFile): boolean {
  return /^(?:steps|["']steps["'])\s*:/m.test(text) || /^\s*\{[^]*["']?steps["']?\s*:/.test(text);
}

function problem(file: string, code: string, message: string): Diagnostic {
  return { severity: 'error', code, message, file, line: 1, column: 1, path: '' };
}
