import { roomOf } from './rooms.ts';
import { sourceFiles } from './source-files.ts';

/**
 * Every package, by the names under which the code for browsers and its tests import it. The runner prepares them all before the first test: one that it
 * finds on the way makes it load the page anew, and the test that runs just then fails.
 */
export function browserPackages(): string[] {
  const files = [...sourceFiles('src').filter(({ path }) => roomOf(path) !== 'cli'), ...sourceFiles('tests/browser')];
  const imports = files.flatMap((file) => file.imports).filter(({ specifier, typeOnly }) => !typeOnly && /^[@a-z]/.test(specifier));
  const names = imports.map(({ specifier }) => specifier.replace(/\?.*$/, ''));
  return [...new Set(names)].filter((name) => !/^(node:|vitest\b|elkjs\b|@valibot\/to-json-schema)|\.css$/.test(name)).sort();
}
