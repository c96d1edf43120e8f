import { spawnSync } from 'node:child_process';
import { chmod, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { buildBundlePage } from '../../src/cli/bundle/bundle-scripts.ts';
import { pageBuild } from '../../src/cli/page-build.ts';
import { architectureJsonSchema, scenarioJsonSchema } from '../../src/scenario/json-schema.ts';
import { sessionJsonSchema } from '../../src/scenario/session/json-schema.ts';
import { buildEmbed } from './embed-build.ts';
import { writeElementManifest } from './element-manifest.ts';
import { ROOT } from './pages.ts';
import { buildCdn, buildPlayer } from './player-builds.ts';

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
  schema: writeSchemas,
  editors: () => writeElementManifest(join(ROOT, 'dist/editors')),
  types: writeTypes,
  guide: copyGuide,
};

/** Our own code in a few files; packages stay outside, npm installs them. */
async function buildCommandLine(): Promise<void> {
  await build({
    root: ROOT,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      target: 'node20',
      ssr: join(ROOT, 'src/cli/main.ts'),
      outDir: join(ROOT, 'dist/cli'),
      emptyOutDir: true,
      rolldownOptions: { output: { entryFileNames: 'hopline.js', chunkFileNames: 'parts/[name]-[hash].js', banner: (chunk) => (chunk.isEntry ? '#!/usr/bin/env node' : '') } },
    },
  });
  await chmod(join(ROOT, 'dist/cli/hopline.js'), 0o755);
}

async function writeSchemas(): Promise<void> {
  const folder = join(ROOT, 'dist/schema');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'scenario.schema.json'), `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`);
  await writeFile(join(folder, 'architecture.schema.json'), `${JSON.stringify(architectureJsonSchema(), null, 2)}\n`);
  await writeFile(join(folder, 'session.schema.json'), `${JSON.stringify(sessionJsonSchema(), null, 2)}\n`);
}

/** What the command line's guide refers to stands beside it, as in the sources. */
async function copyGuide(): Promise<void> {
  for (const name of ['record.md', 'farm']) await cp(join(ROOT, 'src/cli', name), join(ROOT, 'dist/guide', name), { recursive: true });
}

async function writeTypes(): Promise<void> {
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '--project', 'tests/tools/tsconfig.types.json'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The types could not be written.');
  // The compiler passes declarations by, and the endings of their imports.
  const vue = await readFile(join(ROOT, 'src/elements/vue-types.d.ts'), 'utf8');
  await writeFile(join(ROOT, 'dist/types/elements/vue-types.d.ts'), vue.replaceAll(/(?<=from '\.[^']*)\.ts'/g, ".js'"));
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
