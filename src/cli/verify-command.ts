import { basename, dirname, relative, resolve } from 'node:path';
import { planFrames } from '../recorder/frame-plan.ts';
import { readText } from './documents.ts';
import { FileSink } from './file-sink.ts';
import { interruptible, untilAborted } from './interruptible.ts';
import { compareDrawings, type Drawing } from './manifest-verdict.ts';
import { ProgressBoard } from './progress-board.ts';
import { digest, systemName, type Manifest } from './record-manifest.ts';
import { RecordSession } from './record-session.ts';
import { UserError, type Terminal } from './terminal.ts';

/** `hopline verify`: draws again what manifests tell of and compares; the exit code is 0 where all is the same, 1 where something is not, 130 where Ctrl+C came first. */
export async function verifyCommand(files: readonly string[], terminal: Terminal, version: string): Promise<number> {
  const checks: Check[] = [];
  let code = 0;
  for (const file of files) {
    try {
      const manifest = readManifest(await readText(resolve(terminal.cwd, file)).catch((error: unknown) => {
        throw new UserError(`${file} cannot be read. ${error instanceof Error ? error.message : ''}`.trim());
      }), file);
      checks.push({ manifest, texts: await readDocuments(manifest, terminal.cwd, file) });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      terminal.err(error.message);
      code = 1;
    }
  }
  // A browser is started only when there is something for it to do.
  if (checks.length === 0) return code;
  return interruptible(terminal, async (signal) => Math.max(code, await drawAgain(checks, terminal, version, signal)));
}

/** A manifest and the texts that it was made of. */
interface Check {
  readonly manifest: Manifest;
  readonly texts: Record<string, string>;
}

async function drawAgain(checks: readonly Check[], terminal: Terminal, version: string, signal: AbortSignal): Promise<number> {
  let code = 0;
  const opening = RecordSession.open();
  try {
    const session = await untilAborted(opening, signal);
    const board = new ProgressBoard(checks.map(({ manifest }) => ({ name: basename(manifest.file), frames: framesOf(manifest) })), terminal);
    for (const [at, check] of checks.entries()) {
      const now = await untilAborted(draw(check, session, version, board.follow(at)), signal);
      const verdict = compareDrawings(check.manifest, now);
      board.end(at, true);
      (verdict.same ? terminal.out : terminal.err)(`${check.manifest.file}: ${verdict.text}`);
      if (!verdict.same) code = 1;
    }
    return code;
  } finally {
    await opening.then((session) => session.close(), () => undefined);
  }
}

async function draw({ manifest, texts }: Check, session: RecordSession, version: string, onProgress?: (frames: number) => void): Promise<Drawing> {
  const { scenario, variant, settings, work } = manifest;
  const sink = new FileSink('', work, undefined, onProgress);
  const result = await session.record({ file: scenario, texts, variant, settings, work, tags: { title: '', stamp: '' }, prints: 'alone' }, sink);
  if (result.outcome !== 'done' || !result.prints) throw new UserError(`${manifest.file}: nothing was drawn.`);
  return { hopline: version, drawn: { renderer: 'canvas', browser: session.browserVersion, system: systemName(), fonts: result.fonts }, prints: result.prints };
}

function framesOf({ work }: Manifest): number {
  return work.kind === 'picture' ? 1 : planFrames(work.range).frames;
}

function readManifest(text: string, file: string): Manifest {
  try {
    const manifest = JSON.parse(text) as Partial<Manifest>;
    if (manifest.prints && manifest.documents && manifest.scenario && manifest.work && manifest.settings && manifest.variant && manifest.drawn) return manifest as Manifest;
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
    if (text === undefined) throw new UserError(`${file}: ${path} is not there. Start in the folder in which it was recorded.`);
    if (digest(text) !== sum) throw new UserError(`${file}: ${path} has changed since it was recorded, so its frames need not be the same. Record it anew.`);
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
