import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this package, whether its code runs from src/ or, bundled, from dist/. */
export function packageRoot(): string {
  for (let folder = dirname(fileURLToPath(import.meta.url)); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file) && (JSON.parse(readFileSync(file, 'utf8')) as { name?: string }).name === 'hopline') return folder;
  }
  throw new Error('The package.json of hopline is missing.');
}

/** Whether this code runs from its sources in a clone, not from what was built of them. */
export function runsFromSource(): boolean {
  return import.meta.url.endsWith('.ts');
}
