import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { buildCdn } from '../cdn-build.ts';
import { packageRoot, runsFromSource } from '../package-root.ts';
import { slimBuild } from '../slim-build.ts';

/** What every bundle's page has in it. */
export interface BundleScripts {
  /** The one-file player, with its licences. */
  readonly player: string;
  /** What runs the page around it. */
  readonly page: string;
  readonly styles: string;
  /** Licence of the fonts. */
  readonly fontLicence: string;
}

let made: Promise<BundleScripts> | undefined;

/** A package brings them built; in a clone they are built now, in a few seconds and once in a process, so that they always fit the sources. */
export function bundleScripts(): Promise<BundleScripts> {
  return (made ??= makeScripts());
}

async function makeScripts(): Promise<BundleScripts> {
  const root = packageRoot();
  if (!runsFromSource()) return readScripts(join(root, 'dist/cdn'), join(root, 'dist/bundle'));
  await mkdir(join(root, '.cache'), { recursive: true });
  const folder = await mkdtemp(join(root, '.cache', 'bundle-'));
  const environment = process.env['NODE_ENV'];
  process.env['NODE_ENV'] = 'production';
  try {
    await buildCdn(root, join(folder, 'cdn'));
    await buildBundlePage(root, join(folder, 'page'));
    return await readScripts(join(folder, 'cdn'), join(folder, 'page'));
  } finally {
    if (environment === undefined) delete process.env['NODE_ENV'];
    else process.env['NODE_ENV'] = environment;
    await rm(folder, { recursive: true, force: true });
  }
}

/** Builds what runs a bundle's page as one classic script, with its styles and the licence of its fonts beside it. */
export async function buildBundlePage(root: string, outDir: string): Promise<void> {
  const { build } = await import('vite');
  await build({
    configFile: false,
    root,
    publicDir: false,
    logLevel: 'warn',
    plugins: [slimBuild()],
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: true,
      cssCodeSplit: false,
      modulePreload: false,
      rolldownOptions: {
        input: { page: join(root, 'src/bundle/main.ts') },
        output: { format: 'iife', entryFileNames: 'page.min.js', assetFileNames: 'page[extname]', codeSplitting: false },
        checks: { bundlerTimings: false },
      },
    },
  });
  await copyFile(join(root, 'assets/fonts/OFL.txt'), join(outDir, 'OFL.txt'));
}

async function readScripts(cdn: string, page: string): Promise<BundleScripts> {
  const read = (folder: string, name: string): Promise<string> => readFile(join(folder, name), 'utf8');
  const [player, script, styles, fontLicence] = await Promise.all([read(cdn, 'hopline.min.js'), read(page, 'page.min.js'), read(page, 'page.css'), read(page, 'OFL.txt')]);
  return { player, page: script, styles, fontLicence };
}
