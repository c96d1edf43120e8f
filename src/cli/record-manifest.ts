import { createHash } from 'node:crypto';
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
  readonly variant: RecordOrder['variant'];
  readonly settings: RecordOrder['settings'];
  readonly work: RecordOrder['work'];
  /** What drew it. Equal hashes are promised for the same browser on the same system. */
  readonly drawn: { readonly renderer: 'canvas'; readonly browser: string; readonly system: string; readonly fonts: readonly string[] };
  readonly prints: FramePrints;
}

/** The manifest of something that was made, as the text of a JSON file. */
export function manifestOf({ file, texts, variant, settings, work }: RecordOrder, report: RecordReport, version: string): string {
  const manifest: Manifest = {
    hopline: version,
    file: report.file,
    scenario: file,
    documents: Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, digest(text)])),
    variant, settings, work,
    drawn: { renderer: 'canvas', browser: report.browser ?? '', system: `${process.platform} ${process.arch}`, fonts: report.fonts ?? [] },
    prints: report.prints ?? { hashes: [], samples: {} },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

/** The SHA-256 of a text, in hexadecimal digits. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
