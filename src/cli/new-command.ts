import { existsSync } from 'node:fs';
import { access, mkdir, writeFile } from 'node:fs/promises';
import { basename, dirname, extname, join, relative, resolve, sep } from 'node:path';
import { packageRoot } from './package-root.ts';
import { idOf, scenarioTemplate, type Beginning } from './scenario-template.ts';
import { UserError, type Terminal } from './terminal.ts';

/** What flags may answer instead of the person. */
export interface NewOptions {
  readonly title?: string;
  /** Names, separated by commas, in the order in which the request passes them. */
  readonly participants?: string;
  readonly lang?: string;
  readonly force?: boolean;
}

const DEFAULTS = { title: 'My scenario', participants: 'Browser, Gateway, Orders, Database' };

/** `hopline new`: writes a scenario that plays, from a few questions or flags, and says what to do next. */
export async function newCommand(file: string | undefined, options: NewOptions, terminal: Terminal): Promise<number> {
  const title = options.title ?? (await ask(terminal, 'What is it called?', file ? titleOf(file) : DEFAULTS.title));
  const listed = options.participants ?? (await ask(terminal, 'Who takes part, in the order of the request?', DEFAULTS.participants));
  const participants = listed.split(',').map((name) => name.trim()).filter(Boolean);
  if (participants.length < 2) throw new UserError('A scenario needs at least two participants, separated by commas.');
  const path = file ?? `${idOf(title) || 'scenario'}.yaml`;
  await refuseToOverwrite(resolve(terminal.cwd, path), path, options.force === true);
  const text = scenarioTemplate({ title, participants, lang: langOf(options.lang), schema: schemaAddress(resolve(terminal.cwd, path), terminal.cwd) });
  await mkdir(dirname(resolve(terminal.cwd, path)), { recursive: true });
  await writeFile(resolve(terminal.cwd, path), text);
  terminal.out(`${path} is written. Play it and see each change at once:\n\n  hopline dev ${path}\n`);
  return 0;
}

/**
 * The schema of scenarios for the modeline of a file: this package's own where it lies within the folder in which the person works (a clone, or a project
 * that installed it), so that it fits the version; else the published one.
 */
export function schemaAddress(file: string, cwd: string): string {
  const own = ['dist/schema', 'src/scenario/json-schemas'].map((folder) => join(packageRoot(), folder, 'scenario.schema.json')).find(existsSync);
  if (!own || relative(cwd, own).startsWith('..')) return 'https://unpkg.com/hopline/dist/schema/scenario.schema.json';
  const path = relative(dirname(file), own).split(sep).join('/');
  return path.startsWith('.') ? path : `./${path}`;
}

async function ask(terminal: Terminal, question: string, usual: string): Promise<string> {
  return (terminal.ask && (await terminal.ask(`${question} [${usual}] `))) || usual;
}

function langOf(lang = 'en'): Beginning['lang'] {
  if (lang === 'en' || lang === 'ko') return lang;
  throw new UserError(`--lang knows en and ko, not ${lang}.`);
}

function titleOf(file: string): string {
  const words = basename(file, extname(file)).replace(/[-_]+/g, ' ').trim();
  return words ? words.charAt(0).toUpperCase() + words.slice(1) : DEFAULTS.title;
}

async function refuseToOverwrite(path: string, shown: string, force: boolean): Promise<void> {
  const there = await access(path).then(() => true, () => false);
  if (there && !force) throw new UserError(`${shown} is already there. Name another file, or say --force.`);
}
