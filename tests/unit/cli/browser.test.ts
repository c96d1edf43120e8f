import { describe, expect, it } from 'vitest';
import { BROWSER_VARIABLE, findBrowser, findBrowsers, requireBrowser, type BrowserPlaces } from '../../../src/cli/browser.ts';

function machine(files: readonly string[], more: Partial<BrowserPlaces> = {}): BrowserPlaces {
  return {
    environment: { PATH: '/bin:/usr/bin' },
    platform: 'linux',
    runs: (path) => files.includes(path),
    real: (path) => path,
    playwright: async () => '/home/me/.cache/playwright/chrome',
    ...more,
  };
}

describe('the browser finder', () => {
  it('takes what the environment names before anything that is installed', async () => {
    const places = machine(['/opt/mine', '/usr/bin/chromium'], { environment: { PATH: '/usr/bin', [BROWSER_VARIABLE]: '/opt/mine' } });
    expect(await findBrowser(places)).toBe('/opt/mine');
  });

  it('does not fall back silently when the environment names something that cannot be run', async () => {
    const places = machine(['/usr/bin/chromium'], { environment: { PATH: '/usr/bin', [BROWSER_VARIABLE]: '/opt/gone' } });
    await expect(findBrowser(places)).rejects.toThrow(/HOPLINE_BROWSER names \/opt\/gone/);
  });

  it('takes an installed browser before Playwright’s own', async () => {
    expect(await findBrowser(machine(['/usr/bin/google-chrome', '/home/me/.cache/playwright/chrome']))).toBe('/usr/bin/google-chrome');
    expect(await findBrowser(machine(['/bin/chromium', '/usr/bin/google-chrome']))).toBe('/bin/chromium');
    expect(await findBrowser(machine(['/usr/bin/microsoft-edge']))).toBe('/usr/bin/microsoft-edge');
  });

  it('knows all of them, each once, those with H.264 first where that is wanted', async () => {
    const files = ['/bin/chromium', '/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/bin/microsoft-edge', '/home/me/.cache/playwright/chrome'];
    const places = machine(files, { real: (path) => path.replace(/^\/usr/, '') });
    expect(await findBrowsers(undefined, places)).toEqual(['/bin/chromium', ...files.slice(2)]);
    expect(await findBrowsers('h264', places)).toEqual(['/usr/bin/google-chrome', '/usr/bin/microsoft-edge', '/bin/chromium', '/home/me/.cache/playwright/chrome']);
  });

  it('takes Playwright’s own where none is installed', async () => {
    expect(await findBrowser(machine(['/home/me/.cache/playwright/chrome']))).toBe('/home/me/.cache/playwright/chrome');
  });

  it('knows where browsers are on a Mac', async () => {
    const chrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
    expect(await findBrowser(machine([chrome], { platform: 'darwin' }))).toBe(chrome);
  });

  it('says what to do where there is none', async () => {
    const none = machine([]);
    expect(await findBrowser(none)).toBeUndefined();
    await expect(requireBrowser(none)).rejects.toThrow(/npx playwright-core install chromium/);
  });
});
