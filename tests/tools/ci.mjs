/**
 * What must pass before anything lands: the README's test command, then lint, types, boundaries, content, build, size and package, then the hosts.
 * Ends with what passed only when it was tried again, and one line that adds up all of them. Plain JavaScript, as it runs before any package is installed.
 */
import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const LIMIT_MS = 24.75 * 60_000;
const started = performance.now();

/**
 * The tests count each by themselves, every check after them counts as one. The two rows are gone through at the same time: one reads the sources, the other
 * what is built of them.
 * @type {readonly (readonly (readonly [string, readonly string[]])[])[]}
 */
const CHECKS = [[
  ['lint', ['run', '-s', 'lint']],
  ['types', ['run', '-s', 'check:types']],
  ['boundaries', ['run', '-s', 'check:rooms']],
  ['content', ['run', '-s', 'check:content']],
  ['unused', ['run', '-s', 'check:unused']],
], [
  ['build', ['run', '-s', 'build']],
  ['size', ['run', '-s', 'check:size']],
  ['package', ['run', '-s', 'check:package']],
]];

/** @type {string[]} */
const triedAgain = [];
const reportOf = (/** @type {string} */ name) => join(ROOT, '.cache', `${name}.json`);
for (const name of ['tests', 'hosts']) rmSync(reportOf(name), { force: true });
const totals = readTotals('tests', await npm('tests', ['test']));
const hostsInstalled = installHosts();
await Promise.all(CHECKS.map(async (row) => {
  for (const [name, args] of row) {
    const passed = await npm(name, args, 'afterwards');
    if (passed) totals.passed++;
    else totals.failed++;
    // The hosts take what was built here.
    if (name === 'build' && passed) process.env['HOPLINE_BUILT'] = 'true';
  }
}));
await hostsInstalled;
const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf('hosts')}`];
const hosts = readTotals('hosts', await npm('hosts', ['run', '-s', 'test:hosts', '--', ...reports]));
totals.passed += hosts.passed;
totals.failed += hosts.failed;
if (triedAgain.length > 0) console.log(`\nPassed only when tried again:\n${triedAgain.map((test) => `  ${test}`).join('\n')}`);
console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
process.exitCode = totals.failed > 0 ? 1 : 0;

/**
 * Counts of a test run. A run that failed without a failed test (a file that does not load, an error outside a test) counts as one failure.
 * @param {string} name
 * @param {boolean} passed
 */
function readTotals(name, passed) {
  try {
    const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(reportOf(name), 'utf8'));
    triedAgain.push(...namesOfTriedAgain(testResults));
    return { passed: Number(numPassedTests), failed: Math.max(Number(numFailedTests), passed ? 0 : 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/**
 * Tests that passed and have failed before: a report keeps the errors of the first try.
 * @param {readonly { name: string, assertionResults: readonly { status: string, fullName: string, failureMessages: readonly string[] }[] }[]} files
 */
function namesOfTriedAgain(files) {
  return files.flatMap(({ name, assertionResults }) => assertionResults
    .filter(({ status, failureMessages }) => status === 'passed' && failureMessages.length > 0)
    .map(({ fullName, failureMessages }) => `${relative(ROOT, name)}: ${fullName}: ${failureMessages[0]?.split('\n')[0]}`));
}

/**
 * Runs npm without input until it ends or time is up; whether it succeeded. What it prints is seen at once, or in one piece afterwards.
 * @param {string} name
 * @param {readonly string[]} args
 * @param {'at once' | 'afterwards'} [told]
 * @returns {Promise<boolean>}
 */
function npm(name, args, told = 'at once') {
  const open = told === 'at once';
  let text = `\n== ${name}\n`;
  if (open) process.stdout.write(text);
  const from = performance.now();
  return new Promise((resolve) => {
    const child = spawn('npm', [...args], { cwd: ROOT, stdio: ['ignore', open ? 'inherit' : 'pipe', open ? 'inherit' : 'pipe'], detached: true, env: { ...process.env, CI: 'true' } });
    const timer = setTimeout(() => {
      console.log(`== ${name}: time is up`);
      stop(child.pid);
    }, Math.max(0, LIMIT_MS - (from - started)));
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => void (text += data));
    child.on('error', (error) => console.log(error.message));
    child.on('close', (code) => {
      clearTimeout(timer);
      if (!open) process.stdout.write(text);
      console.log(`== ${name}: ${code === 0 ? 'passed' : 'FAILED'} in ${((performance.now() - from) / 1000).toFixed(0)} s`);
      resolve(code === 0);
    });
  });
}

/** The hosts' packages come while other things are checked. Says nothing: where it fails, the hosts' tests try again, and say what is wrong. */
function installHosts() {
  const program = "import('./src/cli/bootstrap/packages.mjs').then(({ ensurePackages }) => ensurePackages('tests/hosts'))";
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ['-e', program], { cwd: ROOT, stdio: 'ignore' });
    child.on('error', () => resolve(undefined));
    child.on('close', () => resolve(undefined));
  });
}

/** @param {number | undefined} pid */
function stop(pid) {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
