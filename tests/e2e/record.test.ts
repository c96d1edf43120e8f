import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BufferSource, Input, WEBM } from 'mediabunny';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { ROOT } from '../tools/pages.ts';

const COMMAND = ['--import', join(ROOT, 'node_modules/tsx/dist/loader.mjs'), join(ROOT, 'src/cli/main.ts'), 'record'];
const STORY = join(ROOT, 'scenarios/kubernetes/pod-creation.yaml');

let folder: string;
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'hopline-record-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as a person does; `interrupt` presses Ctrl+C as soon as there is something that could be left behind. */
async function record(args: readonly string[], interrupt = false): Promise<{ code: number | null; text: string }> {
  const child = spawn(process.execPath, [...COMMAND, STORY, ...args], { cwd: folder });
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
