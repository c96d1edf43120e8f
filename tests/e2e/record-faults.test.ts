import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../tools/pages.ts';

const COMMAND = ['--import', join(ROOT, 'node_modules/tsx/dist/loader.mjs'), join(ROOT, 'src/cli/main.ts')];
const STORY = join(ROOT, 'scenarios/shop/order.yaml');
const LOOK = ['--size', '1280x720', '--fps', '30'];

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hopline-faults-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly code: number | null;
  readonly text: string;
}

type Meanwhile = (child: ChildProcess) => Promise<void>;

/** Runs a command as a person does; `meanwhile` may meddle with it. */
async function run(args: readonly string[], more: { env?: Record<string, string>; meanwhile?: Meanwhile } = {}): Promise<Ended> {
  const child = spawn(process.execPath, [...COMMAND, ...args], { cwd: folder, env: { ...process.env, ...more.env } });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => void (text += data.toString()));
  const ended = once(child, 'close');
  await more.meanwhile?.(child);
  const [code] = (await ended) as [number | null];
  return { code, text };
}

async function record(args: readonly string[], more?: Parameters<typeof run>[1]): Promise<Ended> {
  return run(['record', STORY, ...args], more);
}

/** Does something, once, as soon as there is a file that is being written, and in it something, if that is asked for. */
function whenBegun(act: (child: ChildProcess) => boolean, bytes = 1): Meanwhile {
  return async (child) => {
    for (let done = false; !done && child.exitCode === null; ) {
      await new Promise((next) => setTimeout(next, 50));
      const part = readdirSync(folder).find((name) => name.endsWith('.part'));
      done = part !== undefined && sizeOf(part) >= bytes && act(child);
    }
  };
}

/** Files end while one looks. */
function sizeOf(name: string): number {
  return statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? -1;
}

it('says which browser is missing, before anything is made', async () => {
  const { code, text } = await record(['-o', 'film.webm'], { env: { HOPLINE_BROWSER: '/nowhere/chrome' } });
  expect([code, text]).toEqual([1, expect.stringContaining('HOPLINE_BROWSER names /nowhere/chrome, which cannot be run.')]);
  expect(readdirSync(folder)).toEqual([]);
});

it.skipIf(process.platform !== 'linux')('says that the browser was killed half-way, and leaves what was there before', async () => {
  writeFileSync(join(folder, 'film.webm'), 'older');
  const { code, text } = await record(['-o', 'film.webm', ...LOOK], {
    meanwhile: whenBegun((child) => killBrowserOf(child.pid as number)),
  });
  expect([code, text]).toEqual([1, 'The browser stopped in the middle of it. Try again, or with a smaller --size.\n']);
  expect(readdirSync(folder)).toEqual(['film.webm']);
  expect(readFileSync(join(folder, 'film.webm'), 'utf8')).toBe('older');
});

// Large, as a GIF is written a megabyte at a time.
it.skipIf(process.platform !== 'linux')('goes on with a new browser where one was killed, and says what is not made', async () => {
  const { code, text } = await record(['-o', '{theme}.gif', '--theme', 'dark,light', '--size', '1280x720', '--to', '20s'], { meanwhile: whenBegun((child) => killBrowserOf(child.pid as number)) });
  expect(text).toMatch(/^dark\.gif: The browser stopped in the middle of it\. .*\nlight\.gif: 1280 × 720, /);
  expect(code).toBe(1);
  expect(readdirSync(folder)).toEqual(['light.gif']);
});

it.skipIf(process.platform === 'win32').each([
  ['a job runner ends a recording', ['record', STORY, '-o', 'film.gif'], 'SIGTERM', 143, 1],
  ['Ctrl+C ends a deck', ['pptx', STORY, '-o', 'deck.pptx', '--no-clips'], 'SIGINT', 130, 0],
] as const)('leaves nothing behind when %s', async (_what, args, signal, code, bytes) => {
  expect(await run(args, { meanwhile: whenBegun((child) => child.kill(signal), bytes) })).toEqual({ code, text: 'Stopped.\n' });
  expect(readdirSync(folder)).toEqual([]);
});

it('says that the disk is full, and leaves nothing behind', async ({ skip }) => {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=256k', 'tmpfs', disk]).status !== 0) return skip('a small disk cannot be mounted here');
  try {
    const { code, text } = await record(['-o', 'disk/film.webm', ...LOOK]);
    expect([code, text]).toEqual([1, expect.stringContaining('film.webm cannot be written. There is no room left on the disk.\n')]);
    expect(readdirSync(disk)).toEqual([]);
  } finally {
    spawnSync('umount', [disk]);
  }
});

it('says that the disk cannot be written to, before anything is made', async ({ skip }) => {
  const disk = join(folder, 'disk');
  mkdirSync(disk);
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'ro', 'tmpfs', disk]).status !== 0) return skip('a disk cannot be mounted here');
  try {
    const { code, text } = await record(['-o', 'disk/film.webm', ...LOOK]);
    expect([code, text]).toEqual([1, `${join(disk, 'film.webm')} cannot be written. The disk cannot be written to.\n`]);
  } finally {
    spawnSync('umount', [disk]);
  }
});

/** Kills the browser that a process started, as a system does that is out of memory; whether there was one. */
function killBrowserOf(pid: number): boolean {
  const running = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number);
  const browsers = running.filter((id) => parentOf(id) === pid && /chrom|edge/i.test(commandOf(id)));
  browsers.forEach((browser) => process.kill(browser, 'SIGKILL'));
  return browsers.length > 0;
}

/** The parent stands behind the name, which is in brackets and may have anything in it. */
function parentOf(id: number): number {
  return Number(/.*\) \S+ (\d+)/.exec(fileOf(id, 'stat'))?.[1]);
}

function commandOf(id: number): string {
  return fileOf(id, 'cmdline');
}

/** Processes end while one looks. */
function fileOf(id: number, name: string): string {
  try {
    return readFileSync(`/proc/${id}/${name}`, 'utf8');
  } catch {
    return '';
  }
}
