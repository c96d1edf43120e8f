import { access } from 'node:fs/promises';
import { resolve } from 'node:path';
import { planFrames } from '../recorder/frame-plan.ts';
import type { RecordJob } from './record-job.ts';
import { numberedName } from './record-options.ts';

/** Every file that a job writes, as the person would write it: what was asked for, texts beside it, and its manifest where that is wanted. */
export function filesOf({ order: { work }, written, beside }: RecordJob, manifest: boolean): string[] {
  const made = work.kind === 'frames' ? Array.from({ length: planFrames(work.range).frames }, (_, index) => numberedName(written, index)) : [written];
  return [...made, ...beside.map(({ path }) => path), ...(manifest ? [manifestName(written)] : [])];
}

/** The name of the manifest beside what was made. */
export function manifestName(written: string): string {
  return `${written}.json`;
}

/** Whether all of these are there. */
export async function areThere(files: readonly string[], cwd: string): Promise<boolean> {
  const there = await Promise.all(files.map((file) => access(resolve(cwd, file)).then(() => true, () => false)));
  return there.every(Boolean);
}
