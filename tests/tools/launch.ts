import { chromium, type Browser } from 'playwright';
import { LAUNCH_FLAGS, requireBrowser } from '../../src/cli/browser.ts';

/** Starts the browser that the finder finds, with our flags; the caller closes it. */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: await requireBrowser(), args: [...LAUNCH_FLAGS, ...more] });
}
