/**
 * `npm start`: installs what is missing, serves the app as it is shipped, prints its address and opens it: the first scenario plays. The app is
 * built anew when a source or a scenario was saved; reloading the page shows it.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages, ROOT } from './packages.mjs';

const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log('npm start -- [--port <number>] [--host] [--no-open]\n\nServes the app to this machine, or with --host to the network.');
  process.exit(0);
}

try {
  ensurePackages();
  mkdirSync(join(ROOT, '.cache'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, '.cache', 'start-'));
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => process.exit(0));
  await buildInto(folder);
  const address = `${await serve(folder)}?play`;
  console.log(`\n  Hopline is at ${address}\n  Press Ctrl+C to stop.\n`);
  if (!args.includes('--no-open')) open(address);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

/**
 * Builds the app, and again after each change; resolves when it stands for the first time.
 * @param {string} folder
 */
async function buildInto(folder) {
  // Whatever the shell says: packages that have a talkative kind for development are built in as viewers get them.
  process.env['NODE_ENV'] = 'production';
  const { build } = await import('vite');
  console.log('Building the app …');
  const watcher = await build({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    // What a page that is open may still ask for stays: only `npm start` itself ends with an empty folder.
    build: { outDir: folder, emptyOutDir: false, watch: {} },
  });
  if (!('on' in watcher)) return;
  await new Promise((resolve, reject) => {
    let first = true;
    watcher.on('event', (event) => {
      if (event.code === 'ERROR' && first) reject(event.error);
      else if (event.code === 'ERROR') console.error(event.error.message);
      if (event.code !== 'END') return;
      if (!first) console.log('  The app is built anew: reload the page.');
      first = false;
      resolve(undefined);
    });
  });
}

/**
 * @param {string} folder
 * @returns {Promise<string>} the address
 */
async function serve(folder) {
  const { preview } = await import('vite');
  const at = args.indexOf('--port');
  const server = await preview({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir: folder },
    preview: { open: false, strictPort: at >= 0, ...(at >= 0 ? { port: Number(args[at + 1]) } : {}), ...(args.includes('--host') ? { host: true } : {}) },
  });
  const address = server.resolvedUrls?.local[0] ?? server.resolvedUrls?.network[0];
  if (!address) throw new Error('The server has no address.');
  for (const url of server.resolvedUrls?.network ?? []) console.log(`  In the network: ${url}`);
  return address;
}

/**
 * Shows the address in the person's own browser; without a screen, or in CI, the printed address has to do.
 * @param {string} address
 */
function open(address) {
  const { platform, env } = process;
  if (env['CI'] || (platform === 'linux' && !env['DISPLAY'] && !env['WAYLAND_DISPLAY'])) return;
  const commands = { darwin: ['open', address], win32: ['cmd', '/c', 'start', '', address] };
  const [command = '', ...rest] = commands[/** @type {'darwin' | 'win32'} */ (platform)] ?? ['xdg-open', address];
  const child = spawn(command, rest, { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('  No browser could be opened from here: open the address yourself.'));
  child.unref();
}
