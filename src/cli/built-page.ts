import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { builtPage, type PageHandler } from './dev-server.ts';
import { pageBuild, type PageName } from './page-build.ts';
import { packageRoot, runsFromSource } from './package-root.ts';

/** A page of the command line, ready to be served. */
export interface PreparedPage {
  readonly folder: string;
  readonly page: PageHandler;
}

/** What a page is made of. */
const SOURCES = ['src', 'assets', 'package-lock.json'];
/** A build that was not made today is of sources that have changed since. */
const STALE_MS = 24 * 60 * 60 * 1000;

/** A package brings its pages built; in a clone one is built in a second or two, whenever the sources are others than at the last time. */
export async function preparePage(name: PageName): Promise<PreparedPage> {
  const root = packageRoot();
  const folder = runsFromSource() ? await builtNow(name, root) : join(root, 'dist', name);
  return { folder, page: builtPage(folder) };
}

async function builtNow(name: PageName, root: string): Promise<string> {
  const cache = join(root, '.cache');
  const folder = join(cache, `${name}-page-${await stampOf(root)}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  await removeStale(cache, `${name}-page-`);
  const half = await mkdtemp(join(cache, `${name}-`));
  const { build } = await import('vite');
  process.env['NODE_ENV'] = 'production';
  try {
    await build(pageBuild(name, root, half));
    // Another command may have built it meanwhile.
    await rename(half, folder).catch(() => undefined);
    return folder;
  } finally {
    await rm(half, { recursive: true, force: true });
  }
}

/** Tells sources apart by their names, sizes and times. */
async function stampOf(root: string): Promise<string> {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    const path = join(root, source);
    const inside = (await stat(path)).isDirectory() ? (await readdir(path, { recursive: true })).sort() : [''];
    const facts = await Promise.all(inside.map(async (file) => {
      const { size, mtimeMs } = await stat(join(path, file));
      return `${source}/${file} ${size} ${mtimeMs}`;
    }));
    hash.update(facts.join('\n'));
  }
  return hash.digest('hex').slice(0, 16);
}

async function removeStale(cache: string, prefix: string): Promise<void> {
  for (const name of (await readdir(cache)).filter((each) => each.startsWith(prefix))) {
    const path = join(cache, name);
    const age = Date.now() - ((await stat(path).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (age > STALE_MS) await rm(path, { recursive: true, force: true });
  }
}
