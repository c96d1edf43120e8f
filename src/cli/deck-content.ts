import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';
import { compile } from '../compile/compile.ts';
import type { Diagnostic } from '../scenario/diagnostic.ts';
import { parseScenario } from '../scenario/parse.ts';
import type { Session } from '../scenario/session/model.ts';
import { parseSession } from '../scenario/session/parse-session.ts';
import type { LocalizedText } from '../shared/text.ts';

const MODULE = /\/src\/app\/deck\/content\.ts$/;
const SESSION_FILE = 'week2-day1-session8.session.yaml';
const FOLDER = 'kubernetes';
const NOT_A_SCENARIO = /(?:^|[.-])architecture\.yaml$|\.session\.yaml$/;
/** Depths that a deck may show. */
const LEVELS = [1, 2, 3];

interface Facts {
  readonly title: LocalizedText;
  readonly summary?: LocalizedText;
  readonly steps: readonly number[];
}

/**
 * Writes what the deck has to know before it starts into its module `content.ts`: the session, and of each scenario the title and how many
 * steps it has. A deck must know them before its first slide, and parsing two dozen files takes a browser seconds. A file with an error
 * is left out with a warning, so that a half-written scenario stops no build; the session itself must be right.
 */
export function deckContent(root: string): Plugin {
  const folder = join(root, 'scenarios', FOLDER);
  return {
    name: 'hopline:deck-content',
    async transform(_code, id) {
      if (!MODULE.test(id.replaceAll('\\', '/'))) return null;
      const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml'));
      for (const name of names) this.addWatchFile(join(folder, name));
      const session = await sessionOf(folder);
      const table = await tableOf(folder, names, (message) => this.warn(message));
      return { code: `export const SESSION = ${JSON.stringify(session)};\nexport const SCENARIOS = ${JSON.stringify(table)};\n`, map: null };
    },
  };
}

async function sessionOf(folder: string): Promise<Session> {
  const text = await readFile(join(folder, SESSION_FILE), 'utf8');
  const { session, diagnostics } = parseSession({ file: SESSION_FILE, text });
  if (!session) throw new Error(diagnostics.map(sentence).join('\n'));
  return session;
}

/** Facts of all scenarios of a folder, by folder and name. */
export async function tableOf(folder: string, names: readonly string[], warn: (message: string) => void): Promise<Record<string, Facts>> {
  const table: Record<string, Facts> = {};
  const read = (address: string): Promise<string> => readFile(join(folder, basename(address)), 'utf8');
  for (const name of names.filter((each) => !NOT_A_SCENARIO.test(each)).sort()) {
    const { scenario, diagnostics } = await parseScenario({ file: name, text: await read(name), read });
    if (!scenario) {
      warn(`${name} is left out of the deck: ${diagnostics[0] ? sentence(diagnostics[0]) : 'it cannot be read'}`);
      continue;
    }
    const { title, summary } = scenario;
    table[`${basename(folder)}/${name.replace(/\.yaml$/, '')}`] = { title, ...(summary && { summary }), steps: LEVELS.map((level) => compile(scenario, { level }).steps.length) };
  }
  return table;
}

function sentence({ file, line, message }: Diagnostic): string {
  return `${file}:${line}: ${message}`;
}
