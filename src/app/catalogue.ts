/** The scenarios that the app can open: those in the repository, found when it is built, and those of the viewer. */
import type { Diagnostic } from '../scenario/diagnostic.ts';
import type { Scenario } from '../scenario/model.ts';
import { remembered } from '../shared/remembered.ts';

/** Gives the text of a file that a scenario names, by its address; rejects when there is none. */
export type Reader = (address: string) => Promise<string>;

/** A scenario that can be opened; nothing of it is read until it is asked for. */
export interface ScenarioEntry {
  /** As in links: `kubernetes/pod-creation`. */
  readonly path: string;
  /** Its address from the page, or the name of a viewer's own file. */
  readonly file: string;
  /** Whether the player can fetch it by its address. */
  readonly shipped: boolean;
  readonly read: Reader;
}

/** What came of reading an entry. */
export interface LoadedEntry {
  readonly scenario?: Scenario;
  readonly diagnostics: readonly Diagnostic[];
}

/** Files by their path from the repository's root, each read when first asked for. */
export type FileTable = Readonly<Record<string, () => Promise<string>>>;

const FILES: FileTable = import.meta.glob<string>(['/scenarios/*/*.yaml', '!**/*.session.yaml'], { query: '?raw', import: 'default' });
const NO_SCENARIO = /(?:(?:^|[/.-])architecture(?:[.-][^/]*)?|\.session)\.yaml$/;

/** What an address without a scenario opens. */
export const FIRST = 'kubernetes/pod-creation';

/** Entries of a table of files: every file that is not named as an architecture or a session, in the order of folders and names. */
export function entriesOf(files: FileTable): ScenarioEntry[] {
  const read: Reader = async (address) => {
    const file = files[address] ?? files[`/${address}`];
    if (!file) throw new Error(`There is no file ${address}`);
    return file();
  };
  return Object.keys(files)
    .filter((path) => !NO_SCENARIO.test(path))
    .map((path) => path.slice(1))
    .sort(byLead)
    .map((file) => ({ path: file.replace(/^scenarios\//, '').replace(/\.yaml$/, ''), file, shipped: true, read }));
}

/** The scenarios of the repository; a new file under scenarios/ is in it by itself. */
export const SHIPPED: readonly ScenarioEntry[] = entriesOf(FILES);

/** The last entry that is parsed: of many cards that come into view at once, the first one is to be ready first. */
let last: Promise<unknown> = Promise.resolve();

/** Reads and checks an entry once; never rejects. */
export const loadEntry: (entry: ScenarioEntry) => Promise<LoadedEntry> = remembered(parseEntry);

async function parseEntry(entry: ScenarioEntry): Promise<LoadedEntry> {
  try {
    const [text, { parseInSlices }] = await Promise.all([entry.read(entry.file), import('../elements/scenario-cache.ts')]);
    const parsed = last.then(() => parseInSlices({ file: entry.file, text, read: entry.read }));
    last = parsed.catch(() => undefined);
    return await parsed;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { diagnostics: [{ severity: 'error', code: 'unreadable', message, file: entry.file, line: 1, column: 1, path: '' }] };
  }
}

/** The flagship first, then by name; its folder leads. */
function byLead(a: string, b: string): number {
  const rank = (file: string): number => (file.includes(FIRST) ? 0 : file.includes(`/${FIRST.split('/', 1)[0]}/`) ? 1 : 2);
  // Names of files are plain: the first use of a collation costs a page ten milliseconds.
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}
