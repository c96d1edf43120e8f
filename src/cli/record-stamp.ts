import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { planFrames } from '../recorder/frame-plan.ts';
import { STAMP_NAME } from '../recorder/film-stamp.ts';
import { numberedName } from './record-options.ts';
import type { RecordOrder } from './record-order.ts';

/** Where in a file its stamp is looked for: the first and the last bytes. Containers keep such notes at one end or the other. */
const LOOK_AT = 1 << 20;

/** What a file depends on; the sound by what its bytes are. */
interface Stamped extends Pick<RecordOrder, 'texts' | 'variant' | 'settings' | 'work' | 'captions' | 'coding'> {
  readonly sound?: string | undefined;
}

/** 64 hexadecimal digits for all that decides what a file looks like: the texts, the variant, the look, the range, and the version that draws it. */
export function stampOf(order: Stamped, version: string): string {
  const { texts, variant, settings, work, captions, coding, sound } = order;
  return createHash('sha256').update(JSON.stringify([version, Object.entries(texts).sort(), variant, settings, work, captions, coding, sound])).digest('hex');
}

/** Whether what an order would make is there already, made from the same; of a row of pictures the last one speaks for all. */
export async function isMade(out: string, { work }: RecordOrder, stamp: string): Promise<boolean> {
  const path = work.kind === 'frames' ? numberedName(out, planFrames(work.range).frames - 1) : out;
  return (await readStamp(path)) === stamp;
}

/** The stamp in a file; undefined where it has none, or is not there. */
export async function readStamp(path: string): Promise<string | undefined> {
  const file = await open(path).catch(() => undefined);
  if (!file) return undefined;
  try {
    const found = await file.stat();
    const { size } = found;
    if (!found.isFile()) return undefined;
    for (const position of size > LOOK_AT ? [0, size - LOOK_AT] : [0]) {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(LOOK_AT), 0, LOOK_AT, position);
      const text = buffer.toString('latin1', 0, bytesRead);
      const at = text.indexOf(STAMP_NAME);
      const stamp = at < 0 ? undefined : /^[0-9a-f]{64}/.exec(text.slice(at + STAMP_NAME.length, at + STAMP_NAME.length + 64))?.[0];
      if (stamp) return stamp;
    }
    return undefined;
  } finally {
    await file.close();
  }
}
