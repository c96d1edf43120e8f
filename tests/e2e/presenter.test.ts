import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Locator, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { HoplinePlayer } from '../../src/elements/hopline-player.ts';
import { launchBrowser } from '../tools/launch.ts';
import { ARCHITECTURE, SCENARIO } from '../unit/app/texts.ts';
import { openApp, stateOf, untilDrawn, type OpenedApp } from './app-page.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TRAFFIC = '#/kubernetes/service-traffic';

/** The presenter's window. */
interface Presenter {
  readonly page: Page;
  readonly now: Locator;
  readonly ahead: Locator;
  /** What the audience sees. */
  readonly mirror: Locator;
}

let browser: Browser;
let app: OpenedApp;
let presenter: Presenter;

beforeAll(async () => {
  browser = await launchBrowser();
  app = await openApp(browser, TRAFFIC);
});
afterAll(() => browser?.close());

describe('the presenter’s window', () => {
  it('is spoken of with its address where the browser does not let it open', async () => {
    const { page } = app;
    await page.evaluate(() => Object.assign(window, { kept: window.open, open: () => null }));
    await page.getByRole('button', { name: 'Presenter window' }).click();
    await soon(() => page.locator('hopline-toast input').inputValue()).toMatch(/#\/presenter\/~\w+\/kubernetes\/service-traffic/);
    await page.evaluate(() => Object.assign(window, { open: (window as unknown as { kept: typeof window.open }).kept }));
    presenter = await openPresenter(app);
  });

  it('shows what is on and what comes next, what to say, and what the audience sees', async () => {
    const { page, now, ahead, mirror } = presenter;
    await inStep();
    const steps = await now.evaluate((player) => (player as HoplinePlayer).steps.map(({ id, title, say }) => ({ id, title, say })));
    expect(await page.title()).toBe('Presenter window – Hopline');
    expect(await page.locator('h1').innerText()).toContain('Service traffic');
    expect(await page.locator('.now h2').innerText()).toMatch(new RegExp(`^Now\\s*1 / ${steps.length}\\s*${steps[0]!.title}$`));
    expect(await page.locator('.say > div > .narration').innerText()).toBe(steps[0]!.say);
    expect(await page.locator('.next-say').innerText()).toBe(steps[1]!.say);
    await soon(async () => (await stateOf(ahead)).moment.step).toBe(steps[1]!.id);
    await soon(() => mirror.evaluate((player) => (player as HoplinePlayer).view)).toBe('split');
    await app.player.evaluate((element) => (element as HTMLElement).focus());
    await app.page.keyboard.press('?');
    await app.page.locator('dt[slot=keys]', { hasText: 'W' }).waitFor();
    await app.page.keyboard.press('Escape');
    await app.page.locator('hopline-help').waitFor({ state: 'detached' });
  });

  it('takes the audience along: next and back by the remote in either window, play, pause, speed, level, choice, and a place in a step', async () => {
    const { page, now } = presenter;
    await app.player.evaluate((player) => ((player as HoplinePlayer).rate = 3));
    await soon(() => now.evaluate((player) => (player as HoplinePlayer).rate)).toBe(3);
    await page.keyboard.press('PageDown');
    await soon(async () => (await stateOf(app.player)).currentTime).toBeGreaterThan(0);
    await inStep();
    const before = (await stateOf(now)).currentTime;
    await app.page.keyboard.press('PageDown');
    await soon(async () => (await stateOf(now)).currentTime).toBeGreaterThan(before);
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await soon(async () => (await stateOf(app.player)).paused).toBe(false);
    await page.keyboard.press(' ');
    await inStep();
    await page.getByRole('combobox', { name: 'Speed' }).selectOption('2');
    await page.getByRole('combobox', { name: 'Level of detail' }).selectOption('3');
    await page.locator('.settings .choice').first().selectOption({ index: 1 });
    await soon(async () => (await stateOf(app.player)).level).toBe(3);
    expect(await inStep()).toMatchObject({ rate: 2, level: 3, path: { 'proxy-mode': 'iptables' } });
    await app.player.evaluate((player) => ((player as HoplinePlayer).currentTime = 21.5));
    await inStep();
    expect((await stateOf(now)).currentTime).toBeCloseTo(21.5, 2);
    await page.keyboard.press('PageUp');
    await inStep();
  });

  it('lands on the right step after twenty quick presses, by whichever window', async () => {
    const { page, now } = presenter;
    await page.keyboard.press('Home');
    // So slow that no step ends by itself between two presses.
    await now.evaluate((player) => ((player as HoplinePlayer).rate = 0.25));
    await inStep();
    // The first press plays a step and the second one completes it: ten are at the end of the fifth.
    for (let press = 0; press < 10; press++) await page.keyboard.press('PageDown');
    expect((await inStep()).number).toBe(5);
    for (let press = 0; press < 10; press++) await app.page.keyboard.press('PageDown');
    expect((await inStep()).number).toBe(10);
    await now.evaluate((player) => ((player as HoplinePlayer).rate = 4));
    await page.locator('.steps button').nth(2).click();
    expect(await inStep()).toMatchObject({ number: 3 });
    expect(await now.evaluate((player) => (player as HoplinePlayer).currentStep?.number)).toBe(3);
  });

  it('comes back in step when either window is reloaded', async () => {
    await app.page.reload();
    await untilDrawn(app.page);
    expect(await inStep()).toMatchObject({ number: 3, rate: 4, level: 3 });
    await presenter.page.keyboard.press('PageDown');
    await soon(async () => (await stateOf(app.player)).moment.part).toBe('hold');
    await inStep();
    await presenter.page.reload();
    expect(await inStep()).toMatchObject({ number: 3, level: 3 });
    expect(await presenter.page.locator('.time').first().innerText()).not.toMatch(/^00:0[0-2]/);
  });

  it('speaks another language and wears another theme than the audience', async () => {
    const { page, mirror } = presenter;
    await page.getByRole('combobox', { name: 'Language' }).selectOption('ko');
    await soon(() => page.locator('.now h2').innerText()).toMatch(/^지금/);
    expect((await stateOf(app.player)).lang).toBe('en');
    expect((await stateOf(mirror)).lang).toBe('en');
    await page.getByRole('combobox', { name: '테마' }).selectOption('light');
    await page.locator('html[data-theme=light]').waitFor();
    expect(await app.page.locator('html').getAttribute('data-theme')).toBe('dark');
    await inStep();
  });

  it.each(['light', 'dark'])('gives axe nothing to find in the theme %s', async (theme) => {
    const { page } = presenter;
    await page.getByRole('combobox', { name: '테마' }).selectOption(theme);
    await page.locator(`html[data-theme=${theme}]`).waitFor();
    await page.evaluate(AXE);
    const violations = await page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };
      return (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
    });
    expect(violations).toEqual([]);
  });

  it('follows to another scenario, and to one of the viewer’s own', async () => {
    await app.page.evaluate(() => (location.hash = '#/gallery'));
    await presenter.page.locator('p.gone').waitFor();
    await app.page.evaluate(() => (location.hash = '#/kubernetes/dns'));
    await presenter.page.locator('p.gone').waitFor({ state: 'detached' });
    await soon(async () => (await stateOf(presenter.now)).title).toMatch(/DNS/i);
    await inStep();
    await openOwn([['bread.yaml', SCENARIO], ['architecture.yaml', ARCHITECTURE]]);
    await soon(async () => (await stateOf(presenter.now)).title).toBe('Morning bread');
    await soon(() => presenter.now.evaluate((player) => (player as HoplinePlayer).peers)).toBe(2);
    // The remote works wherever the focus is.
    await presenter.page.locator('.settings select').first().focus();
    await presenter.page.keyboard.press('PageDown');
    await soon(async () => (await stateOf(app.player)).moment.part).toBe('hold');
    await inStep();
    // The author has mended the file.
    await openOwn([['bread.yaml', SCENARIO.replace('Morning bread', 'Evening bread')], ['architecture.yaml', ARCHITECTURE]]);
    await soon(async () => (await stateOf(presenter.now)).title).toBe('Evening bread');
    await inStep();
  });

  it('is told of when it is closed, and says when the audience’s window is', async () => {
    const context = app.page.context();
    await presenter.page.close();
    const again = app.page.getByRole('button', { name: 'Open again' });
    await again.waitFor({ timeout: 15_000 });
    const [page] = await Promise.all([context.waitForEvent('page'), again.click()]);
    presenter = presenterIn(page);
    await inStep();
    const { number } = await inStep();
    await app.page.close();
    const [reopened] = await Promise.all([context.waitForEvent('page'), page.locator('.gone button').click()]);
    app = { ...app, page: reopened, player: reopened.locator('hopline-player') };
    await untilDrawn(reopened);
    expect((await inStep()).number).toBe(number);
    expect(app.problems).toEqual([]);
  });
});

