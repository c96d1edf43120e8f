/**
 * What runs before any package is there: plain JavaScript for the oldest Node that we support, without dependencies.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

const LEAST_NODE = [20, 19];

/**
 * Installs the packages of the lock file if they are not all there; throws with what to do when it cannot.
 * @param {string} [root]
 * @returns {boolean} whether it had to install
 */
export function ensurePackages(root = ROOT) {
  refuseOldNode();
  if (packagesAreInstalled(root)) return false;
  console.log('Installing packages (npm ci) …');
  // Developers' tools are needed even where NODE_ENV says production; a dependency's audit is not what this is for.
  const rest = ['--include=dev', '--no-audit', '--no-fund'];
  if (run('npm', ['ci', ...rest], root).status === 0) return true;
  // A mirror that lacks what other systems need makes `npm ci` refuse everything; this takes the same versions and leaves the lock file as it is.
  console.log('Trying npm install …');
  if (run('npm', ['install', '--no-save', ...rest], root).status === 0) return true;
  throw new Error('The packages could not be installed; the output above says why. Is the package registry reachable?');
}

/**
 * Whether node_modules holds just what the lock file names. It compares contents, as times tell nothing after a checkout.
 * @param {string} root
 * @returns {boolean}
 */
export function packagesAreInstalled(root) {
  const installed = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installed)) return false;
  const wanted = packagesOf(join(root, 'package-lock.json'));
  const there = packagesOf(installed);
  return Object.entries(wanted).every(([path, entry]) => {
    const found = there[path];
    if (path === '' || (!found && (entry.optional || entry.devOptional || entry.link))) return true;
    return found?.version === entry.version && existsSync(join(root, path, 'package.json'));
  });
}

/**
 * @param {string} file
 * @returns {Record<string, { version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }>}
 */
function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [leastMajor = 0, leastMinor = 0] = LEAST_NODE;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return;
  throw new Error(`Hopline needs Node ${LEAST_NODE.join('.')} or newer; this is ${process.versions.node}. See https://nodejs.org/.`);
}

/**
 * Runs a command in the open; on Windows npm is a script, which only a shell can start.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {string} cwd
 */
export function run(command, args, cwd = ROOT) {
  const result = spawnSync(command, [...args], { cwd, stdio: 'inherit', shell: process.platform === 'win32' && command === 'npm' });
  if (result.error) console.error(`${command} could not be started: ${result.error.message}`);
  return { status: result.status ?? 1 };
}

/**
 * Runs one of our TypeScript files with tsx, which `ensurePackages` has installed.
 * @param {string} file relative to the root
 * @param {readonly string[]} [args]
 */
export function runTypeScript(file, args = []) {
  return run(process.execPath, ['--import', 'tsx', join(ROOT, file), ...args]);
}
