import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { build } from 'vite';
import { buildBundlePage } from '../../src/cli/bundle/bundle-scripts.ts';
import { pageBuild } from '../../src/cli/page-build.ts';
import { architectureJsonSchema, scenarioJsonSchema } from '../../src/scenario/json-schema.ts';
import { sessionJsonSchema } from '../../src/scenario/session/json-schema.ts';
import { buildEmbed } from './embed-build.ts';
import { writeElementManifest } from './element-manifest.ts';
import { ROOT } from './pages.ts';
import { buildCdn, buildPlayer } from './player-builds.ts';
import { writeSlidevAddon } from './slidev-addon.ts';

/** Everything that package.json's `bin` and `exports` point to, and the app, in dist/. */
const PARTS: Readonly<Record<string, () => Promise<unknown>>> = {
  app: () => build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' }),
  player: () => buildPlayer(),
  cdn: () => buildCdn(),
  bundle: () => buildBundlePage(ROOT, join(ROOT, 'dist/bundle')),
  // Made of the one before.
  embed: () => buildEmbed(),
  dev: () => build(pageBuild('dev', ROOT, join(ROOT, 'dist/dev'))),
  record: () => build(pageBuild('record', ROOT, join(ROOT, 'dist/record'))),
  cli: buildCommandLine,
  slidev: buildSlidevAddon,
  schema: writeSchemas,
  editors: () => writeElementManifest(join(ROOT, 'dist/editors')),
  types: writeTypes,
  guide: copyGuide,
};

/** Our own code in a few files; packages stay outside, npm installs them. */
async function buildCommandLine(): Promise<void> {
  await buildForNode('cli', { hopline: 'src/cli/main.ts' });
  await chmod(join(ROOT, 'dist/cli/hopline.js'), 0o755);
}

/** What the add-on does in Node, and the files by which Slidev finds it. */
async function buildSlidevAddon(): Promise<void> {
  await buildForNode('slidev', { setup: 'src/cli/slidev/setup.ts' });
  await writeSlidevAddon(ROOT);
}

async function buildForNode(folder: string, input: Readonly<Record<string, string>>): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      target: 'node20',
      ssr: true,
      outDir: join(ROOT, 'dist', folder),
      emptyOutDir: true,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(input).map(([name, file]) => [name, join(ROOT, file)])),
        output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js', banner: (chunk) => (chunk.isEntry && folder === 'cli' ? '#!/usr/bin/env node' : '') },
      },
    },
  });
}

async function writeSchemas(): Promise<void> {
  const folder = join(ROOT, 'dist/schema');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'scenario.schema.json'), `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
  await writeFile(join(folder, 'architecture.schema.json'), `${JSON.stringify(architectureJsonSchema(), null, 2)}\n`);
  await writeFile(join(folder, 'session.schema.json'), `${JSON.stringify(sessionJsonSchema(), null, 2)}\n`);
}

/** The guides, with what they refer to beside them as in the sources. */
async function copyGuide(): Promise<void> {
  for (const name of ['cli/record.md', 'cli/farm', 'embed/embed.md']) await cp(join(ROOT, 'src', name), join(ROOT, 'dist/guide', basename(name)), { recursive: true });
}

async function writeTypes(): Promise<void> {
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '--project', 'tests/tools/tsconfig.types.json'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The types could not be written.');
  // The compiler passes declarations by, and the endings of their imports.
  for (const file of ['elements/vue-types.d.ts', 'slides/slidev/slidev-types.d.ts']) {
    const text = await readFile(join(ROOT, 'src', file), 'utf8');
    await writeFile(join(ROOT, 'dist/types', file), text.replaceAll(/(?<=from '\.[^']*)\.ts'/g, ".js'"));
  }
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !PARTS[name]);
if (unknown.length > 0) throw new Error(`There is no part ${unknown.join(', ')}; there are ${Object.keys(PARTS).join(', ')}.`);
if (wanted.length === 0) await rm(join(ROOT, 'dist'), { recursive: true, force: true });
for (const [name, make] of Object.entries(PARTS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  await make();
  console.log(`dist/${name} is built.`);
}
