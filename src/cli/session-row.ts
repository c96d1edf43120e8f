import type { FilmCodec } from '../recorder/film-codec.ts';
import { findBrowsers } from './browser.ts';
import { codecOf, type RecordOrder, type RecordResult } from './record-order.ts';
import { RecordSession, type RecordSink } from './record-session.ts';
import { UserError } from './terminal.ts';

/** What came of an order, and the browser that carried it out; or all that could not. */
export interface Recorded {
  readonly result: RecordResult;
  readonly session: RecordSession;
  /** Paths of those that were asked. */
  readonly asked: readonly string[];
}

/**
 * The browsers of a worker, one open at a time. For a film that not every browser can encode, those that most likely can are asked first, then the others:
 * each encodes a frame, and so it is known.
 */
export class SessionRow {
  private open: { readonly path: string; readonly session: Promise<RecordSession> } | undefined;
  private readonly unfit = new Set<string>();
  private over = false;

  /** Given in tests: which browsers there are, best first, and how one is opened. */
  constructor(
    private readonly find: (codec?: FilmCodec) => Promise<readonly string[]> = findBrowsers,
    private readonly start: (path?: string) => Promise<RecordSession> = RecordSession.open,
  ) {}

  /** Has an order carried out by the first browser that can. */
  async record(order: RecordOrder, sink: RecordSink, sound?: Uint8Array): Promise<Recorded> {
    const codec = codecOf(order);
    const paths = await this.find(codec);
    const session = codec === undefined ? await this.firstOf(paths) : await this.firstOf(paths, `${codec} `);
    const result = await session.record(order, sink, sound);
    if (result.outcome !== 'no-encoder') return { result, session, asked: paths };
    this.unfit.add(`${codec} ${session.browserPath}`);
    return paths.some((path) => !this.unfit.has(`${codec} ${path}`)) ? this.record(order, sink, sound) : { result, session, asked: paths };
  }

  /** Ends the browser that is open, and lets no other one begin: what was still on its way to one rejects. */
  async end(): Promise<void> {
    this.over = true;
    await this.close();
  }

  /** Ends the browser that is open. */
  async close(): Promise<void> {
    const { open } = this;
    this.open = undefined;
    await open?.session.then((session) => session.close(), () => undefined);
  }

  /** The first that opens: of those that are fit, where what is made has a name; else of all, and the one that is open suits. */
  private async firstOf(paths: readonly string[], work?: string): Promise<RecordSession> {
    if (work === undefined && this.open) return this.open.session;
    const fit = paths.filter((path) => !this.unfit.has(`${work}${path}`));
    // Where none is fit, one is asked all the same: it says so.
    const candidates = fit.length > 0 ? fit : paths.slice(0, 1);
    for (const path of candidates.slice(0, -1)) {
      const session = await this.opened(path).catch(() => undefined);
      if (session) return session;
      this.unfit.add(`${work}${path}`);
    }
    return this.opened(candidates.at(-1));
  }

  private async opened(path: string | undefined): Promise<RecordSession> {
    if (this.open && this.open.path !== path) await this.close();
    if (this.over) throw new UserError('Stopped.');
    this.open ??= { path: path ?? '', session: this.start(path) };
    return this.open.session.catch((error: unknown) => {
      this.open = undefined;
      throw error;
    });
  }
}
