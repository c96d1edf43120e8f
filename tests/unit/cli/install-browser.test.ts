import { describe, expect, it } from 'vitest';
import { ensureBrowser, type Installer } from '../../../src/cli/install-browser.ts';

/** A machine on which commands have effects: what each prints into `log`, and which browser is there afterwards. */
function machine(effects: { playwright?: boolean; libraries?: boolean; apt?: boolean; mayInstall?: boolean; there?: string; opens?: boolean }) {
  const log: string[] = [];
  let found = effects.there;
  let opens = effects.opens ?? true;
  const installer: Installer = {
    find: async () => found,
    launches: async () => opens,
    say: () => undefined,
    mayInstall: effects.mayInstall ?? false,
    run: (command, args) => {
      const what = args.includes('install-deps') ? 'libraries' : args.includes('--no-shell') ? 'playwright' : `${command} ${args[0]}`;
      log.push(what);
      if (what === 'playwright' && effects.playwright) found = '/cache/chrome';
      if (what === 'libraries' && effects.libraries) opens = true;
      if (what === 'apt-get install' && effects.apt) {
        found = '/usr/bin/chromium';
        opens = true;
      }
      return what === 'playwright' ? effects.playwright === true : true;
    },
  };
  return { installer, log };
}

describe('installing a browser', () => {
  it('does nothing where one opens', async () => {
    const { installer, log } = machine({ there: '/usr/bin/chromium' });
    expect(await ensureBrowser(installer)).toBe('/usr/bin/chromium');
    expect(log).toEqual([]);
  });

  it('downloads Playwright’s', async () => {
    const { installer, log } = machine({ playwright: true });
    expect(await ensureBrowser(installer)).toBe('/cache/chrome');
    expect(log).toEqual(['playwright']);
  });

  it('adds the libraries that a bare system lacks, where it may', async () => {
    const { installer, log } = machine({ playwright: true, opens: false, libraries: true, mayInstall: true });
    expect(await ensureBrowser(installer)).toBe('/cache/chrome');
    expect(log).toEqual(['playwright', 'libraries']);
  });

  it('falls back to the system’s package where the download fails', async () => {
    const { installer, log } = machine({ apt: true, mayInstall: true });
    expect(await ensureBrowser(installer)).toBe('/usr/bin/chromium');
    expect(log).toEqual(['playwright', 'apt-get update', 'apt-get install']);
  });

  it('touches the system only where it may, and says what to do', async () => {
    const { installer, log } = machine({ apt: true, mayInstall: false });
    await expect(ensureBrowser(installer)).rejects.toThrow(/HOPLINE_BROWSER/);
    expect(log).toEqual(['playwright']);
  });
});
