import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { inject } from 'vitest';
import { buildCdn } from './player-builds.ts';

/** The folder of the one-file player, built by the first of the whole-app tests that asks for it, and taken away with the app that they are given. */
export async function cdnOnce(): Promise<string> {
  const folder = join(inject('appFolder'), 'one-file-player');
  if (existsSync(folder)) return folder;
  const environment = process.env['NODE_ENV'];
  // The runner says `test`; packages would then be built in their development form, which nobody ships.
  process.env['NODE_ENV'] = 'production';
  const half = `${folder}-${process.pid}`;
  await buildCdn(half).finally(() => (process.env['NODE_ENV'] = environment));
  // Two files of tests may have asked at the same time.
  await rename(half, folder).catch(() => rm(half, { recursive: true, force: true }));
  return folder;
}
