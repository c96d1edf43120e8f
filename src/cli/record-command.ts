import { resolve } from 'node:path';
import { filmTime, pictureTime } from '../recorder/film-times.ts';
import { planFrames, type FilmRange } from '../recorder/frame-plan.ts';
import { BROWSER_VARIABLE } from './browser.ts';
import { PartFile } from './part-file.ts';
import { clock, progressLine } from './progress-line.ts';
import { numberedName, readOptions, type RecordOptions, type RecordSettings } from './record-options.ts';
import type { RecordOrder, RecordWork } from './record-order.ts';
import { RecordSession, type RecordSink } from './record-session.ts';
import { readStory, type Story } from './record-story.ts';
import { UsageError, UserError, type Terminal } from './terminal.ts';

const INTERRUPTED = 130;

/** `hopline record`: a scenario becomes a film or pictures; the exit code is 0 where they are written and 130 where Ctrl+C came first. */
export async function recordCommand(file: string, options: RecordOptions, terminal: Terminal): Promise<number> {
  const written = options.out ?? `${file.replace(/^.*[\\/]|\.ya?ml$/gi, '')}${options.at === undefined ? '.mp4' : '.png'}`;
  const settings = readOptions(options, written);
  const story = await readStory(file, options, terminal.cwd);
  const job: Job = { order: orderOf(story, settings, options), written, terminal };
  const stop = new AbortController();
  const interrupt = (): void => stop.abort();
  process.once('SIGINT', interrupt).once('SIGTERM', interrupt);
  try {
    return await carryOut(job, stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    terminal.status?.('');
    terminal.err('Stopped.');
    return INTERRUPTED;
  } finally {
    process.off('SIGINT', interrupt).off('SIGTERM', interrupt);
  }
}

interface Job {
  readonly order: RecordOrder;
  /** The name of what is made, as the person wrote it. */
  readonly written: string;
  readonly terminal: Terminal;
}

function orderOf({ file, texts, trace }: Story, settings: RecordSettings, options: RecordOptions): RecordOrder {
  const { width, height, theme, view, captions } = settings;
  return { file, texts, variant: trace.variant, settings: { width, height, theme, view, captions }, work: workOf(trace, settings, options) };
}

function workOf(trace: Story['trace'], { kind, fps, rate }: RecordSettings, { at, from, to }: RecordOptions): RecordWork {
  try {
    if (kind.kind === 'picture') return { kind: 'picture', at: pictureTime(trace, at ?? '0') };
    const begin = from === undefined ? 0 : filmTime(trace, from, 'from');
    const end = to === undefined ? trace.duration : filmTime(trace, to, 'to');
    const range: FilmRange = { from: begin, to: end, fps, rate };
    if (range.to > range.from) return { ...kind, range };
    throw new RangeError(`There is nothing between ${range.from.toFixed(2)} s and ${range.to.toFixed(2)} s; the story lasts ${trace.duration.toFixed(2)} s.`);
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}

/** Whatever happens, the browser is closed and what is not whole is taken away. */
async function carryOut({ order, written, terminal }: Job, signal: AbortSignal): Promise<number> {
  const out = resolve(terminal.cwd, written);
  const frames = order.work.kind === 'picture' ? 1 : planFrames(order.work.range).frames;
  const film = order.work.kind === 'film' || order.work.kind === 'moving' ? await PartFile.create(out) : undefined;
  const opening = RecordSession.open();
  try {
    const sink = new FileSink(out, order.work, frames, film, terminal);
    const session = await untilAborted(opening, signal);
    const begun = performance.now();
    const result = await untilAborted(session.record(order, sink), signal);
    if (result === 'no-encoder') throw noEncoder(order.work, session.browserPath);
    await film?.finish();
    terminal.status?.('');
    terminal.out(summary(order, written, frames, sink.bytes, (performance.now() - begun) / 1000));
    return 0;
  } finally {
    await opening.then((session) => session.close(), () => undefined);
    await film?.discard();
  }
}

/** Puts bytes and pictures into files and shows how far it is. */
class FileSink implements RecordSink {
  private pictures = 0;
  private first: { readonly frames: number; readonly time: number } | undefined;

  constructor(
    private readonly out: string, private readonly work: RecordWork, private readonly frames: number,
    private readonly film: PartFile | undefined, private readonly terminal: Terminal,
  ) {}

  get bytes(): number {
    return this.film?.size ?? this.pictures;
  }

  async write(position: number, data: Uint8Array): Promise<void> {
    await this.film?.write(position, data);
  }

  async picture(index: number, data: Uint8Array): Promise<void> {
    const file = await PartFile.create(this.work.kind === 'frames' ? numberedName(this.out, index) : this.out);
    try {
      await file.write(0, data);
      await file.finish();
      this.pictures += data.length;
    } finally {
      await file.discard();
    }
  }

  progress(frames: number): void {
    const time = performance.now();
    // What comes before the first frame says nothing about the others.
    this.first ??= { frames, time };
    const seconds = (time - this.first.time) / 1000;
    this.terminal.status?.(progressLine(frames, this.frames, seconds > 0 ? (frames - this.first.frames) / seconds : 0));
  }
}

async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const aborted = new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));
  return Promise.race([work, aborted]);
}

function noEncoder(work: RecordWork, browser: string): UserError {
  if (work.kind === 'film' && work.format === 'mp4') {
    return new UserError(`${browser} cannot encode H.264 at this size. Name a Chrome or Edge in ${BROWSER_VARIABLE}, or write a .webm.`);
  }
  return new UserError(`${browser} cannot encode this film. Name another Chrome or Edge in ${BROWSER_VARIABLE}, or try a smaller --size.`);
}

function summary({ settings, work }: RecordOrder, name: string, frames: number, bytes: number, seconds: number): string {
  const size = `${settings.width} × ${settings.height}`;
  const weight = bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
  if (work.kind === 'picture') return `${name}: ${size}, ${weight}`;
  const { duration, fps } = planFrames(work.range);
  const pace = work.kind === 'film' || work.kind === 'moving' ? `, ${(duration / seconds).toFixed(2)} times as fast as it plays` : '';
  const made = `made in ${clock(seconds)} (${(frames / seconds).toFixed(1)} frames/s${pace})`;
  return `${name}: ${size}, ${frames} frames at ${fps} a second, ${clock(duration)}, ${weight}; ${made}`;
}
