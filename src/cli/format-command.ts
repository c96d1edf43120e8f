import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { formatDocument } from '../scenario/format.ts';
import { findDocuments } from './documents.ts';
import type { Terminal } from './terminal.ts';

/** `--check`: names the files that are not in the canonical form and leaves them as they are. */
export interface FormatOptions {
  readonly check?: boolean;
}

/** `hopline fmt`: puts the files into the canonical form; the exit code is 1 where `--check` finds one that is not, or one cannot be read as YAML. */
export async function formatCommand(files: readonly string[], options: FormatOptions, terminal: Terminal): Promise<number> {
  let failed = false;
  for (const { path, text } of await findDocuments(files, terminal.cwd)) {
    const formatted = format(path, text, terminal);
    if (formatted === undefined) failed = true;
    if (formatted === undefined || formatted === text) continue;
    terminal.out(path);
    if (options.check) failed = true;
    else await writeFile(resolve(terminal.cwd, path), formatted);
  }
  return failed ? 1 : 0;
}

function format(path: string, text: string, terminal: Terminal): string | undefined {
  try {
    return formatDocument(text);
  } catch (error) {
    terminal.err(`${path}: ${error instanceof Error ? error.message : String(error)} "hopline check" says where.`);
    return undefined;
  }
}
