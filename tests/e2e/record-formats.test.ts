import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { carryOut, type RecordReport } from '../../src/cli/record-job.ts';
import { jobsFor } from '../../src/cli/record-jobs.ts';
import { numberedName, type RecordOptions } from '../../src/cli/record-options.ts';
import { Sources } from '../../src/cli/record-sources.ts';
import { readStory } from '../../src/cli/record-story.ts';
import { SessionRow } from '../../src/cli/session-row.ts';
import { chaptersOf } from '../../src/export/chapters.ts';
import { THEMES } from '../../src/look/tokens.ts';
import { ROOT } from '../tools/pages.ts';
import { systemTool } from '../tools/system-tool.ts';

const STORY = join(ROOT, 'scenarios/kubernetes/pod-creation.yaml');
const LOOK: RecordOptions = { theme: 'dark', level: '1', view: 'map', rate: '1', captions: 'burn', size: '320x180', fps: '5', lang: 'en' };
/** Seconds on both sides of the border between the first two chapters. */
const AROUND = 0.6;
const FRAMES = 6;
const WIDTH = 320;
const HEIGHT = 180;

const tools = Boolean(systemTool('ffmpeg', 'ffmpeg') && systemTool('ffprobe', 'ffmpeg'));
const browsers = new SessionRow();
let folder: string;
let titles: string[];
let border = 0;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hopline-formats-'));
  const [first, second] = chaptersOf((await readStory(STORY, LOOK, folder)).trace);
  titles = [first?.title ?? '', second?.title ?? ''];
  border = first?.end ?? 0;
});
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await browsers.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Makes one file as the command does, in the one browser of all these tests; what was remarked stands in `remarks`. */
async function make(out: string, options: Partial<RecordOptions> = {}): Promise<RecordReport & { readonly remarks: readonly string[] }> {
  const range = { from: String(border - AROUND), to: String(border + AROUND) };
  const [job] = await jobsFor({ file: STORY, out, options: { ...LOOK, ...(options.at === undefined && range), ...options } }, new Sources(folder), '1.2.3', 'none');
  if (!job) throw new Error('There is nothing to make.');
  const remarks: string[] = [];
  return { ...(await carryOut(job, { cwd: folder, browsers, remark: (text) => remarks.push(text) })), remarks };
}

interface Probed {
  readonly streams: readonly { codec_name?: string; codec_type: string; width?: number; height?: number; nb_read_frames?: string; duration?: string; tags?: Record<string, string> }[];
  readonly format: { duration: string; tags?: Record<string, string> };
  readonly chapters: readonly { start_time: string; end_time: string; tags: { title: string } }[];
}

function probe(name: string): Probed {
  return JSON.parse(execFileSync('ffprobe', ['-v', 'error', '-count_frames', '-show_streams', '-show_format', '-show_chapters', '-of', 'json', join(folder, name)], { encoding: 'utf8' })) as Probed;
}

/** A frame as ffmpeg decodes it, four bytes a pixel. */
function decoded(name: string, frame = 0, decoder: readonly string[] = []): Buffer {
  const args = ['-v', 'error', ...decoder, '-i', join(folder, name), '-vf', `select=eq(n\\,${frame})`, '-frames:v', '1', '-pix_fmt', 'rgba', '-f', 'rawvideo', '-'];
  return execFileSync('ffmpeg', args, { maxBuffer: 1 << 28 });
}

function pixel(picture: Buffer, x: number, y: number): number[] {
  return [...picture.subarray(4 * (y * WIDTH + x), 4 * (y * WIDTH + x) + 4)];
}

function meanDifference(one: Buffer, other: Buffer): number {
  expect(one.length).toBe(other.length);
  return one.reduce((sum, value, at) => sum + Math.abs(value - (other[at] as number)), 0) / one.length;
}

const PAGE = [1, 3, 5].map((at) => parseInt(THEMES.dark.page.slice(at, at + 2), 16));

