import { createRequire } from 'node:module';
import { join } from 'node:path';
import { HOSTS } from './places.ts';

/** What of a page of puppeteer the tests use: its own types are where the hosts are installed, which the product is checked without. */
export interface FirefoxPage {
  readonly keyboard: { press(key: string): Promise<void> };
  goto(address: string): Promise<unknown>;
  evaluate<Args extends unknown[], Result>(run: (...args: Args) => Result, ...args: Args): Promise<Awaited<Result>>;
  on(event: 'console', listen: (message: { type(): string; text(): string }) => void): void;
  on(event: 'pageerror', listen: (error: Error) => void): void;
}

/** A running Firefox; the caller closes it. */
export interface Firefox {
  version(): Promise<string>;
  newPage(): Promise<FirefoxPage>;
  close(): Promise<void>;
}

/** Starts a stock Firefox, driven over WebDriver BiDi. What is downloaded goes into a folder, unasked. */
export async function launchFirefox(executablePath: string, downloads: string): Promise<Firefox> {
  const puppeteer = createRequire(join(HOSTS, 'package.json'))('puppeteer-core') as { launch(options: object): Promise<Firefox> };
  return puppeteer.launch({
    browser: 'firefox', executablePath, headless: true, defaultViewport: { width: 1280, height: 800 }, timeout: 90_000,
    extraPrefsFirefox: { 'browser.download.folderList': 2, 'browser.download.dir': downloads, 'intl.accept_languages': 'en-US', 'ui.systemUsesDarkTheme': 1 },
  });
}
