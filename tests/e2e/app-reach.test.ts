import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launchBrowser } from '../tools/launch.ts';
import { openApp, stateOf } from './app-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; require-trusted-types-for 'script'";
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** Name and role of what has the focus, through the shadow trees. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return `${active?.localName} ${active?.getAttribute('aria-label') ?? active?.textContent?.trim() ?? ''}`;
  });
}

async function tabTo(page: Page, wanted: RegExp, most = 60): Promise<string[]> {
  const way: string[] = [];
  for (let i = 0; i < most; i++) {
    await page.keyboard.press('Tab');
    way.push(await focused(page));
    if (wanted.test(way.at(-1)!)) return way;
  }
  throw new Error(`${wanted} cannot be reached by Tab: ${way.join(' | ')}`);
}

describe('on a phone', () => {
  it.each(['', '#/gallery'])('nothing is wider than the screen: %s', async (fragment) => {
    const { page, problems, close } = await openApp(browser, fragment, PHONE, fragment === '');
    if (fragment) await page.locator('hopline-scenario-card :is(h3, h4)').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const wide = await page.evaluate(() => {
      const found: string[] = [];
      const visit = (root: ParentNode): void => {
        for (const element of root.querySelectorAll('*')) {
          const { left, right, width } = element.getBoundingClientRect();
          const scrolls = getComputedStyle(element).position === 'absolute' && width <= 1;
          if (!scrolls && width > 0 && (right > 390.5 || left < -0.5)) found.push(`${element.localName}.${element.className}`);
          if (element.shadowRoot && element.localName !== 'hopline-player') visit(element.shadowRoot);
        }
      };
      visit(document);
      return found;
    });
    expect(wide).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  it('keeps link, files and gallery in one menu of large targets', async () => {
    const { page, close } = await openApp(browser, '', { ...PHONE, locale: 'ko-KR' });
    await page.locator('hopline-app-tools').getByRole('button', { name: '더 보기' }).tap();
    const items = page.locator('hopline-app-tools .menu .button');
    await expect.poll(() => items.first().isVisible()).toBe(true);
    for (const item of await items.all()) expect((await item.boundingBox())!.height).toBeGreaterThanOrEqual(44);
    await page.locator('hopline-app-tools').getByRole('link', { name: '갤러리' }).tap();
    await expect.poll(() => page.title()).toBe('갤러리 – Hopline');
    await close();
  });
});

describe('with the keyboard alone', () => {
  it('one skips to the player, plays, and goes by the gallery to another scenario', async () => {
    const { page, player, problems, close } = await openApp(browser);
    await tabTo(page, /Skip to the player/, 2);
    await page.keyboard.press('Enter');
    await page.keyboard.press('k');
    await expect.poll(async () => (await stateOf(player)).paused).toBe(false);
    await page.keyboard.press('k');
    await expect.poll(async () => (await stateOf(player)).paused).toBe(true);
    await page.reload();
    await page.locator('a', { hasText: /^\s*Gallery\s*$/ }).first().waitFor();
    await tabTo(page, /^a Gallery$/);
    await page.keyboard.press('Enter');
    await expect.poll(() => focused(page)).toBe('h1 Gallery');
    const heading = page.locator('hopline-scenario-card :is(h3, h4)').nth(1);
    await page.locator('hopline-scenario-card canvas.drawn').nth(1).waitFor();
    const title = await heading.innerText();
    await tabTo(page, new RegExp(`^a .*${title}`, 's'));
    await page.keyboard.press('Enter');
    await expect.poll(() => page.title()).toBe(`${title} – Hopline`);
    expect(problems).toEqual([]);
    await close();
  });

  it('the focus is seen on every stop', async () => {
    const { page, close } = await openApp(browser, '#/gallery', {}, false);
    await page.locator('hopline-scenario-card :is(h3, h4)').first().waitFor();
    for (let i = 0; i < 7; i++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => {
        let active = document.activeElement;
        while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
        return active && active !== document.body ? Number.parseFloat(getComputedStyle(active).outlineWidth) : 3;
      });
      expect(outline).toBeGreaterThanOrEqual(2);
    }
    await close();
  });
});

describe('for everybody', () => {
  it.each([
    ['', 'dark'],
    ['', 'light'],
    ['#/gallery', 'dark'],
    ['#/gallery', 'light'],
  ] as const)('axe finds nothing: %s %s', async (fragment, colorScheme) => {
    const { page, close } = await openApp(browser, fragment, { colorScheme, reducedMotion: 'reduce' }, fragment === '');
    await page.locator('hopline-scenario-card :is(h3, h4)').first().waitFor();
    await page.waitForTimeout(500);
    await page.evaluate(AXE);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    });
    expect(violations).toEqual([]);
    await close();
  });
});

describe('the content security policy', () => {
  it('stands in the page, as strict as promised, and nothing breaks it', async () => {
    const { page, problems, close } = await openApp(browser, '#/kubernetes/pod-creation?view=split');
    const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
    for (const directive of POLICY.split('; ')) expect(policy?.split('; ')).toContain(directive);
    await page.getByRole('link', { name: 'Gallery', exact: true }).click();
    await page.locator('hopline-scenario-card canvas.drawn').first().waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  it('may also come from the server', async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const violations: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') violations.push(message.text());
    });
    await page.route('**/*', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, headers: { ...response.headers(), 'content-security-policy': POLICY } });
    });
    await page.goto(inject('appUrl'));
    await expect.poll(() => page.title()).toBe('Pod creation – Hopline');
    expect(violations).toEqual([]);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
    await context.close();
  });
});
