import type { Browser, Page } from 'playwright-core';
import { BrowserError, LAUNCH_FLAGS, requireBrowser } from './browser.ts';
import { preparePage } from './built-page.ts';
import { DevServer } from './dev-server.ts';
import { RecordPort, type TakeFrame } from './record-port.ts';
import type { RecordHost, RecordOrder, RecordResult } from './record-order.ts';
import { UserError } from './terminal.ts';

/** What hears of the page's work; a failure of it ends the recording. */
export interface RecordSink {
  write(position: number, data: Uint8Array): Promise<void>;
  picture(index: number, data: Uint8Array): Promise<void>;
  /** For an encoder that is not the browser's. */
  readonly frame?: TakeFrame;
  progress(frames: number): void;
}

/**
 * What is made of a film lives for some frames, and a browser takes its time with such garbage: young objects are given little room (MB), and all garbage is
 * collected every so often. So memory does not grow with a film's length.
 */
const YOUNG_MB = 4;
const SWEEP_EVERY_MS = 1500;
const FLAGS = [...LAUNCH_FLAGS, `--js-flags=--max-semi-space-size=${YOUNG_MB}`];

/** A browser with the recorder's page in it. */
export class RecordSession {
  private sink: RecordSink | undefined;
  private failure: unknown;
  private nextSweep = 0;

  private constructor(
    readonly browserPath: string, private readonly browser: Browser, private readonly page: Page, private readonly port: RecordPort,
    private readonly release: () => Promise<void>,
  ) {
    port.takers = {
      frame: (patch) => this.guarded(async (sink) => sink.frame?.(patch)),
      write: (position, data) => this.guarded((sink) => sink.write(position, data)),
      picture: (index, data) => this.guarded((sink) => sink.picture(index, data)),
    };
  }

  /** Opens a browser without a window, the one at a path or the first that there is; throws with what is missing and how to get it. */
  static async open(path?: string): Promise<RecordSession> {
    path ??= await requireBrowser();
    const { chromium } = await import('playwright-core');
    const prepared = await preparePage('record');
    const port = new RecordPort();
    const server = await DevServer.start({ page: port.around(prepared.page), folder: prepared.folder, port: 0 });
    const release = (): Promise<void> => server.close();
    let browser: Browser | undefined;
    try {
      // Signals are ours: what was begun is taken away before the process ends.
      browser = await chromium.launch({ executablePath: path, args: FLAGS, handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
      const page = await browser.newPage();
      await page.goto(server.address);
      await page.waitForFunction(() => 'hoplineRecord' in window);
      const session = new RecordSession(path, browser, page, port, release);
      await session.offer();
      return session;
    } catch (error) {
      await browser?.close().catch(() => undefined);
      await release();
      throw new BrowserError(`${path} does not open. ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`.trim());
    }
  }

  /** Has an order carried out, one at a time; rejects with the sink's failure where it was that, else with what the page or the browser says. */
  async record(order: RecordOrder, sink: RecordSink, sound?: Uint8Array): Promise<RecordResult> {
    this.sink = sink;
    this.port.sound = sound;
    this.failure = undefined;
    try {
      return await Promise.race([this.page.evaluate((asked) => window.hoplineRecord(asked), sound ? { ...order, sound: './sound' } : order), this.gone()]);
    } catch (error) {
      throw this.failure ?? error;
    }
  }

  /** What the page calls; a page can be given functions only once. */
  private async offer(): Promise<void> {
    const host: RecordHost = {
      hoplineProgress: async (frames) => {
        this.sink?.progress(frames);
        await this.sweep();
      },
    };
    for (const [name, work] of Object.entries(host)) await this.page.exposeFunction(name, work);
  }

  private async sweep(): Promise<void> {
    const now = performance.now();
    if (now < this.nextSweep) return;
    this.nextSweep = now + SWEEP_EVERY_MS;
    await this.page.requestGC().catch(() => undefined);
  }

  private async guarded(work: (sink: RecordSink) => Promise<void>): Promise<void> {
    try {
      if (this.sink) await work(this.sink);
    } catch (error) {
      this.failure ??= error;
      throw error;
    }
  }

  /** Its name and number. */
  get browserVersion(): string {
    return `${this.browser.browserType().name()} ${this.browser.version()}`;
  }

  /** Ends the browser and the server, whatever is going on. */
  async close(): Promise<void> {
    await this.browser.close().catch(() => undefined);
    await this.release();
  }

  private gone(): Promise<never> {
    return new Promise((_resolve, reject) => {
      const stopped = (): void => reject(new UserError('The browser stopped in the middle of it. Try again, or with a smaller --size.'));
      this.page.once('crash', stopped);
      this.browser.once('disconnected', stopped);
    });
  }
}
