import { createHash } from 'node:crypto';
import { copyFile, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { InlineConfig, Plugin } from 'vite';
import { VERSION } from '../shared/version.ts';
import { keepNotices } from './keep-notices.ts';
import { slimBuild } from './slim-build.ts';

const LICENSES = 'third-party-licenses.md';

/** How every build of the player begins: for pages that load it as it is. */
export function playerBuild(root: string, outDir: string, plugins: readonly Plugin[]): InlineConfig & { build: NonNullable<InlineConfig['build']> } {
  return {
    configFile: false,
    root,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    plugins: [...plugins],
    build: { target: 'es2022', outDir, emptyOutDir: true, license: { fileName: LICENSES }, modulePreload: false, chunkSizeWarningLimit: 1200 },
  };
}

/** What stands in for the player before its script has come. */
export async function copyPlayerStyles(root: string, folder: string): Promise<void> {
  await copyFile(join(root, 'src/elements/before-script.css'), join(folder, 'hopline-player.css'));
}

/**
 * Builds the player as one classic script, which also runs in a page from a disk: everything inside but WebGL, which is for thousands of messages at once,
 * and the fonts, which lie beside it. The licences of all that is inside are, too.
 */
export async function buildCdn(root: string, folder: string): Promise<void> {
  const { build } = await import('vite');
  const config = playerBuild(root, folder, [keepNotices(), slimBuild(), withoutWebGL()]);
  config.experimental = { renderBuiltUrl: (file, { hostType }) => (hostType === 'js' ? { runtime: `hoplineFile(${JSON.stringify(file)})` } : { relative: true }) };
  config.build.rolldownOptions = {
    input: { hopline: join(root, 'src/elements/define.ts') },
    output: {
      format: 'iife',
      entryFileNames: 'hopline.min.js',
      assetFileNames: '[name][extname]',
      codeSplitting: false,
      intro: FILES_BESIDE,
    },
    transform: { define: { 'import.meta.url': 'hoplineAt', 'import.meta.resolve': 'undefined' } },
    // What else asks for its address never runs where everything is in one file; and nobody need hear how long a build took on a busy machine.
    checks: { emptyImportMeta: false, bundlerTimings: false },
  };
  await build(config);
  await copyPlayerStyles(root, folder);
  await putLicencesInside(root, join(folder, 'hopline.min.js'), join(folder, LICENSES));
}

/** Builds the plugin for reveal.js as a classic script that makes `HoplineReveal`, to stand beside the one-file player: what paints for the printer is in there. */
export async function buildRevealScript(root: string, folder: string): Promise<void> {
  const { build } = await import('vite');
  const config = playerBuild(root, folder, []);
  const name = 'hopline-reveal.min.js';
  Object.assign(config.build, { emptyOutDir: false, license: false });
  config.build.rolldownOptions = {
    input: { reveal: join(root, 'src/slides/reveal.ts') },
    preserveEntrySignatures: 'strict',
    output: { format: 'iife', name: 'HoplineReveal', exports: 'default', entryFileNames: name, codeSplitting: false },
    transform: { define: { 'import.meta': '{}' } },
    checks: { emptyImportMeta: false, bundlerTimings: false },
  };
  await build(config);
  const script = join(folder, name);
  const own = await readFile(join(root, 'LICENSE'), 'utf8');
  await writeFile(script, `/*! Hopline ${VERSION}\n\n${own.trim()}\n*/\n${await readFile(script, 'utf8')}`);
  await writeIntegrity(script);
}

/**
 * Where the script was loaded from, its files lie; one whose text stands in the page has none, but for those whose addresses the page gives in
 * `hoplineFiles`, by their names. Only while the script runs does the page tell which one it is.
 */
const FILES_BESIDE = 'var hoplineAt=globalThis.document?.currentScript?.src||"data:,";'
  + 'function hoplineFile(name){return globalThis.hoplineFiles?.[name]??(hoplineAt==="data:,"?hoplineAt:new URL(name,hoplineAt).href)}';

/** The stage asks for WebGL as for a module; where there is none, it draws with the Canvas renderer. */
function withoutWebGL(): Plugin {
  const none = '\0hopline:no-webgl';
  return {
    name: 'hopline:without-webgl',
    enforce: 'pre',
    resolveId: (source) => (source.endsWith('/webgl.ts') ? none : undefined),
    load: (id) => (id === none ? "export const createWebGL = () => Promise.reject(new Error('WebGL is not in this build.'));" : undefined),
  };
}

/** The file stands alone wherever it is copied to, so it carries the licences itself, each text once. Beside it stands what pages check it by. */
async function putLicencesInside(root: string, script: string, licenses: string): Promise<void> {
  const [code, text] = await Promise.all([readFile(script, 'utf8'), readFile(licenses, 'utf8')]);
  const own = await readFile(join(root, 'LICENSE'), 'utf8');
  await writeFile(script, `/*! Hopline ${VERSION}\n\n${own.trim()}\n\n${groupByText(text)}\n*/\n${code.replace(/^\/\*! Licences of all packages.*\*\/\n/m, '')}`);
  await rm(licenses);
  await writeIntegrity(script);
}

/** What a page can check a script by, that comes from elsewhere. */
async function writeIntegrity(script: string): Promise<void> {
  await writeFile(`${script}.integrity`, `sha384-${createHash('sha384').update(await readFile(script)).digest('base64')}\n`);
}

/** Packages whose licences have the same words are named over them together. */
function groupByText(markdown: string): string {
  const groups = new Map<string, { readonly names: string[]; readonly text: string }>();
  for (const section of markdown.split(/^## /m).slice(1)) {
    const [name = '', ...lines] = section.split('\n');
    const holders = lines.filter((line) => /^\s*copyright/i.test(line));
    const text = lines.filter((line) => !holders.includes(line)).join('\n').trim();
    const key = text.replaceAll(/^.*licen[cs]e.*$/gim, (line) => (line.length < 40 ? '' : line)).replaceAll(/\W+/g, ' ').toLowerCase().trim();
    const group = groups.get(key) ?? { names: [], text };
    group.names.push([name, ...holders].join('\n'));
    groups.set(key, group);
  }
  return [...groups.values()].map(({ names, text }) => `${names.join('\n')}\n\n${text}`.replaceAll('*/', '* /')).join('\n\n----\n\n');
}
