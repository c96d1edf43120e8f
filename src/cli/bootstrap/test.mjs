/** `npm test`: installs what is missing, a browser included, and runs everything, or what the arguments name. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages, ROOT, run, runTypeScript } from './packages.mjs';

try {
  ensurePackages();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
if (runTypeScript('src/cli/install-browser.ts').status !== 0) process.exit(1);

mkdirSync(join(ROOT, '.cache'), { recursive: true });
// Totals for `.ci/run`, which adds up all runners; whoever runs it sees the usual report.
const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${join('.cache', 'tests.json')}`];
const vitest = join(ROOT, 'node_modules', 'vitest', 'vitest.mjs');
process.exit(run(process.execPath, [vitest, 'run', '--config', 'tests/vitest.config.ts', ...reports, ...process.argv.slice(2)]).status);
