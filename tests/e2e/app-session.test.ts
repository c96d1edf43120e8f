import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchBrowser } from '../tools/launch.ts';
import { coloursIn, openApp, stateOf, type OpenedApp } from './app-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

/** The app on the session's page, once that is there. */
async function openSession(fragment = '#/session', options: Parameters<typeof openApp>[2] = {}): Promise<OpenedApp & { session: Locator }> {
  const app = await openApp(browser, fragment, options, false);
  const session = app.page.locator('hopline-session-page');
  await session.locator('h1').waitFor();
  return { ...app, session };
}

const wider = (page: Page): Promise<number> => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

describe('the session', () => {
  it('opens at its address with pictures that are not blank, and asks nobody else for anything', async () => {
    const { page, session, problems, requests, close } = await openSession();
    expect(await page.title()).toBe('Architecture in review, and discussion – Hopline');
    expect(await session.locator('.rail a').count()).toBe(9);
    for (const card of await session.locator('hopline-scenario-card').all()) {
      await card.scrollIntoViewIfNeeded();
      await expect.poll(() => coloursIn(card.locator('canvas')), { timeout: 30_000 }).toBeGreaterThan(30);
    }
    const { origin } = new URL(page.url());
    expect(requests.filter((address) => !address.startsWith(origin) && !/^(blob|data):/.test(address))).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  it('is reached from the gallery and from the player', async () => {
    const { page, problems, close } = await openApp(browser, '#/gallery', {}, false);
    await page.getByRole('link', { name: 'Session', exact: true }).click();
    await expect.poll(() => page.title()).toBe('Architecture in review, and discussion – Hopline');
    await page.goto(page.url().replace(/#.*/, '#/kubernetes/pod-creation'));
    await page.getByRole('link', { name: 'Session', exact: true }).click();
    await page.locator('hopline-session-page h1').waitFor();
    expect(await page.locator('hopline-player').first().isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Gallery', exact: true }).click();
    await expect.poll(() => page.title()).toBe('Gallery – Hopline');
    expect(problems).toEqual([]);
    await close();
  });

  it('opens the step that shows an item, and comes back to where it was left', async () => {
    const { page, player, session, problems, close } = await openSession('#/session/week2-day1-session8/production');
    const link = session.locator('.item', { hasText: 'Audit logging' }).locator('a').first();
    await link.scrollIntoViewIfNeeded();
    const topOf = (): Promise<number> => link.evaluate((element) => element.getBoundingClientRect().top);
    // What stands above it may still be growing.
    let before = Number.NaN;
    await expect.poll(async () => {
      const last = before;
      before = await topOf();
      return before - last;
    }, { interval: 200 }).toBe(0);
    await link.click();
    await expect.poll(async () => (await stateOf(player.first())).moment?.step, { timeout: 30_000 }).toBe('authorize/fairness');
    expect((await stateOf(player.first())).level).toBe(3);
    expect(await session.isVisible()).toBe(false);
    await page.goBack();
    await expect.poll(() => session.isVisible()).toBe(true);
    await expect.poll(async () => Math.abs((await topOf()) - before)).toBeLessThan(4);
    expect(problems).toEqual([]);
    await close();
  });

  it('leads to a part of it, with the focus on its title, by the keyboard alone', async () => {
    const { page, session, close } = await openSession();
    await session.locator('.rail a', { hasText: 'Group discussion' }).focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.url()).toMatch(/#\/session\/week2-day1-session8\/discussion$/);
    await expect.poll(() => session.evaluate((element) => element.shadowRoot!.activeElement?.id)).toBe('title-discussion');
    // Over the link to the slides to the notes.
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => session.locator('#part-discussion details').getAttribute('open')).not.toBeNull();
    await close();
  });

  it('shows on the road of the phases the station that is asked for', async () => {
    const { session, problems, close } = await openSession('#/session/week2-day1-session8/adoption');
    const road = session.locator('hopline-session-phases hopline-player');
    await expect.poll(() => road.evaluate((player) => (player as unknown as { readyState: number }).readyState), { timeout: 30_000 }).toBe(4);
    await session.getByRole('button', { name: 'Show on the road: Service mesh' }).click();
    await expect.poll(() => road.evaluate((player) => (player as unknown as { currentStep: { id: string } }).currentStep.id)).toBe('service-mesh');
    await expect.poll(() => session.locator('.stations .here h5').innerText()).toBe('Service mesh');
    expect(problems).toEqual([]);
    await close();
  });

  it('says so where there is no such session, over the gallery', async () => {
    const { page, problems, close } = await openApp(browser, '#/session/nothing', {}, false);
    await page.getByRole('status').filter({ hasText: 'nothing' }).waitFor();
    await expect.poll(() => page.title()).toBe('Gallery – Hopline');
    expect(problems).toEqual([]);
    await close();
  });

  it.each([['ko', 390], ['en', 390], ['ko', 768]])('fits a window of %s, %d px', async (locale, width) => {
    const { page, session, close } = await openSession('#/session', { locale, viewport: { width, height: 844 } });
    for (const part of ['#part-production', '#part-adoption', '#part-discussion']) {
      await session.locator(part).scrollIntoViewIfNeeded();
      expect(await wider(page), part).toBeLessThanOrEqual(0);
    }
    await close();
  });
});

describe('its checklists', () => {
  it('are kept over a reload', async () => {
    const { page, session, problems, close } = await openSession('#/session/week2-day1-session8/production');
    await session.getByRole('checkbox', { name: 'Network policies' }).check();
    await expect.poll(() => session.getByText('1 of 28 done').first().isVisible()).toBe(true);
    await page.reload();
    await expect.poll(() => session.getByRole('checkbox', { name: 'Network policies' }).isChecked()).toBe(true);
    expect(problems).toEqual([]);
    await close();
  });

  it('are saved as a file that a person can read', async () => {
    const { page, session, close } = await openSession();
    await session.getByRole('checkbox', { name: 'Network policies' }).check();
    const saving = page.waitForEvent('download');
    await session.getByRole('button', { name: 'Markdown' }).click();
    const saved = await saving;
    expect(saved.suggestedFilename()).toBe('week2-day1-session8-checklists.md');
    const chunks: Buffer[] = [];
    for await (const chunk of await saved.createReadStream()) chunks.push(chunk as Buffer);
    expect(Buffer.concat(chunks).toString()).toContain('- [x] Network policies\n');
    await close();
  });

  it('are a clean list on paper, two pages of A4', async () => {
    const { page, session, close } = await openSession('#/session', { locale: 'ko-KR' });
    await session.getByRole('checkbox').first().check();
    await page.emulateMedia({ media: 'print' });
    for (const hidden of ['hopline-app-header', '.hero', '.rail', '#part-flows', 'hopline-session-checklists .acts', 'hopline-session-checklists .place']) {
      expect(await page.locator(hidden).first().isVisible(), hidden).toBe(false);
    }
    expect(await session.getByRole('checkbox').count()).toBe(28);
    const pdf = (await page.pdf({ format: 'A4', margin: { top: '14mm', bottom: '14mm', left: '14mm', right: '14mm' } })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
    await close();
  });

  it('work offline, and in a window that keeps nothing', async () => {
    const app = await openApp(browser, '', {}, false);
    await app.page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage']) {
        Object.defineProperty(window, name, { get: () => { throw new DOMException('denied', 'SecurityError'); } });
      }
    });
    await app.page.goto(app.page.url().replace(/#.*/, '') + '?private#/session');
    const session = app.page.locator('hopline-session-page');
    await session.locator('h1').waitFor();
    // What is on the page has been loaded by then.
    await app.page.waitForLoadState('networkidle');
    await app.page.context().setOffline(true);
    await session.getByRole('checkbox', { name: 'Network policies' }).check();
    await session.getByRole('button', { name: 'Start: Technical challenges' }).click();
    await expect.poll(() => session.locator('.round .figures').first().innerText()).toMatch(/^3:5\d$/);
    await session.getByRole('button', { name: 'Clear all' }).click();
    await app.page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => session.getByRole('checkbox', { name: 'Network policies' }).isChecked()).toBe(true);
    expect(app.problems.filter((problem) => !problem.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);
    await app.close();
  });
});

describe('its timers', () => {
  it('go on while a scenario is shown, and say over it that time is up', async () => {
    const app = await openApp(browser, '', {}, false);
    await app.page.clock.install();
    await app.page.goto(app.page.url().replace(/#.*/, '') + '?clock#/session/week2-day1-session8/discussion');
    const session = app.page.locator('hopline-session-page');
    await session.getByRole('button', { name: 'Start: Success factors' }).click();
    await app.page.clock.runFor(30_000);
    await expect.poll(() => session.locator('.round .figures').nth(3).innerText()).toMatch(/^1:(30|2\d)$/);
    await session.locator('.round').nth(3).getByRole('link').first().click();
    await expect.poll(() => session.isVisible()).toBe(false);
    await app.page.clock.runFor(95_000);
    await app.page.getByRole('status').filter({ hasText: 'Time is up: Success factors' }).waitFor();
    await app.page.goBack();
    await expect.poll(() => session.locator('.round .figures').nth(3).innerText()).toMatch(/^\+0:0\d$/);
    expect(app.problems).toEqual([]);
    await app.close();
  });
});

describe('the gallery', () => {
  it('shows the scenarios by topic, and finds them by a word in either language', async () => {
    const { page, problems, close } = await openApp(browser, '#/gallery', {}, false);
    const topics = page.locator('hopline-gallery h3');
    await expect.poll(() => topics.count()).toBeGreaterThanOrEqual(9);
    const names = await topics.allInnerTexts();
    expect(names.indexOf('Networking')).toBeLessThan(names.indexOf('Failure and recovery'));
    expect(names.at(-1)).toBe('More examples');
    const search = page.getByRole('searchbox', { name: 'Search scenarios' });
    await search.fill('etcd');
    const cards = page.locator('hopline-scenario-card');
    await expect.poll(() => cards.count()).toBeLessThan(20);
    await search.fill('롤링');
    await expect.poll(() => cards.count()).toBe(1);
    expect(await cards.locator('a').getAttribute('href')).toBe('#/kubernetes/rolling-update');
    await search.fill('zzz');
    await page.getByText('No scenario has “zzz” in it.').waitFor();
    await search.fill('');
    await expect.poll(() => cards.count()).toBeGreaterThan(20);
    expect(problems).toEqual([]);
    await close();
  });
});
