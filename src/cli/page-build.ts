import { join } from 'node:path';
import type { InlineConfig } from 'vite';
import { keepNotices } from './keep-notices.ts';
import { slimBuild } from './slim-build.ts';

/** The pages that commands of that name serve. */
export type PageName = 'dev' | 'record';

/** How a command's page is built: for the package into dist/, in a clone whenever the command starts. */
export function pageBuild(name: PageName, root: string, outDir: string): InlineConfig {
  return {
    configFile: false,
    root: join(root, 'src', 'cli', name),
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [keepNotices(), slimBuild()],
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: true,
      license: { fileName: 'third-party-licenses.md' },
      chunkSizeWarningLimit: 1200,
      // Who records a film on a busy machine need not hear how long the page took to build.
      rolldownOptions: { checks: { bundlerTimings: false } },
    },
  };
}
