import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { builtPage, type PageHandler } from './dev-server.ts';
import { pageBuild, type PageName } from './page-build.ts';
import { packageRoot, runsFromSource } from './package-root.ts';

/** A page of the command line, ready to be served, and what takes away what was made for it. */
export interface PreparedPage {
  readonly folder: string;
  readonly page: PageHandler;
  remove(): Promise<void>;
}

/** A package brings its pages built; in a clone one is built now, in a second or two, so that it always fits the sources. */
export async function preparePage(name: PageName): Promise<PreparedPage> {
  const root = packageRoot();
  if (!runsFromSource()) {
    const folder = join(root, 'dist', name);
    return { folder, page: builtPage(folder), remove: async () => undefined };
  }
  const { build } = await import('vite');
  await mkdir(join(root, '.cache'), { recursive: true });
  const folder = await mkdtemp(join(root, '.cache', `${name}-`));
  process.env['NODE_ENV'] = 'production';
  await build(pageBuild(name, root, folder));
  return { folder, page: builtPage(folder), remove: () => rm(folder, { recursive: true, force: true }) };
}
