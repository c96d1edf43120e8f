import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';
import { requireBrowser } from '../../../src/cli/browser.ts';
import { ensurePackages } from '../../../src/cli/bootstrap/packages.mjs';
import { packInto } from '../../tools/pack.ts';
import { ROOT } from '../../tools/pages.ts';
import { HOSTS, SITE } from './places.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the hosts' pages are served, with a slash at its end. */
    hostsUrl: string;
  }
}

/** Installs the hosts, puts the product among them as npm would, and serves what the tests build: `inject('hostsUrl')`. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  await requireBrowser();
  ensurePackages(HOSTS);
  installProduct();
  rmSync(SITE, { recursive: true, force: true });
  mkdirSync(SITE, { recursive: true });
  const server = await preview({ configFile: false, root: SITE, appType: 'mpa', logLevel: 'warn', build: { outDir: SITE }, preview: { port: 0, open: false } });
  project.provide('hostsUrl', server.resolvedUrls?.local[0] ?? '');
  return () => server.close();
}

/** The package as it would be published, built now unless `.ci/run` just has, without what only its command line needs. */
function installProduct(): void {
  const packed = join(ROOT, '.cache', 'hosts-package');
  const installed = join(HOSTS, 'node_modules', 'hopline');
  // The runner says `test`; packages would then be built in their development form, which nobody ships.
  if (!process.env['HOPLINE_BUILT']) execFileSync('npm', ['run', '-s', 'build'], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, NODE_ENV: 'production' } });
  packInto(packed, installed);
}
