import { resolve } from 'node:path';
import { planFrames } from '../recorder/frame-plan.ts';
import type { FramePrints } from '../recorder/frame-prints.ts';
import type { EncoderJob } from './ffmpeg-record.ts';
import { FileSink } from './file-sink.ts';
import { nextQuality, qualitiesBelow, type GifQuality } from './gif-fit.ts';
import { PartFile } from './part-file.ts';
import { clock } from './progress-line.ts';
import { encode } from './record-encode.ts';
import type { RecordOrder, RecordWork } from './record-order.ts';
import type { SessionRow } from './session-row.ts';
import { storeText } from './store-text.ts';
import { UserError } from './terminal.ts';

/** Something to make: what is asked of the page, and the name of what comes of it, as the person wrote it. */
export interface RecordJob extends EncoderJob {
  /** Texts that are written beside it, once it is made. */
  readonly beside: readonly SideFile[];
  /** Of a GIF: how many bytes it may have. */
  readonly mostBytes?: number;
}

/** A text and the name of its file, as the person would write it. */
export interface SideFile {
  readonly path: string;
  readonly text: string;
}

/** What was made, and how long it took; durations in seconds. */
export interface RecordReport {
  readonly file: string;
  readonly scenario: string;
  readonly width: number;
  readonly height: number;
  readonly frames: number;
  /** Of a film: frames a second and how long it lasts. */
  readonly fps?: number;
  readonly duration?: number;
  readonly bytes?: number;
  readonly seconds?: number;
  /** Made from the same before, and left as it is. */
  readonly skipped?: true;
  /** What the frames look like, and what drew them, where that was asked for. */
  readonly prints?: FramePrints;
  readonly browser?: string;
  readonly fonts?: readonly string[];
}

/** How a job is carried out: where names begin, which browsers there are, and who hears of it. */
export interface RecordShop {
  readonly cwd: string;
  readonly browsers: SessionRow;
  /** Hears how many frames are done. */
  readonly onProgress?: ((frames: number) => void) | undefined;
  /** Hears what the person should know. */
  readonly remark: (text: string) => void;
}

/** Makes one thing. Whatever happens, what is not whole is taken away; throws with words for the person. */
export async function carryOut(job: RecordJob, shop: RecordShop): Promise<RecordReport> {
  const begun = performance.now();
  const { report, part } = await (job.mostBytes === undefined ? attempt(job, shop) : fit(job, job.mostBytes, shop));
  try {
    await part?.finish();
    for (const { path, text } of job.beside) await storeText(resolve(shop.cwd, path), text);
    return { ...report, seconds: (performance.now() - begun) / 1000 };
  } finally {
    await part?.discard();
  }
}

/** Something that is made, but has no name yet. */
interface Made {
  readonly report: RecordReport & { readonly bytes: number };
  readonly part: PartFile | undefined;
}

async function attempt(job: RecordJob, shop: RecordShop): Promise<Made> {
  const { work } = job.order;
  const out = resolve(shop.cwd, job.written);
  const part = isPlayed(work) ? await PartFile.create(out) : undefined;
  try {
    const report = plannedReport(job);
    const sink = new FileSink(out, work, part, shop.onProgress);
    const { result, session } = await encode(job, sink, part, shop);
    const { prints, fonts } = result.outcome === 'done' ? result : {};
    return { report: { ...report, bytes: sink.bytes, ...(prints && fonts && { prints, fonts, browser: session.browserVersion }) }, part };
  } catch (error) {
    await part?.discard();
    throw error;
  }
}

/** Makes a GIF smaller until it fits, and says how small. */
async function fit(job: RecordJob, mostBytes: number, shop: RecordShop): Promise<Made> {
  const { work, settings } = job.order;
  const all = qualitiesBelow(work.kind === 'moving' ? work.range.fps : 15);
  let quality: GifQuality | undefined = all[0];
  while (quality) {
    const order = orderAt(job.order, quality);
    const made = await attempt({ ...job, order }, shop);
    if (made.report.bytes <= mostBytes) {
      const { width, height } = order.settings;
      if (quality !== all[0]) shop.remark(`${job.written}: made smaller to fit: ${width} × ${height} instead of ${settings.width} × ${settings.height}, ${quality.fps} frames a second, ${quality.colours} colours.`);
      return made;
    }
    await made.part?.discard();
    quality = nextQuality(all, quality, made.report.bytes, mostBytes);
  }
  throw new UserError(`${job.written} cannot be made as small as that. Take a part of it with --from and --to, or allow more with --max-size.`);
}

function orderAt(order: RecordOrder, { scale, fps, colours }: GifQuality): RecordOrder {
  if (order.work.kind !== 'moving') return order;
  const { width, height } = order.settings;
  const scaled = (side: number): number => Math.max(2, Math.round((side * scale) / 2) * 2);
  return { ...order, settings: { ...order.settings, width: scaled(width), height: scaled(height) }, work: { ...order.work, colours, range: { ...order.work.range, fps } } };
}

/** What is known before anything is made. */
export function plannedReport({ order: { file, settings, work }, written }: RecordJob): RecordReport {
  const { width, height } = settings;
  if (work.kind === 'picture') return { file: written, scenario: file, width, height, frames: 1 };
  const { frames, fps, duration } = planFrames(work.range);
  return { file: written, scenario: file, width, height, frames, fps, duration };
}

/** What was made, in a line. */
export function reportLine({ file, width, height, frames, fps, duration, bytes = 0, seconds = 0, skipped }: RecordReport, films: boolean): string {
  const size = `${width} × ${height}`;
  const weight = bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
  if (skipped) return `${file}: unchanged, left as it is (--force makes it anew)`;
  if (fps === undefined || duration === undefined) return `${file}: ${size}, ${weight}`;
  const pace = films ? `, ${(duration / seconds).toFixed(2)} times as fast as it plays` : '';
  const made = `made in ${clock(seconds)} (${(frames / seconds).toFixed(1)} frames/s${pace})`;
  return `${file}: ${size}, ${frames} frames at ${fps} a second, ${clock(duration)}, ${weight}; ${made}`;
}

/** Whether it is one file that plays. */
export function isPlayed({ kind }: RecordWork): boolean {
  return kind === 'film' || kind === 'raw' || kind === 'moving';
}