/** Opens files of the viewer's own in the app. */
async function openOwn(files: readonly (readonly [name: string, text: string])[]): Promise<void> {
  await app.page.locator('hopline-app').evaluate((element, given) => {
    const own = element as unknown as { answer(request: object): Promise<void> };
    void own.answer({ type: 'open', files: given.map(([name, text]) => new File([text], name)) });
  }, files);
}

/** What comes within some seconds. */
function soon<T>(get: () => Promise<T>): ReturnType<typeof expect.poll<T>> {
  return expect.poll(get, { timeout: 15_000, interval: 50 });
}

async function openPresenter({ page, player, problems }: OpenedApp): Promise<Presenter> {
  await player.evaluate((element) => (element as HTMLElement).focus());
  const [opened] = await Promise.all([page.context().waitForEvent('page'), page.keyboard.press('w')]);
  opened.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  opened.on('console', (message) => ['error', 'warning'].includes(message.type()) && problems.push(`${message.type()}: ${message.text()}`));
  const made = presenterIn(opened);
  await made.mirror.waitFor();
  return made;
}

function presenterIn(page: Page): Presenter {
  return { page, now: page.locator('.now hopline-player'), ahead: page.locator('.ahead hopline-player'), mirror: page.locator('hopline-audience-picture hopline-player') };
}

interface Place {
  readonly step: string;
  readonly number: number;
  readonly fraction: string;
  readonly paused: boolean;
  readonly level: number;
  readonly rate: number;
  readonly path: Readonly<Record<string, string>>;
}

/** Waits until all players stand still at the same place, and gives it. */
async function inStep(): Promise<Place> {
  let places: Place[] = [];
  await expect.poll(async () => {
    places = await Promise.all([app.player, presenter.now, presenter.mirror].map((player) => player.evaluate(placeOf)));
    return places.every(({ paused }) => paused) && new Set(places.map((place) => JSON.stringify(place))).size === 1 && places[0]!.step !== '';
  }, { timeout: 20_000, interval: 50, message: 'all are at the same place' }).toBe(true).catch((error: unknown) => {
    throw new Error(`Not in step: ${JSON.stringify(places)}`, { cause: error });
  });
  return places[0]!;
}

function placeOf(element: Element): Place {
  const { moment, currentStep, paused, level, rate, path } = element as HoplinePlayer;
  return { step: moment?.step ?? '', number: currentStep?.number ?? 0, fraction: `${moment?.part} ${moment?.fraction.toFixed(3)}`, paused, level, rate, path };
}
