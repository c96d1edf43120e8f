/** `npm start`: installs what is missing, serves the app, prints its address and opens it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensurePackages, ROOT } from './packages.mjs';

const args = process.argv.slice(2);
if (args.includes('--help')) {
  console.log('npm start -- [--port <number>] [--host] [--no-open]\n\nServes the app for this machine, or with --host for the network.');
  process.exit(0);
}

try {
  ensurePackages();
  const address = await serve();
  console.log(`\n  Hopline is at ${address}\n  Press Ctrl+C to stop.\n`);
  if (!args.includes('--no-open')) open(address);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}

async function serve() {
  // Packages that know a talkative kind of themselves for development take the one that viewers get.
  process.env['NODE_ENV'] = 'production';
  const { createServer } = await import('vite');
  const at = args.indexOf('--port');
  const port = at < 0 ? 4600 : Number(args[at + 1]);
  const server = await createServer({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    server: {
      // Made ready while the browser opens.
      warmup: { clientFiles: ['./src/app/main.ts', './src/stage/stage.ts'] },
      port,
      strictPort: at >= 0,
      open: false,
      ...(args.includes('--host') ? { host: true } : {}),
    },
  });
  await server.listen();
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
