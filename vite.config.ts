import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';
import { deckContent } from './src/cli/deck-content.ts';
import { keepNotices } from './src/cli/keep-notices.ts';
import { slimBuild } from './src/cli/slim-build.ts';

const ROOT = import.meta.dirname;

/** Puts the scenarios beside the built app under the addresses that they have in the repository. */
function shipScenarios(): Plugin {
  let outDir = '';
  return {
    name: 'hopline:ship-scenarios',
    apply: 'build',
    configResolved: (config) => {
      outDir = resolve(config.root, config.build.outDir);
    },
    closeBundle: () => cp(join(ROOT, 'scenarios'), join(outDir, 'scenarios'), { recursive: true }),
  };
}

/** The deck's page lies with its code, and is served at `deck/`. */
function shortenAddress(): Plugin {
  return {
    name: 'hopline:shorten-address',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const page = bundle['src/app/deck/index.html'];
      if (page?.type !== 'asset') return;
      delete bundle['src/app/deck/index.html'];
      this.emitFile({ type: 'asset', fileName: 'deck/index.html', source: String(page.source).replaceAll('"../../../', '"../') });
    },
  };
}

/** The browser app; other builds (the package, the command line, the tests' pages) start from this one. */
export default defineConfig({
  root: ROOT,
  base: './',
  publicDir: false,
  plugins: [deckContent(ROOT), shipScenarios(), keepNotices(), slimBuild(), shortenAddress()],
  worker: { format: 'es', plugins: () => [keepNotices(), slimBuild('worker')] },
  server: { port: 4600, fs: { strict: true } },
  preview: { port: 4600 },
  build: {
    target: 'es2022',
    outDir: 'dist/app',
    emptyOutDir: true,
    license: { fileName: 'third-party-licenses.md' },
    chunkSizeWarningLimit: 1200,
    rolldownOptions: { input: { index: join(ROOT, 'index.html'), deck: join(ROOT, 'src/app/deck/index.html') } },
  },
});
