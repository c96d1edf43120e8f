import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { FilmFormat } from '../recorder/film-codec.ts';
import { findFfmpeg, GET_FFMPEG } from './ffmpeg.ts';
import { UserError } from './terminal.ts';

/** A file with the sound for a film. */
export interface SoundFile {
  /** As the person wrote it, and where it is. */
  readonly written: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  /** SHA-256 of its bytes. */
  readonly digest: string;
  /** How it is encoded; undefined where only ffmpeg may know. */
  readonly codec: string | undefined;
}

/** What ffmpeg makes a sound into, for each kind of film. */
const MADE: Readonly<Record<FilmFormat, { readonly encoder: string; readonly format: string }>> = {
  mp4: { encoder: 'aac', format: 'ipod' },
  webm: { encoder: 'libopus', format: 'webm' },
};

/** Reads a file with sound; throws where it cannot be read, or has none in it. */
export async function readSoundFile(written: string, path: string): Promise<SoundFile> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`${written} cannot be read. ${error.code === 'ENOENT' ? 'There is no such file.' : error.message}`);
  });
  const { readSound } = await import('../recorder/film-sound.ts');
  const facts = await readSound(new Blob([Uint8Array.from(bytes)]));
  if (!facts && !(await ffmpegReads(path))) throw new UserError(`${written} is no sound that can be read: it should be .mp3, .m4a, .wav, .ogg, .opus or .flac.`);
  return { written, path, bytes, digest: createHash('sha256').update(bytes).digest('hex'), codec: facts?.codec };
}

/** What is not known here may be known to ffmpeg. */
async function ffmpegReads(path: string): Promise<boolean> {
  const ffmpeg = await findFfmpeg('aac');
  const args = ['-loglevel', 'error', '-i', path, '-map', '0:a:0', '-t', '0.1', '-f', 'null', '-'];
  return ffmpeg !== undefined && promisify(execFile)(ffmpeg, args).then(() => true, () => false);
}

/** A sound as a film of that kind takes it, made by ffmpeg; throws where that is not there, or knows no such sound. */
export async function fittingSound({ written, path }: SoundFile, format: FilmFormat): Promise<Uint8Array> {
  const { encoder, format: container } = MADE[format];
  const ffmpeg = await findFfmpeg(encoder);
  if (!ffmpeg) {
    const known = format === 'mp4' ? 'an .m4a or .mp3 is taken as it is, and a .webm takes more' : 'an .opus or .ogg is taken as it is';
    throw new UserError(`This browser cannot encode ${written} for an .${format}: ${known}. Or ${GET_FFMPEG}.`);
  }
  const folder = await mkdtemp(join(tmpdir(), 'hopline-sound-'));
  try {
    const made = join(folder, 'sound');
    await promisify(execFile)(ffmpeg, ['-hide_banner', '-loglevel', 'error', '-i', path, '-map', '0:a:0', '-ac', '2', '-ar', '48000', '-c:a', encoder, '-b:a', '192k', '-f', container, made]);
    return await readFile(made);
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new UserError(`${written} has no sound that can be read. ${stderr.trim().split('\n').at(-1) ?? ''}`.trim());
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
