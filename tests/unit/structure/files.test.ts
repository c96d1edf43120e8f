import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../tools/pages.ts';
import { sourceFiles } from '../../tools/source-files.ts';

const MOST_LINES = 400;
/** Files that may be longer, each with the reason. */
const LONGER: Readonly<Record<string, string>> = {};

/** What may stand at the top: a newcomer must see at once where things are. */
const TOP = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'index.html', 'src', 'scenarios', 'assets', 'tests', 'README.md', 'LICENSE'];

describe('the files', () => {
  const sources = [...sourceFiles('src'), ...sourceFiles('tests')];

  it(`have at most ${MOST_LINES} lines`, () => {
    const long = sources.filter((file) => file.text.split('\n').length > MOST_LINES && !LONGER[file.path]);
    expect(long.map((file) => `${file.path}: ${file.text.split('\n').length} lines`)).toEqual([]);
  });

  it('that are excepted from it still are longer', () => {
    const short = Object.keys(LONGER).filter((path) => !sources.some((file) => file.path === path && file.text.split('\n').length > MOST_LINES));
    expect(short).toEqual([]);
  });

  it('have names in kebab-case', () => {
    expect(sources.filter((file) => !/^[a-z0-9]+([-.][a-z0-9]+)*$/.test(basename(file.path))).map((file) => file.path)).toEqual([]);
  });

  it('at the top are the ones that a newcomer expects', () => {
    const there = readdirSync(ROOT).filter((name) => !name.startsWith('.') && !ignored(name));
    expect(there.filter((name) => !TOP.includes(name))).toEqual([]);
  });
});

function ignored(name: string): boolean {
  try {
    execFileSync('git', ['check-ignore', '-q', name], { cwd: ROOT });
    return true;
  } catch {
    return ['node_modules', 'dist'].includes(name);
  }
}
