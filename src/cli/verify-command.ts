import { dirname, relative, resolve } from 'node:path';
import { coarseDifference } from '../recorder/coarse-picture.ts';
import { planFrames } from '../recorder/frame-plan.ts';
import type { FramePrints } from '../recorder/frame-prints.ts';
import { readText } from './documents.ts';
import { FileSink } from './file-sink.ts';
import { digest, type Manifest } from './record-manifest.ts';
import { RecordSession } from './record-session.ts';
import { UserError, type Terminal } from './terminal.ts';

/** What a cell of a frame's coarse picture may differ by, of 255, where another browser or system draws: letters' and lines' edges are not the same there. */
const TOLERANCE = 8;

/** `hopline verify`: draws again what a manifest tells of and compares; the exit code is 0 where it is the same, 1 where it is not. */
export async function verifyCommand(file: string, terminal: Terminal): Promise<number> {
  const manifest = readManifest(await readText(resolve(terminal.cwd, file)).catch((error: unknown) => {
    throw new UserError(`${file} cannot be read. ${error instanceof Error ? error.message : ''}`.trim());
  }), file);
  const texts = await readDocuments(manifest, terminal.cwd, file);
  const session = await RecordSession.open();
  try {
    const { scenario, variant, settings, work } = manifest;
    const sink = new FileSink('', work, framesOf(manifest), undefined, terminal.status);
    const result = await session.record({ file: scenario, texts, variant, settings, work, tags: { title: '', stamp: '' }, prints: 'alone' }, sink);
    terminal.status?.('');
    const prints = result.outcome === 'done' ? result.prints : undefined;
    if (!prints) throw new UserError('Nothing was drawn.');
    const same = manifest.drawn.browser === session.browserVersion && manifest.drawn.system === `${process.platform} ${process.arch}`;
    const { code, text } = same ? compareHashes(manifest.prints, prints) : compareSamples(manifest, prints, session.browserVersion);
    (code === 0 ? terminal.out : terminal.err)(`${manifest.file}: ${text}`);
    return code;
  } finally {
    await session.close();
  }
}

interface Verdict {
  readonly code: 0 | 1;
  readonly text: string;
}

function compareHashes({ hashes }: FramePrints, now: FramePrints): Verdict {
  const other = hashes.map((_, at) => at).filter((at) => hashes[at] !== now.hashes[at]);
  if (other.length === 0 && hashes.length === now.hashes.length) return { code: 0, text: `all ${hashes.length} frames are the same, pixel for pixel.` };
  return { code: 1, text: `${other.length} of ${hashes.length} frames differ, the first is frame ${other[0] ?? now.hashes.length}.` };
}

function compareSamples({ prints, drawn }: Manifest, now: FramePrints, browser: string): Verdict {
  const differences = Object.entries(prints.samples).map(([at, sample]) => coarseDifference(sample, now.samples[Number(at)] ?? ''));
  const most = Math.max(0, ...differences);
  const where = `drawn by ${drawn.browser} on ${drawn.system}, now by ${browser}: ${differences.length} frames compared coarsely, greatest difference ${most} of 255`;
  return most <= TOLERANCE ? { code: 0, text: `the same within ${TOLERANCE} of 255; ${where}.` } : { code: 1, text: `not the same; ${where}, ${TOLERANCE} is allowed.` };
}

function framesOf({ work }: Manifest): number {
  return work.kind === 'picture' ? 1 : planFrames(work.range).frames;
}

function readManifest(text: string, file: string): Manifest {
  try {
    const manifest = JSON.parse(text) as Partial<Manifest>;
    if (manifest.prints && manifest.documents && manifest.scenario && manifest.work && manifest.settings && manifest.variant) return manifest as Manifest;
  } catch {
    // Not JSON: the same answer as for other JSON.
  }
  throw new UserError(`${file} is no manifest of a recording; "hopline record --manifest" writes one.`);
}

/** The documents stand where they stood from the folder that the recording was started in; that may be the current one or one above the manifest. */
async function readDocuments({ documents }: Manifest, cwd: string, file: string): Promise<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [path, sum] of Object.entries(documents)) {
    const text = await firstText([cwd, ...foldersAbove(resolve(cwd, file))].map((folder) => resolve(folder, path)));
    if (text === undefined) throw new UserError(`${path} is not there. Start in the folder in which it was recorded.`);
    if (digest(text) !== sum) throw new UserError(`${path} has changed since it was recorded, so its frames need not be the same. Record it anew.`);
    texts[path] = text;
  }
  return texts;
}

function foldersAbove(path: string): string[] {
  const folder = dirname(path);
  return relative(folder, dirname(folder)) === '' ? [folder] : [folder, ...foldersAbove(folder)];
}

async function firstText(paths: readonly string[]): Promise<string | undefined> {
  for (const path of paths) {
    const text = await readText(path).catch(() => undefined);
    if (text !== undefined) return text;
  }
  return undefined;
}
