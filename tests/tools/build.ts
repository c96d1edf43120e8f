import { spawnSync } from 'node:child_process';
import { chmod, mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type InlineConfig } from 'vite';
import { keepNotices } from '../../src/cli/keep-notices.ts';
import { pageBuild } from '../../src/cli/page-build.ts';
import { slimBuild } from '../../src/cli/slim-build.ts';
import { architectureJsonSchema, scenarioJsonSchema } from '../../src/scenario/json-schema.ts';
import { sessionJsonSchema } from '../../src/scenario/session/json-schema.ts';
import { ROOT } from './pages.ts';

/** Everything that package.json's `bin` and `exports` point to, and the app, in dist/. */
const PARTS: Readonly<Record<string, () => Promise<unknown>>> = {
  app: () => build({ configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' }),
  player: () => build(playerBuild()),
  dev: () => build(pageBuild('dev', ROOT, join(ROOT, 'dist/dev'))),
  record: () => build(pageBuild('record', ROOT, join(ROOT, 'dist/record'))),
  cli: buildCommandLine,
  schema: writeSchemas,
  types: async () => writeTypes(),
};

/** Packages that every player needs, in files of their own: they change less often than our own code, and our own can be weighed. */
const PACKAGES_APART = ['gsap', 'lit', 'yaml', 'valibot'].map((name) => ({
  name: `package-${name}`, test: new RegExp(`[\\\\/]node_modules[\\\\/]${name === 'lit' ? '(?:@lit|lit(?:-\\w+)?)' : name}[\\\\/]`),
}));

/** The player as modules that a page loads without a bundler: what is rarely needed stays in files of its own. */
function playerBuild(): InlineConfig {
  return {
    configFile: false,
    root: ROOT,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [keepNotices(), slimBuild()],
    build: {
      target: 'es2022',
      outDir: join(ROOT, 'dist/player'),
      emptyOutDir: true,
      license: { fileName: 'third-party-licenses.md' },
      modulePreload: false,
      chunkSizeWarningLimit: 1200,
      rolldownOptions: {
        input: {
          hopline: join(ROOT, 'src/elements/define.ts'),
          'hopline-player': join(ROOT, 'src/elements/hopline-player.ts'),
          reveal: join(ROOT, 'src/slides/reveal.ts'),
        },
        preserveEntrySignatures: 'strict',
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'parts/[name]-[hash].js',
          assetFileNames: 'assets/[name]-[hash][extname]',
          codeSplitting: { groups: PACKAGES_APART },
        },
      },
    },
  };
}

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

function writeTypes(): void {
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
  const { status } = spawnSync(process.execPath, [compiler, '--project', 'tests/tools/tsconfig.types.json'], { cwd: ROOT, stdio: 'inherit' });
  if (status !== 0) throw new Error('The types could not be written.');
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
