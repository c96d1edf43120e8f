import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { build, preview, type PreviewServer } from 'vite';
import type { TestProject } from 'vitest/node';
import { requireBrowser } from '../../src/cli/browser.ts';
import { ROOT, testPages } from './pages.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The built app's address, with a slash at its end; pages of the tests are at their path in the repository. */
    appUrl: string;
    /** The folder of the built app. */
    appFolder: string;
    /** The browser to launch. */
    browserPath: string;
  }
}

/** Builds the app and the tests' pages as they are shipped and serves them for the whole-app tests: `inject('appUrl')`. */
export default async function serveApp(project: TestProject): Promise<() => Promise<void>> {
  const { server, folder, url } = await serveBuiltPages();
  project.provide('appUrl', url);
  project.provide('appFolder', folder);
  project.provide('browserPath', await requireBrowser());
  return async () => {
    await server.close();
    await rm(folder, { recursive: true, force: true });
  };
}

/**
 * The same for a tool: a server on a free port over a fresh build in a folder of its own, which the caller closes and removes. Without `pages` it is the
 * app alone, divided into files as it is shipped.
 */
export async function serveBuiltPages(pages: Record<string, string> | null = testPages()): Promise<{ server: PreviewServer; folder: string; url: string }> {
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const folder = await mkdtemp(join(ROOT, '.cache', 'pages-'));
  const shared = { configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' as const };
  const environment = process.env['NODE_ENV'];
  // The runner says `test`; packages would then be built in their development form, which nobody ships.
  process.env['NODE_ENV'] = 'production';
  try {
    await build({ ...shared, build: { outDir: folder, emptyOutDir: true, ...(pages ? { rolldownOptions: { input: pages } } : {}) } });
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  } finally {
    if (environment === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = environment;
  }
  const server = await preview({ ...shared, build: { outDir: folder }, preview: { port: 0, strictPort: false, open: false } });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error('The preview server has no address.');
  return { server, folder, url };
}
