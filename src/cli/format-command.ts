import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Findings } from '../scenario/findings.ts';
import { formatDocument } from '../scenario/format.ts';
import { readSource } from '../scenario/read-source.ts';
import { findDocuments } from './documents.ts';
import { printDiagnostics } from './print-diagnostics.ts';
import type { Terminal } from './terminal.ts';

/** `--check`: names the files that are not in the canonical form and leaves them as they are. */
export interface FormatOptions {
  readonly check?: boolean;
}

/**
 * `hopline fmt`: puts the files into the canonical form and names those that it changed. The exit code is 1 where `--check` finds one that is not, or one
 * cannot be read; such a file stays as it is.
 */
export async function formatCommand(files: readonly string[], options: FormatOptions, terminal: Terminal): Promise<number> {
  let failed = false;
  for (const { path, text } of await findDocuments(files, terminal.cwd)) {
    const findings = new Findings();
    if (!readSource(path, text, findings)) {
      terminal.err(printDiagnostics(findings.diagnostics()));
      failed = true;
      continue;
    }
    const formatted = formatDocument(text);
    if (formatted === text) continue;
    terminal.out(path);
    if (options.check) failed = true;
    else await writeFile(resolve(terminal.cwd, path), formatted);
  }
  return failed ? 1 : 0;
}