it.skipIf(!tools)('makes one picture, and the row of them that films are compared with', async () => {
  await make('one.png', { at: String(border) });
  await make('row/%d.png');
  expect(probe('one.png').streams[0]).toMatchObject({ codec_name: 'png', width: WIDTH, height: HEIGHT });
  expect(decoded('row/3.png').equals(decoded('one.png'))).toBe(true);
  expect(readdirSync(join(folder, 'row'))).toHaveLength(FRAMES);
});

it.skipIf(!tools).each([
  ['film.mp4', {}, 'h264'],
  ['film.webm', {}, 'vp9'],
  ['new.webm', { codec: 'av1' }, 'av1'],
  ['new.mp4', { codec: 'av1' }, 'av1'],
  ['film.mov', {}, 'prores'],
  ['moving.gif', {}, 'gif'],
  ['moving.apng', {}, 'apng'],
] as const)('makes %s %j, which decodes to its frames', async (name, options, codec) => {
  const report = await make(name, options);
  const { streams: [video], format } = probe(name);
  expect([video?.codec_name, video?.width, video?.height, Number(video?.nb_read_frames), report.frames]).toEqual([codec, WIDTH, HEIGHT, FRAMES, FRAMES]);
  if (codec !== 'apng') expect(Math.abs(Number(format.duration) - 1.2)).toBeLessThan(0.2);
  const shown = decoded(name, 3);
  pixel(shown, 4, 4).slice(0, 3).forEach((value, at) => expect(Math.abs(value - (PAGE[at] as number))).toBeLessThanOrEqual(4));
  expect(meanDifference(shown, decoded('row/3.png'))).toBeLessThan(4);
});

it.skipIf(!tools).each([
  ['clear.webm', ['-c:v', 'libvpx-vp9']],
  ['clear.mov', []],
  ['clear.apng', []],
  ['clear/%d.png', []],
] as const)('leaves the ground of %s out and keeps what stands on it', async (name, decoder) => {
  await make(name, { transparent: true });
  const one = numberedName(name, 2);
  const shown = name.includes('%') ? decoded(one) : decoded(one, 2, decoder);
  expect(pixel(shown, 3, 3)[3]).toBeLessThanOrEqual(2);
  const [red = 0, green = 0, blue = 0, alpha] = pixel(shown, WIDTH / 2, HEIGHT - 4);
  expect(alpha).toBeGreaterThanOrEqual(253);
  [red, green, blue].forEach((value, at) => expect(Math.abs(value - (PAGE[at] as number))).toBeLessThanOrEqual(6));
});

it.skipIf(!tools)('has chapters, captions and a sound in an mp4 that the browser makes, and in one that ffmpeg makes', async () => {
  writeFileSync(join(folder, 'tone.wav'), tone(0.8));
  for (const [name, missing] of [['whole.mp4', ''], ['other.mp4', 'h264']] as const) {
    vi.stubEnv('HOPLINE_WITHOUT', missing);
    const { remarks } = await make(name, { audio: 'tone.wav', captions: 'embed' });
    const { streams, chapters, format } = probe(name);
    expect(streams.map(({ codec_type }) => codec_type)).toEqual(['video', 'audio', 'subtitle', 'data']);
    expect(chapters.map(({ tags: { title } }) => title)).toEqual(titles);
    expect(Number(chapters[0]?.end_time)).toBeCloseTo(AROUND, 2);
    expect([streams[0]?.codec_name, streams[1]?.codec_name, Number(streams[0]?.nb_read_frames)]).toEqual(['h264', 'aac', FRAMES]);
    expect(Number(format.duration)).toBeCloseTo(1.2, 1);
    expect(Number(streams[1]?.duration)).toBeLessThan(0.9);
    expect([streams[2]?.codec_name, streams[2]?.tags?.['language']]).toEqual(['mov_text', 'eng']);
    if (missing) expect(remarks).toEqual(['other.mp4: no browser here encodes H.264, so ffmpeg does.']);
  }
});

