import type { Browser, Page } from 'playwright';
import { LAUNCH_FLAGS, requireBrowser } from './browser.ts';
import { preparePage } from './built-page.ts';
import { DevServer } from './dev-server.ts';
import type { RecordHost, RecordOrder, RecordResult } from './record-order.ts';
import { UserError } from './terminal.ts';

/** What hears of the page's work; a failure of it ends the recording. */
export interface RecordSink {
  write(position: number, data: Uint8Array): Promise<void>;
  picture(index: number, data: Uint8Array): Promise<void>;
  progress(frames: number): void;
}

/** A browser with the recorder's page in it. */
export class RecordSession {
  private constructor(
    readonly browserPath: string, private readonly browser: Browser, private readonly page: Page, private readonly release: () => Promise<void>,
  ) {}

  /** Opens a browser without a window; throws with what is missing and how to get it. */
  static async open(): Promise<RecordSession> {
    const path = await requireBrowser().catch((error: unknown) => {
      throw new UserError(error instanceof Error ? error.message : String(error));
    });
    const { chromium } = await import('playwright').catch(() => {
      throw new UserError('Recording drives a browser by the package "playwright", which is not there. Run "npm install playwright" and try again.');
    });
    const prepared = await preparePage('record');
    const server = await DevServer.start({ page: prepared.page, folder: prepared.folder, port: 0 });
    const release = async (): Promise<void> => {
      await server.close();
      await prepared.remove();
    };
    try {
      // Signals are ours: what was begun is taken away before the process ends.
      const browser = await chromium.launch({ executablePath: path, args: [...LAUNCH_FLAGS], handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
      const page = await browser.newPage();
      await page.goto(server.address);
      await page.waitForFunction(() => 'hoplineRecord' in window);
      return new RecordSession(path, browser, page, release);
    } catch (error) {
      await release();
      throw new UserError(`${path} does not open. ${error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''}`.trim());
    }
  }

  /** Has an order carried out; rejects with the sink's failure where it was that, else with what the page or the browser says. */
  async record(order: RecordOrder, sink: RecordSink): Promise<RecordResult> {
    let failure: unknown;
    const guarded = async (work: () => Promise<void>): Promise<void> => {
      try {
        await work();
      } catch (error) {
        failure ??= error;
        throw error;
      }
    };
    const host: RecordHost = {
      hoplineWrite: (position, data) => guarded(() => sink.write(position, Buffer.from(data, 'base64'))),
      hoplinePicture: (index, data) => guarded(() => sink.picture(index, Buffer.from(data, 'base64'))),
      hoplineProgress: async (frames) => sink.progress(frames),
    };
    for (const [name, offer] of Object.entries(host)) await this.page.exposeFunction(name, offer);
    try {
      return await Promise.race([this.page.evaluate((asked) => window.hoplineRecord(asked), order), this.gone()]);
    } catch (error) {
      throw failure ?? error;
    }
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
