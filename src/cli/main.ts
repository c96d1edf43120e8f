import { readFileSync } from 'node:fs';
import { runProgram } from './program.ts';
import { ownTerminal } from './terminal.ts';

/** The package's description stands two folders up, both in src/cli and in dist/cli. */
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

process.exitCode = await runProgram(process.argv.slice(2), ownTerminal(), version);