it.skipIf(!tools).each([
  ['mp3', 'sound.mp4', 'mp3'], ['m4a', 'sound.mp4', 'aac'], ['opus', 'sound.mp4', 'aac'], ['flac', 'sound.webm', 'opus'], ['m4a', 'sound.webm', 'opus'], ['opus', 'sound.webm', 'opus'],
])('puts .%s into %s as %s, cut to the length of the film', async (ending, name, codec) => {
  writeFileSync(join(folder, 'tone.wav'), tone(3));
  execFileSync('ffmpeg', ['-v', 'error', '-y', '-i', join(folder, 'tone.wav'), join(folder, `tone.${ending}`)]);
  await make(name, { audio: `tone.${ending}` });
  const { streams, chapters, format } = probe(name);
  expect(streams.map(({ codec_name }) => codec_name).slice(1, 2)).toEqual([codec]);
  expect(chapters).toHaveLength(2);
  expect(Math.abs(Number(format.duration) - 1.2)).toBeLessThan(0.05);
  expect(loudness(name)).toBeGreaterThan(-30);
});

it.skipIf(!tools)('lets ffmpeg make a sound fit that the browser cannot, and says what is missing where it is not there', async () => {
  writeFileSync(join(folder, 'tone.wav'), tone(2));
  vi.stubEnv('HOPLINE_WITHOUT', 'sound');
  await make('other.webm', { audio: 'tone.wav' });
  expect(probe('other.webm').streams[1]?.codec_name).toBe('opus');
  vi.stubEnv('HOPLINE_WITHOUT', 'sound,ffmpeg');
  await expect(make('none.webm', { audio: 'tone.wav' })).rejects.toThrow(/cannot encode tone\.wav for an \.webm: .*install ffmpeg/);
  vi.stubEnv('HOPLINE_WITHOUT', 'h264,ffmpeg');
  await expect(make('none.mp4')).rejects.toThrow(/cannot encode H\.264 at this size\. Write a \.webm, or install Google Chrome or Microsoft Edge .*install ffmpeg/);
  await expect(make('none.mov')).rejects.toThrow(/ffmpeg \(with prores_ks\), which is not there/);
  vi.stubEnv('HOPLINE_WITHOUT', 'av1');
  await expect(make('none.webm', { codec: 'av1' })).rejects.toThrow('cannot encode AV1 at this size.');
});

it('says what is wrong with a sound before anything is made', async () => {
  writeFileSync(join(folder, 'notes.mp3'), 'not a sound');
  await expect(make('a.mp4', { audio: 'gone.mp3' })).rejects.toThrow('gone.mp3 cannot be read. There is no such file.');
  await expect(make('a.mp4', { audio: 'notes.mp3' })).rejects.toThrow('notes.mp3 is no sound that can be read');
});

/** Mean volume of a film's sound, decibels. */
function loudness(name: string): number {
  const { stderr } = spawnSync('ffmpeg', ['-hide_banner', '-i', join(folder, name), '-map', '0:a', '-af', 'volumedetect', '-f', 'null', '-'], { encoding: 'utf8' });
  return Number(/mean_volume: (-?[\d.]+) dB/.exec(stderr)?.[1]);
}

/** A WAV file of a tone of 440 Hz: one channel, 16 bits, 44100 samples a second. */
function tone(seconds: number): Buffer {
  const count = Math.round(44_100 * seconds);
  const file = Buffer.alloc(44 + 2 * count);
  file.write('RIFF', 0);
  file.writeUInt32LE(36 + 2 * count, 4);
  file.write('WAVEfmt ', 8);
  file.writeUInt32LE(16, 16);
  [1, 1].forEach((value, at) => file.writeUInt16LE(value, 20 + 2 * at));
  file.writeUInt32LE(44_100, 24);
  file.writeUInt32LE(88_200, 28);
  [2, 16].forEach((value, at) => file.writeUInt16LE(value, 32 + 2 * at));
  file.write('data', 36);
  file.writeUInt32LE(2 * count, 40);
  for (let at = 0; at < count; at++) file.writeInt16LE(Math.round(12_000 * Math.sin((2 * Math.PI * 440 * at) / 44_100)), 44 + 2 * at);
  return file;
}
