import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { build } from 'vite';
import { scriptInPage } from '../../src/shared/script-in-page.ts';
import { ROOT } from './pages.ts';

const SOURCES = join(ROOT, 'src/embed');
/** All of them: in a sandbox the page may fetch nothing, and Korean in letters of two fonts is no sight. What a text does not need is not unpacked. */
const FONTS = ['hopline-sans-500-base.woff2', 'hopline-sans-700-base.woff2', 'hopline-sans-500-hangul.woff2', 'hopline-sans-700-hangul.woff2'];

/** Builds the page for iframes from the one-file player of another folder: one file with one classic script, its fonts inside and a policy of its own. */
export async function buildEmbed(folder = join(ROOT, 'dist/embed'), player = join(ROOT, 'dist/cdn')): Promise<void> {
  const [code, files, page, style, frame] = await Promise.all([
    readFile(join(player, 'hopline.min.js'), 'utf8'), fontTable(), pageScript(), readFile(join(SOURCES, 'page.css'), 'utf8'), readFile(join(SOURCES, 'index.html'), 'utf8'),
  ]);
  const script = scriptInPage(`${code}\n${files}\n${page}`);
  requireWhole(script);
  const html = frame.replace('POLICY', () => policy(script, `\n${style}    `)).replace('STYLE\n', () => style).replace('SCRIPT', () => script);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index.html'), html);
}

/** Throws where the escapes have broken a script; it is not run. */
function requireWhole(script: string): Script {
  return new Script(script);
}

/** Nothing runs but the page's own script, nothing is asked for but scenarios on its own host, and only Lit makes markup. */
function policy(script: string, style: string): string {
  const rules = [
    "default-src 'none'", `script-src ${hashOf(script)}`, `style-src ${hashOf(style)}`, "connect-src 'self'", "img-src data: blob:", 'font-src data:',
    "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'", 'trusted-types lit-html',
  ];
  return rules.join('; ');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** Where the player finds its fonts, by their names. */
async function fontTable(): Promise<string> {
  const fonts = await Promise.all(FONTS.map(async (name) => {
    const bytes = await readFile(join(ROOT, 'assets/fonts', name));
    return `"${name}":"data:font/woff2;base64,${bytes.toString('base64')}"`;
  }));
  return `var hoplineFiles={${fonts.join(',')}};`;
}

/** The page's own code, which takes the player as it is. */
async function pageScript(): Promise<string> {
  const outcome = await build({
    configFile: false,
    root: ROOT,
    publicDir: false,
    logLevel: 'warn',
    build: { target: 'es2022', write: false, rolldownOptions: { input: join(SOURCES, 'main.ts'), output: { format: 'iife' } } },
  });
  const [first] = Array.isArray(outcome) ? outcome : [outcome];
  const chunk = first && 'output' in first ? first.output[0] : undefined;
  if (chunk?.type !== 'chunk') throw new Error('The script of the embed page was not built.');
  return chunk.code;
}
