import { readdir, readFile, stat } from 'node:fs/promises';
import { extname, join, relative, resolve } from 'node:path';
import { UserError } from './terminal.ts';

/** A file of the language, by what is in it. */
export interface DocumentFile {
  readonly path: string;
  readonly text: string;
  readonly kind: 'scenario' | 'architecture' | 'session';
}

const ENDINGS = new Set(['.yaml', '.yml']);

/**
 * The scenarios, architectures and sessions that the arguments name: files, or folders that are searched. Without arguments it searches `scenarios`, or else the
 * current folder. A file that was named counts whatever is in it; in a folder only files that begin as the language does are taken. Throws where nothing is found.
 */
export async function findDocuments(args: readonly string[], cwd: string): Promise<DocumentFile[]> {
  const wanted = args.length > 0 ? args : [(await isFolder(join(cwd, 'scenarios'))) ? 'scenarios' : '.'];
  const found: DocumentFile[] = [];
  for (const arg of wanted) {
    const path = resolve(cwd, arg);
    if (await isFolder(path)) found.push(...(await search(path, cwd)));
    else found.push(await readDocument(path, cwd));
  }
  if (found.length === 0) throw new UserError(noScenario(args.length > 0 ? wanted.join(', ') : undefined));
  return found.filter((file, at) => found.findIndex(({ path }) => path === file.path) === at);
}

/** Files as they were named, and for a folder every scenario in it, in the order of their names. Throws where a folder has none. */
export async function findScenarios(args: readonly string[], cwd: string): Promise<string[]> {
  const found: string[] = [];
  for (const arg of args) {
    const folder = await isFolder(resolve(cwd, arg));
    const scenarios = folder ? (await findDocuments([arg], cwd)).filter(({ kind }) => kind === 'scenario').map(({ path }) => path) : [arg];
    if (scenarios.length === 0) throw new UserError(noScenario(arg));
    found.push(...scenarios);
  }
  return [...new Set(found)];
}

function noScenario(where: string | undefined): string {
  return `No scenario was found ${where === undefined ? 'here' : `in ${where}`}. Begin one with "hopline new".`;
}

/** Reads a file that a document refers to, by its path; throws with words that fit into a diagnostic. */
export async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(code === 'ENOENT' ? 'There is no such file.' : `The file cannot be opened (${code ?? 'unknown reason'}).`, { cause: error });
  }
}

/** What a text is: architectures have no steps, sessions have parts. A broken text counts as a scenario, whose diagnostics say more. */
export function kindOf(text: string): DocumentFile['kind'] {
  if (/^parts\s*:/m.test(text) && !/^(steps|components)\s*:/m.test(text)) return 'session';
  return /^(components|edges)\s*:/m.test(text) && !/^(steps|architecture)\s*:/m.test(text) ? 'architecture' : 'scenario';
}

/** Throws with words for the person where a text is another document of the language than a scenario; `file` as they wrote it. */
export function requireScenario(file: string, text: string): void {
  const kind = kindOf(text);
  if (kind === 'architecture') throw new UserError(`${file} is an architecture; give a scenario that plays in it.`);
  if (kind === 'session') throw new UserError(`${file} is a session; give one of the scenarios that it names.`);
}

async function readDocument(path: string, cwd: string): Promise<DocumentFile> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UserError(`${relative(cwd, path) || path} cannot be read.`);
  });
  return { path: relative(cwd, path).startsWith('..') ? path : relative(cwd, path), text, kind: kindOf(text) };
}

async function search(folder: string, cwd: string): Promise<DocumentFile[]> {
  const found: DocumentFile[] = [];
  for (const entry of (await readdir(folder, { withFileTypes: true })).toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await search(path, cwd)));
    else if (ENDINGS.has(extname(entry.name))) {
      const file = await readDocument(path, cwd);
      if (/^hopline\s*:/m.test(file.text)) found.push(file);
    }
  }
  return found;
}

async function isFolder(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined))?.isDirectory() ?? false;
}
