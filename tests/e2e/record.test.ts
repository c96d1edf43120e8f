import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BufferSource, Input, WEBM } from 'mediabunny';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../tools/pages.ts';

const COMMAND = ['--import', join(ROOT, 'node_modules/tsx/dist/loader.mjs'), join(ROOT, 'src/cli/main.ts')];
const STORY = join(ROOT, 'scenarios/kubernetes/pod-creation.yaml');

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hopline-record-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as a person does; `interrupt` presses Ctrl+C as soon as there is something that could be left behind. */
async function record(args: readonly string[], interrupt = false): Promise<Ended> {
  return run(['record', STORY, ...args], interrupt);
}

interface Ended {
  readonly code: number | null;
  readonly text: string;
}

async function run(args: readonly string[], interrupt = false): Promise<Ended> {
  const child = spawn(process.execPath, [...COMMAND, ...args], { cwd: folder });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => void (text += data.toString()));
  const ended = once(child, 'close');
  if (interrupt) {
    while (child.exitCode === null && readdirSync(folder).length === 0) await new Promise((next) => setTimeout(next, 20));
    child.kill('SIGINT');
  }
  const [code] = (await ended) as [number | null];
  return { code, text };
}

it('makes a film of a step, with a frame for each of its instants', async () => {
  const { code, text } = await record(['-o', 'film.webm', '--size', '640x360', '--fps', '10', '--from', '1s', '--to', '2.55s', '--lang', 'ko', '--view', 'split', '--level', '2']);
  expect(text).toMatch(/^film\.webm: 640 × 360, 16 frames at 10 a second/);
  expect(code).toBe(0);
  expect(readdirSync(folder)).toEqual(['film.webm']);
  const track = await new Input({ source: new BufferSource(readFileSync(join(folder, 'film.webm'))), formats: [WEBM] }).getPrimaryVideoTrack();
  expect((await track?.computePacketStats())?.packetCount).toBe(16);
});

it('makes pictures, one or one for each frame', async () => {
  expect(await record(['-o', 'still.png', '--at', 'store', '--size', '720p', '--theme', 'light'])).toMatchObject({ code: 0 });
  expect(await record(['-o', 'all/%03d.png', '--from', '0', '--to', '0.3', '--fps', '10', '--size', '641x361'])).toMatchObject({ code: 0 });
  expect(readdirSync(join(folder, 'all'))).toEqual(['000.png', '001.png', '002.png']);
  const size = (name: string): number[] => [16, 20].map((at) => readFileSync(join(folder, name)).readUInt32BE(at));
  expect(size('still.png')).toEqual([1280, 720]);
  expect(size('all/002.png')).toEqual([641, 361]);
});

it('leaves nothing behind when it is interrupted', async () => {
  expect(await record(['-o', 'film.webm'], true)).toEqual({ code: 130, text: 'Stopped.\n' });
  expect(readdirSync(folder)).toEqual([]);
});

it('gives the same frames again, whole or in shares', async () => {
  const look = ['--size', '320x180', '--fps', '8', '--manifest'];
  const hashes = (name: string): string[] => (JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as { prints: { hashes: string[] } }).prints.hashes;
  expect(await record(['-o', 'whole.webm', '--from', '0', '--to', '4s', ...look])).toMatchObject({ code: 0 });
  // Two at once: each waits half of the time for its browser.
  for (const pair of [[0, 1], [2, 3]]) {
    const ends = await Promise.all(pair.map((part) => record(['-o', `part${part}.gif`, '--from', `${part}s`, '--to', `${part + 1}s`, ...look])));
    expect(ends).toMatchObject([{ code: 0 }, { code: 0 }]);
  }
  const parts = [0, 1, 2, 3].flatMap((part) => hashes(`part${part}.gif`));
  expect(hashes('whole.webm')).toHaveLength(32);
  expect(parts).toEqual(hashes('whole.webm'));
  expect(await run(['verify', 'whole.webm.json'])).toEqual({ code: 0, text: 'whole.webm: all 32 frames are the same, pixel for pixel.\n' });
  const manifest = readFileSync(join(folder, 'whole.webm.json'), 'utf8');
  writeFileSync(join(folder, 'whole.webm.json'), manifest.replace(hashes('whole.webm')[20] as string, '0123456789abcdef'));
  expect(await run(['verify', 'whole.webm.json'])).toEqual({ code: 1, text: 'whole.webm: 1 of 32 frames differ, the first is frame 20.\n' });
});

it('makes what is listed, some at once, and leaves what has not changed', async () => {
  const asked = ['-o', 'all/{lang}-{theme}.webm', '--lang', 'ko,en', '--theme', 'dark,light', '--to', '0.5s', '--size', '320x180', '--fps', '4'];
  expect(await record([...asked, '--shard', '1/2', '--jobs', '2'])).toMatchObject({ code: 0 });
  expect(readdirSync(join(folder, 'all')).toSorted()).toEqual(['en-dark.webm', 'ko-dark.webm']);
  const { code, text } = await record([...asked, '--json']);
  expect(code).toBe(0);
  const made = JSON.parse(text) as { file: string; skipped?: true; frames: number }[];
  expect(made.map(({ file, skipped }) => [file, skipped ?? false])).toEqual([
    ['all/ko-dark.webm', true], ['all/ko-light.webm', false], ['all/en-dark.webm', true], ['all/en-light.webm', false],
  ]);
  expect(made.every(({ frames }) => frames === 2)).toBe(true);
  expect((await record([...asked, '--rate', '2'])).text).not.toContain('unchanged');
});

it('makes a GIF as small as it must be, and says how', async () => {
  const { code, text } = await record(['-o', 'small.gif', '--to', '4s', '--size', '640x360', '--max-size', '60KB']);
  expect(text).toMatch(/^small\.gif: made smaller to fit: \d+ × \d+ instead of 640 × 360, \d+ frames a second, \d+ colours\.$/m);
  expect(code).toBe(0);
  expect(readFileSync(join(folder, 'small.gif')).length).toBeLessThanOrEqual(60_000);
  expect(await record(['-o', 'tiny.gif', '--to', '4s', '--max-size', '100'])).toMatchObject({ code: 1, text: expect.stringContaining('cannot be made as small as that') });
  expect(readdirSync(folder)).toEqual(['small.gif']);
});
