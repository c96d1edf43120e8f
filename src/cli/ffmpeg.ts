import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { canRun } from './can-run.ts';
import { UserError } from './terminal.ts';
import { without } from './without.ts';

/** The environment variable that names the ffmpeg to use. */
const FFMPEG_VARIABLE = 'HOPLINE_FFMPEG';

/** How to get it. */
export const GET_FFMPEG = `install ffmpeg ("sudo apt-get install ffmpeg", "brew install ffmpeg" or "winget install ffmpeg") or name it in ${FFMPEG_VARIABLE}`;

/** The path of an ffmpeg that has an encoder, such as `libx264`; undefined where there is none. Throws where the environment names something that cannot be run. */
export async function findFfmpeg(encoder: string): Promise<string | undefined> {
  const path = without().includes('ffmpeg') ? undefined : placeOfFfmpeg();
  return path && (await hasEncoder(path, encoder)) ? path : undefined;
}

/** As `findFfmpeg`, but throws with what it is needed for and how to get it where there is none. */
export async function requireFfmpeg(encoder: string, use: string): Promise<string> {
  const path = await findFfmpeg(encoder);
  if (path) return path;
  throw new UserError(`${use} is made by ffmpeg (with ${encoder}), which is not there. To have it, ${GET_FFMPEG}.`);
}

function placeOfFfmpeg(): string | undefined {
  const named = process.env[FFMPEG_VARIABLE];
  if (named) {
    if (canRun(named)) return named;
    throw new UserError(`${FFMPEG_VARIABLE} names ${named}, which cannot be run. Correct it or unset it.`);
  }
  const name = process.platform === 'win32' ? 'ffmpeg.exe' : 'ffmpeg';
  return (process.env['PATH'] ?? '').split(delimiter).filter(Boolean).map((folder) => join(folder, name)).find(canRun);
}

async function hasEncoder(path: string, encoder: string): Promise<boolean> {
  try {
    const { stdout } = await promisify(execFile)(path, ['-hide_banner', '-encoders']);
    return new RegExp(`^ \\S+ ${encoder} `, 'm').test(stdout);
  } catch {
    return false;
  }
}
