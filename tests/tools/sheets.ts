import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import { findDocuments } from '../../src/cli/documents.ts';
import { launchBrowser } from './launch.ts';
import { ROOT } from './pages.ts';
import { serveBuiltPages } from './serve-app.ts';
import type { languagesOf, makeSheet, SheetOrder } from './pages/sheets.ts';

/**
 * `npm run sheets -- [part of a scenario's path …] [--lang ko] [--theme dark] [--view map] [--level 3]`: contact sheets for looking at, one PNG for each
 * scenario, language, theme and view, in .cache/sheets.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { lang: { type: 'string' }, theme: { type: 'string' }, view: { type: 'string' }, level: { type: 'string' } },
});

declare global {
  interface Window {
    makeSheet: typeof makeSheet;
    languagesOf: typeof languagesOf;
  }
}

const FOLDER = join(ROOT, '.cache', 'sheets');
const THEMES = only(values.theme, ['dark', 'light', 'contrast']) as SheetOrder['theme'][];
const VIEWS = only(values.view, ['map', 'sequence', 'split']) as SheetOrder['view'][];

const documents = await findDocuments(['scenarios'], ROOT);
const scenarios = documents.filter(({ kind, path }) => kind === 'scenario' && (positionals.length === 0 || positionals.some((part) => path.includes(part))));
await mkdir(FOLDER, { recursive: true });
const { server, folder, url } = await serveBuiltPages();
const browser = await launchBrowser();
try {
  const page = await browser.newPage();
  page.on('pageerror', (error) => console.error(error.message));
  await page.goto(`${url}tests/tools/pages/sheets.html`);
  await page.waitForFunction(() => 'makeSheet' in window);
  for (const { path } of scenarios) {
    const address = `${url}${path}`;
    for (const lang of only(values.lang, await page.evaluate((wanted) => window.languagesOf(wanted), address))) {
      for (const theme of THEMES) {
        for (const view of VIEWS) {
          const order: SheetOrder = { address, lang, theme, view, ...(values.level ? { level: Number(values.level) } : {}) };
          const png = await page.evaluate((wanted) => window.makeSheet(wanted), order);
          const file = join(FOLDER, `${path.replace(/^scenarios\/|\.ya?ml$/g, '').replaceAll('/', '-')}-${lang}-${theme}-${view}.png`);
          await writeFile(file, Buffer.from(png.slice(png.indexOf(',') + 1), 'base64'));
          console.log(relative(ROOT, file));
        }
      }
    }
  }
} finally {
  await browser.close();
  await server.close();
  await rm(folder, { recursive: true, force: true });
}

function only(wanted: string | undefined, all: readonly string[]): readonly string[] {
  return wanted === undefined ? all : [wanted];
}
