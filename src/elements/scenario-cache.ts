import { parseScenario, type ArchitectureMemory, type ParsedScenario, type ScenarioInput } from '../scenario/parse.ts';
import { inSlices } from './in-slices.ts';
import { measured } from './measured.ts';

/** Scenarios that are remembered: a deck of slides has one scenario on many pages. */
const KEPT = 4;
/** So are the architectures that many of them stand on. */
const KEPT_ARCHITECTURES = 8;

/** What came of a text, and the files that it named. */
interface Reading {
  readonly result: ParsedScenario;
  readonly files: ReadonlyMap<string, string>;
}

interface Entry {
  readonly file: string;
  readonly text: string;
  readonly parsed: Promise<Reading>;
}

const entries: Entry[] = [];
const architectures: ArchitectureMemory = new Map();

/**
 * As `parseScenario`, but the same texts are parsed once for all players of a page. What the scenario names is read each time, so that
 * a changed file is seen.
 */
export async function parseOnce(input: ScenarioInput): Promise<ParsedScenario> {
  const known = entries.find(({ file, text }) => file === input.file && text === input.text);
  if (!known) return remember(input);
  const { result, files } = await known.parsed;
  if (await unchanged(files, input.read)) return result;
  forget(known);
  return remember(input);
}

async function remember(input: ScenarioInput): Promise<ParsedScenario> {
  const entry: Entry = { file: input.file, text: input.text, parsed: parse(input) };
  entries.push(entry);
  if (entries.length > KEPT) entries.shift();
  const { result } = await entry.parsed;
  // What failed may be a file that comes the next time.
  if (!result.scenario) forget(entry);
  return result;
}

function forget(entry: Entry): void {
  const index = entries.indexOf(entry);
  if (index >= 0) entries.splice(index, 1);
}

async function parse({ file, text, read }: ScenarioInput): Promise<Reading> {
  const files = new Map<string, string>();
  const result = await measured('parse', file, () => parseInSlices({
    file,
    text,
    read: async (address) => {
      const content = await read(address);
      files.set(address, content);
      return content;
    },
  }));
  return { result, files };
}

/** As `parseScenario`, in slices and with the architectures that the page has read already. */
export async function parseInSlices(input: ScenarioInput): Promise<ParsedScenario> {
  const result = await parseScenario({ ...input, run: inSlices, architectures });
  for (const oldest of [...architectures.keys()].slice(0, -KEPT_ARCHITECTURES)) architectures.delete(oldest);
  return result;
}

async function unchanged(files: ReadonlyMap<string, string>, read: (address: string) => Promise<string>): Promise<boolean> {
  try {
    const now = await Promise.all([...files].map(async ([address, content]) => (await read(address)) === content));
    return now.every(Boolean);
  } catch {
    // The parser says it better, at the line that names the file.
    return false;
  }
}
