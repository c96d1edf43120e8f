import { join } from 'node:path';
import { build } from 'vite';
import { buildCdn as buildOneFile, buildRevealScript, copyPlayerStyles, playerBuild } from '../../src/cli/cdn-build.ts';
import { keepNotices } from '../../src/cli/keep-notices.ts';
import { slimBuild } from '../../src/cli/slim-build.ts';
import { importSafe } from './import-safe.ts';
import { ROOT } from './pages.ts';

/** Packages that every player needs, in files of their own: they change less often than our own code, and our own can be weighed. */
const PACKAGES_APART = ['gsap', 'lit', 'yaml', 'valibot'].map((name) => ({
  name: `package-${name}`, test: new RegExp(`[\\\\/]node_modules[\\\\/]${name === 'lit' ? '(?:@lit|lit(?:-\\w+)?)' : name}[\\\\/]`),
}));

/** Builds the player as modules that a page loads without a bundler: what is rarely needed stays in files of its own. */
export async function buildPlayer(folder = join(ROOT, 'dist/player')): Promise<void> {
  const config = playerBuild(ROOT, folder, [keepNotices(), slimBuild(), importSafe()]);
  config.build.rolldownOptions = {
    input: {
      hopline: join(ROOT, 'src/elements/define.ts'),
      'hopline-player': join(ROOT, 'src/elements/hopline-player.ts'),
      reveal: join(ROOT, 'src/slides/reveal.ts'),
      embed: join(ROOT, 'src/embed/connect-embed.ts'),
      oembed: join(ROOT, 'src/embed/oembed.ts'),
      slidev: join(ROOT, 'src/slides/slidev/slidev.ts'),
      trace: join(ROOT, 'src/compile/trace-of.ts'),
    },
    preserveEntrySignatures: 'strict',
    output: {
      entryFileNames: '[name].js',
      chunkFileNames: 'parts/[name]-[hash].js',
      assetFileNames: 'assets/[name]-[hash][extname]',
      codeSplitting: { groups: PACKAGES_APART },
    },
  };
  await build(config);
  await copyPlayerStyles(ROOT, folder);
}

/** Builds the player as one classic script, and the plugin for decks as another. */
export async function buildCdn(folder = join(ROOT, 'dist/cdn')): Promise<void> {
  await buildOneFile(ROOT, folder);
  await buildRevealScript(ROOT, folder);
}
