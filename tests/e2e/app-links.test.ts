import type { Browser } from 'playwright';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { formatLink, parseLink } from '../../src/app/link.ts';
import { packFiles, unpackFiles } from '../../src/shared/packed-files.ts';
import { launchBrowser } from '../tools/launch.ts';
import { ARCHITECTURE, SCENARIO } from '../unit/app/texts.ts';
import { openApp, stateOf, untilDrawn, type OpenedApp } from './app-page.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser?.close());

const CLIPBOARD = { permissions: ['clipboard-read', 'clipboard-write'] };

async function copiedLink({ page }: OpenedApp): Promise<string> {
  await page.getByRole('button', { name: /^(Copy link|링크 복사)$/ }).click();
  await expect.poll(() => page.getByRole('status').filter({ hasText: /copied|복사했습니다/ }).count()).toBe(1);
  return page.evaluate(() => navigator.clipboard.readText());
}

describe('links', () => {
  it('restore scenario, moment, view, language and theme, paused', async () => {
    const { page, player, problems, close } = await openApp(browser, '#/kubernetes/pod-creation/store@0.4?lang=ko&view=sequence&theme=light');
    const state = await stateOf(player);
    expect(state).toMatchObject({ title: 'Pod creation', view: 'sequence', lang: 'ko', theme: 'light', paused: true });
    expect(state.moment).toMatchObject({ step: 'store', part: 'act' });
    expect(state.moment.fraction).toBeCloseTo(0.4, 2);
    expect(await page.locator('html').getAttribute('lang')).toBe('ko');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
    expect(problems).toEqual([]);
    await close();
  });

  it('are copied, and lead somebody else to the same place', async () => {
    const here = await openApp(browser, '#/kubernetes/pod-creation/store@hold:0.25?view=map&lang=en', CLIPBOARD);
    const link = await copiedLink(here);
    const there = await openApp(browser, new URL(link).hash, { locale: 'ko-KR' });
    const { moment, ...rest } = await stateOf(there.player);
    const { moment: meant, ...same } = await stateOf(here.player);
    expect(moment.fraction).toBeCloseTo(meant.fraction, 3);
    expect([moment.step, moment.part]).toEqual([meant.step, meant.part]);
    expect({ ...rest, currentTime: 0 }).toEqual({ ...same, currentTime: 0 });
    await here.close();
    await there.close();
  });

  it('keep the address up to date, so that a reload comes back', async () => {
    const { page, player, close } = await openApp(browser, '#/kubernetes/pod-creation');
    await player.evaluate((element) => (element as unknown as { next(): void }).next());
    await player.evaluate((element) => (element as unknown as { pause(): void }).pause());
    const moment = (await stateOf(player)).moment;
    await expect.poll(() => parseLink(new URL(page.url()).hash)?.moment?.step).toBe(moment.step);
    await page.reload();
    await untilDrawn(page);
    await expect.poll(async () => (await stateOf(player)).moment.step).toBe(moment.step);
    await close();
  });

  it('move the player that is already open', async () => {
    const { page, player, close } = await openApp(browser, '#/kubernetes/pod-creation');
    await page.evaluate(() => (location.hash = '#/kubernetes/pod-creation/store@0.5?lang=ko'));
    await expect.poll(() => stateOf(player)).toMatchObject({ moment: { step: 'store' }, lang: 'ko', paused: true });
    await close();
  });

  it('lead back from the gallery to where it was left, though it was playing', async () => {
    const { page, player, close } = await openApp(browser, '#/kubernetes/pod-creation?view=map');
    await player.evaluate((element) => (element as unknown as { next(): void }).next());
    await expect.poll(() => parseLink(new URL(page.url()).hash)?.moment?.step, { timeout: 20_000 }).toBeDefined();
    await player.evaluate((element) => Object.assign(element, { rate: 4 }));
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await expect.poll(async () => (await stateOf(player)).currentTime, { timeout: 20_000 }).toBeGreaterThan(8);
    await page.getByRole('link', { name: 'Gallery', exact: true }).click();
    await expect.poll(() => page.title()).toBe('Gallery – Hopline');
    await page.goBack();
    await expect.poll(() => page.title()).toBe('Pod creation – Hopline');
    expect(await stateOf(player)).toMatchObject({ paused: true, currentTime: expect.toSatisfy((time: number) => time > 8) });
    await close();
  });

  it('carry a scenario of one’s own, and then ask the server for nothing of it', async () => {
    const document = await packFiles([{ name: 'bread.yaml', text: SCENARIO }, { name: 'architecture.yaml', text: ARCHITECTURE }]);
    const app = await openApp(browser, formatLink({ scenario: 'own/morning-bread', path: {}, document }), CLIPBOARD);
    expect(await stateOf(app.player)).toMatchObject({ title: 'Morning bread', paused: true });
    expect(app.requests.filter((address) => /\.yaml|bread/.test(address.replace(/#.*/, '')))).toEqual([]);
    const link = parseLink(new URL(await copiedLink(app)).hash);
    expect(await unpackFiles(link?.document ?? '')).toEqual(await unpackFiles(document));
    expect(app.problems).toEqual([]);
    await app.close();
  });

  it.each([
    ['#/kubernetes/no-such-thing', /no-such-thing/],
    ['#/nonsense', /nonsense/],
    ['#/own/lost', /Open the file again/],
    ['#/own/x?doc=AAAA', /cut off/],
  ])('that lead nowhere say so, over the first scenario: %s', async (fragment, words) => {
    const { page, player, problems, close } = await openApp(browser, fragment);
    await expect.poll(() => page.getByRole('status').filter({ hasText: words }).count()).toBe(1);
    expect((await stateOf(player)).title).toBe('Pod creation');
    expect(problems).toEqual([]);
    await close();
  });

  it('with a broken scenario inside show what is wrong with it', async () => {
    const broken = SCENARIO.replace('counter -> oven', 'counter -> ovem');
    const line = broken.slice(0, broken.indexOf('ovem')).split('\n').length;
    const document = await packFiles([{ name: 'bread.yaml', text: broken }, { name: 'architecture.yaml', text: ARCHITECTURE }]);
    const { page, close } = await openApp(browser, formatLink({ scenario: 'own/morning-bread', path: {}, document }));
    await page.getByRole('dialog').getByText(`bread.yaml:${line}:`).waitFor();
    expect(await page.getByRole('dialog').innerText()).toContain('ovem');
    await close();
  });

  it('belong to the served address', async () => {
    const app = await openApp(browser, '', CLIPBOARD);
    expect(await copiedLink(app)).toMatch(new RegExp(`^${inject('appUrl').replaceAll('.', '\\.')}#/kubernetes/pod-creation`));
    await app.close();
  });
});
