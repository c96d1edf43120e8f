import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { BROWSER_VARIABLE, findBrowser, LAUNCH_FLAGS } from './browser.ts';

const DOWNLOAD_LIMIT_MS = 6 * 60_000;

/** What the installer needs of a machine; given in tests, else this one's. */
export interface Installer {
  readonly find: () => Promise<string | undefined>;
  /** Whether the browser opens and closes; libraries may be missing. */
  readonly launches: (path: string) => Promise<boolean>;
  /** Runs a command in the open; false when it fails. */
  readonly run: (command: string, args: readonly string[]) => boolean;
  /** Root on a system with apt-get. */
  readonly mayInstall: boolean;
  readonly say: (line: string) => void;
}

/** The path of a browser that opens, after installing one where there is none; throws with what to do when that fails. */
export async function ensureBrowser(installer: Installer = thisMachine()): Promise<string> {
  const { run, mayInstall, say } = installer;
  const there = await working(installer);
  if (there) return there;
  say('No browser was found that opens. Downloading Chromium with Playwright …');
  if (run(process.execPath, [playwrightCommand(), 'install', '--no-shell', 'chromium'])) {
    const downloaded = await working(installer);
    if (downloaded) return downloaded;
    if (mayInstall && run(process.execPath, [playwrightCommand(), 'install-deps', 'chromium'])) {
      const complete = await working(installer);
      if (complete) return complete;
    }
  }
  if (mayInstall) {
    say('Installing Chromium with apt-get …');
    run('apt-get', ['update']);
    run('apt-get', ['install', '-y', '--no-install-recommends', 'chromium']);
    const installed = await working(installer);
    if (installed) return installed;
  }
  throw new Error(
    `No browser could be installed. Install Chromium, Chrome or Edge yourself (on Debian "sudo apt-get install chromium"), or name one in ${BROWSER_VARIABLE}.`,
  );
}

async function working({ find, launches, say }: Installer): Promise<string | undefined> {
  const path = await find();
  if (!path) return undefined;
  if (await launches(path)) return path;
  say(`${path} is there but does not open.`);
  return undefined;
}

function thisMachine(): Installer {
  return {
    find: findBrowser,
    launches,
    run: (command, args) => {
      const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
      return spawnSync(command, [...args], { stdio: 'inherit', env, timeout: DOWNLOAD_LIMIT_MS }).status === 0;
    },
    mayInstall: process.getuid?.() === 0 && existsSync('/usr/bin/apt-get'),
    say: console.log,
  };
}

async function launches(path: string): Promise<boolean> {
  const { chromium } = await import('playwright-core');
  try {
    await (await chromium.launch({ executablePath: path, args: [...LAUNCH_FLAGS] })).close();
    return true;
  } catch {
    return false;
  }
}

function playwrightCommand(): string {
  return join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log(`Tests run in ${await ensureBrowser()}.`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
