import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root, with no separator at its end. */
export const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Folders of pages for whole-app tests, benches and contact sheets; each `*.html` in one becomes an entry of the tests' build. */
const PAGE_FOLDERS = ['tests/e2e/pages', 'tests/bench/pages', 'tests/tools/pages'];

/** Every page that whole-app tests can open, by its path in the repository: the app's own and those of the tests. */
export function testPages(): Record<string, string> {
  const pages = [join(ROOT, 'index.html'), ...PAGE_FOLDERS.flatMap(pagesIn)].filter((page) => existsSync(page));
  return Object.fromEntries(pages.map((page) => [relative(ROOT, page).replace(/\.html$/, ''), page]));
}

function pagesIn(folder: string): string[] {
  const path = join(ROOT, folder);
  if (!existsSync(path)) return [];
  return readdirSync(path).filter((name) => name.endsWith('.html')).map((name) => join(path, name));
}
