import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { FramePrints } from '../recorder/frame-prints.ts';
import type { RecordReport } from './record-job.ts';
import type { RecordOrder } from './record-order.ts';

/** What a file was made of and what its frames look like, so that it can be made and compared again. */
export interface Manifest {
  readonly hopline: string;
  /** The file beside it. */
  readonly file: string;
  /** Each document by its path, with the SHA-256 of its text. */
  readonly documents: Readonly<Record<string, string>>;
  readonly scenario: string;
  /** Of all that decides what the file looks like. */
  readonly stamp: string;
  readonly variant: RecordOrder['variant'];
  readonly settings: RecordOrder['settings'];
  readonly work: RecordOrder['work'];
  /** What drew it. Equal hashes are promised for the same browser on the same system. */
  readonly drawn: { readonly renderer: 'canvas'; readonly browser: string; readonly system: string; readonly fonts: readonly string[] };
  readonly prints: FramePrints;
}

/** The manifest of something that was made, as the text of a JSON file. */
export function manifestOf({ file, texts, variant, settings, work, tags }: RecordOrder, report: RecordReport, version: string): string {
  const { width, height, fps, browser = '', fonts = [], prints = { hashes: [], samples: {} } } = report;
  const manifest: Manifest = {
    hopline: version,
    file: report.file,
    scenario: file,
    stamp: tags.stamp,
    documents: Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, digest(text)])),
    variant,
    // A GIF that had to fit into a given size is smaller and slower than it was asked for.
    settings: { ...settings, width, height },
    work: work.kind === 'moving' ? { ...work, range: { ...work.range, fps: fps ?? work.range.fps } } : work,
    drawn: { renderer: 'canvas', browser, system: systemName(), fonts },
    prints,
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** Whether a file beside it tells of what was made of the same. */
export async function hasManifest(path: string, stamp: string): Promise<boolean> {
  try {
    return (JSON.parse(await readFile(path, 'utf8')) as Partial<Manifest>).stamp === stamp;
  } catch {
    return false;
  }
}

/** The system that browsers draw on, as manifests name it. */
export function systemName(): string {
  return `${process.platform} ${process.arch}`;
}

/** The SHA-256 of a text, in hexadecimal digits. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
