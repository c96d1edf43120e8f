import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './pages.ts';

/** Packs what is built as npm would publish it, into an empty folder, and unpacks it into another, which is emptied too; the paths of its files. */
export function packInto(folder: string, installed: string): string[] {
  for (const each of [folder, installed]) {
    rmSync(each, { recursive: true, force: true });
    mkdirSync(each, { recursive: true });
  }
  const output = execFileSync('npm', ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  const [tarball] = Object.values(JSON.parse(output) as Record<string, { filename: string; files: { path: string }[] }>);
  if (!tarball) throw new Error('npm pack made nothing.');
  execFileSync('tar', ['-xzf', join(folder, tarball.filename), '-C', installed, '--strip-components=1']);
  return tarball.files.map(({ path }) => path);
}
