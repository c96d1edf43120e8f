import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { keepNotices } from './keep-notices.ts';
import { slimBuild } from './slim-build.ts';

/** How the page of `hopline dev` is built: for the package into dist/, in a clone whenever the command starts. */
export function devPageBuild(root: string, outDir: string): InlineConfig {
  return {
    configFile: false,
    root: join(root, 'src', 'cli', 'dev'),
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [keepNotices(), slimBuild()],
    build: { target: 'es2022', outDir, emptyOutDir: true, license: { fileName: 'third-party-licenses.md' }, chunkSizeWarningLimit: 1200 },
  };
}
