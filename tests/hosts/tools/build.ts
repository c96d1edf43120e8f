import { execFile } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HOSTS, PAGES, SITE } from './places.ts';

const execute = promisify(execFile);

/** Runs a host's own tool in its folder, as its author would; rejects with what it printed. What serves pages that it reads as they are is in development. */
export async function runTool(host: string, tool: string, args: readonly string[], folder = join(PAGES, host), mode: 'production' | 'development' = 'production'): Promise<void> {
  try {
    await execute(process.execPath, [join(HOSTS, 'node_modules', tool), ...args], { cwd: folder, env: { ...process.env, NODE_ENV: mode } });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`${host} was not built.\n${stdout}\n${stderr}`, { cause: error });
  }
}

/** Builds a host that Vite builds, to be served under its name, with the scenario beside its page. */
export async function buildWithVite(host: string, args: readonly string[] = []): Promise<void> {
  await runTool(host, 'vite/bin/vite.js', ['build', '--base', './', '--outDir', join(SITE, host), '--emptyOutDir', '--logLevel', 'error', ...args]);
  cpSync(join(HOSTS, 'flow.yaml'), join(SITE, host, 'flow.yaml'));
}
