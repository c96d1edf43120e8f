import { realpathSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { FilmCodec } from '../recorder/film-codec.ts';
import { canRun } from './can-run.ts';
import { UserError } from './terminal.ts';

/** There is no browser, or none that opens: nothing that needs one can be made. */
export class BrowserError extends UserError {}

/** The environment variable that names the browser to use, before any other place is looked at. */
export const BROWSER_VARIABLE = 'HOPLINE_BROWSER';

/**
 * Flags for every Chromium that we start: it stays offline apart from the pages that it is told to open.
 * A browser of root's has no sandbox, so root must say so.
 */
export const LAUNCH_FLAGS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const COMMANDS = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
  'msedge',
  'brave-browser',
];

/** Names of browsers that come with all codecs. */
const BRANDED = /google.chrome|microsoft.edge|msedge/i;

/** Where the finder looks; given in tests, else this machine's. */
export interface BrowserPlaces {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  /** Whether a path is a file that can be run. */
  readonly runs: (path: string) => boolean;
  /** The file that a path leads to in the end. */
  readonly real: (path: string) => string;
  /** Where Playwright puts its own Chromium, if it says so. */
  readonly playwright: () => Promise<string | undefined>;
}

/**
 * The path of a Chromium, Chrome or Edge: the one that the environment names, an installed one, Playwright's own; undefined where there is none.
 * Throws where the environment names something that cannot be run, as falling back would hide the mistake.
 */
export async function findBrowser(places: BrowserPlaces = thisMachine()): Promise<string | undefined> {
  return (await findBrowsers(undefined, places))[0];
}

/**
 * As `findBrowser`, but all of them, each once, best first. For H.264 these are Chrome and Edge, as builds of Chromium need not have it.
 */
export async function findBrowsers(codec?: FilmCodec, places: BrowserPlaces = thisMachine()): Promise<string[]> {
  const named = places.environment[BROWSER_VARIABLE];
  if (named) {
    if (places.runs(named)) return [named];
    throw new BrowserError(`${BROWSER_VARIABLE} names ${named}, which cannot be run. Correct it or unset it.`);
  }
  const installed = candidates(places).filter(places.runs);
  const own = await places.playwright();
  const branded = codec === 'h264' ? installed.filter((path) => BRANDED.test(path)) : [];
  const all = [...branded, ...installed, ...(own && places.runs(own) ? [own] : [])];
  return all.filter((path, at) => all.findIndex((other) => places.real(other) === places.real(path)) === at);
}

/** As `findBrowser`, but throws with what to do where there is none. */
export async function requireBrowser(places: BrowserPlaces = thisMachine()): Promise<string> {
  const found = await findBrowser(places);
  if (found) return found;
  throw new BrowserError(`No Chromium, Chrome or Edge was found. Run "npx playwright-core install chromium", or install one and name it in ${BROWSER_VARIABLE}.`);
}

function candidates({ environment, platform }: BrowserPlaces): string[] {
  if (platform === 'win32') return windowsCandidates(environment);
  const folders = (environment['PATH'] ?? '').split(delimiter).filter(Boolean);
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return platform === 'darwin' ? [...macCandidates(environment), ...onPath] : onPath;
}

function macCandidates(environment: BrowserPlaces['environment']): string[] {
  const roots = ['/Applications', join(environment['HOME'] ?? '/', 'Applications')];
  const names = ['Google Chrome', 'Chromium', 'Microsoft Edge', 'Brave Browser'];
  return roots.flatMap((root) => names.map((name) => join(root, `${name}.app`, 'Contents', 'MacOS', name)));
}

function windowsCandidates(environment: BrowserPlaces['environment']): string[] {
  const roots = [environment['PROGRAMFILES'], environment['PROGRAMFILES(X86)'], environment['LOCALAPPDATA']].filter((root) => root !== undefined);
  const files = ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe', 'Chromium/Application/chrome.exe'];
  return roots.flatMap((root) => files.map((file) => join(root, file)));
}

function thisMachine(): BrowserPlaces {
  return { environment: process.env, platform: process.platform, runs: canRun, real: realpathSync, playwright: playwrightsOwn };
}

/** On a system that Playwright does not know it has no browser of its own. */
async function playwrightsOwn(): Promise<string | undefined> {
  const { chromium } = await import('playwright-core');
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}
