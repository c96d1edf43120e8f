import type { Browser, Page } from 'playwright';
import { quantile, timed, type Measure } from './measure.ts';
import { longestTask, watchTasks } from './tasks.ts';

/** By a link, in a page that has nothing yet; and one after the other in one page, as from the gallery. */
const LINKED = 3;
const ROUNDS = 3;
const MOST_WORK_MS = 60;
const MOST_BLOCK_MS = 100;
/** What an opening still brings after its first picture: the panels, the gallery's heads. */
const SETTLE_MS = 400;
const PATIENCE_MS = 60_000;

/** One opening. */
interface Opening {
  /** Placing the map and compiling, on the clock: pauses in which the page was let in are in it. */
  readonly work: number;
  readonly parse: number;
  /** The longest task from navigation, or from the change of the address, until the page has settled. */
  readonly block: number;
  /** The page had forgotten the scenario, or had never had it. */
  readonly isNew: boolean;
}

/** What opening each scenario costs in the built app, in milliseconds. `paths`: their files, from the root. */
export async function measureOpening(browser: Browser, url: string, paths: readonly string[]): Promise<Measure[]> {
  const names = paths.map((path) => path.replace(/^scenarios\/|\.ya?ml$/g, ''));
  const linked = new Map<string, Opening[]>();
  for (const name of names) linked.set(name, await repeated(LINKED, () => byLink(browser, `${url}#/${name}`)));
  const inTurn = await inOnePage(browser, url, names);
  return names.flatMap((name) => measuresOf(name, linked.get(name) ?? [], inTurn.get(name) ?? []));
}

function measuresOf(name: string, linked: readonly Opening[], inTurn: readonly Opening[]): Measure[] {
  const blocks = [linked, inTurn].map((openings) => quantile(openings.map(({ block }) => block), 0.5));
  return [
    timed(`opening ${name}: map and compile`, inTurn.filter(({ isNew }) => isNew).map(({ work }) => work), MOST_WORK_MS),
    timed(`opening ${name} in a fresh page: map and compile`, linked.map(({ work }) => work)),
    timed(`opening ${name} in a fresh page: parse`, linked.map(({ parse }) => parse)),
    { ...timed(`opening ${name}: longest block of the page`, [...linked, ...inTurn].map(({ block }) => block), MOST_BLOCK_MS), value: Math.max(...blocks) },
  ];
}

async function byLink(browser: Browser, address: string): Promise<Opening> {
  const context = await browser.newContext({ viewport: { width: 1920, height: 1080 } });
  try {
    const page = await context.newPage();
    await watchTasks(page);
    await page.goto(address, { waitUntil: 'commit' });
    return await opened(page, 0);
  } finally {
    await context.close();
  }
}

/** Each scenario once a round: until its turn comes again, the page has forgotten it. The first round warms up. */
async function inOnePage(browser: Browser, url: string, names: readonly string[]): Promise<Map<string, Opening[]>> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await watchTasks(page);
  await page.goto(`${url}#/${names.at(-1)}`);
  await opened(page, 0);
  const openings = new Map<string, Opening[]>(names.map((name) => [name, []]));
  for (let round = -1; round < ROUNDS; round++) {
    for (const name of names) {
      const from = await page.evaluate((hash) => {
        performance.clearMeasures();
        location.hash = hash;
        return performance.now();
      }, `#/${name}`);
      const opening = await opened(page, from);
      if (round >= 0) openings.get(name)?.push(opening);
    }
  }
  await page.close();
  return openings;
}

/** Waits for the picture of what is being opened; `from`: since when, ms of the page's clock. */
async function opened(page: Page, from: number): Promise<Opening> {
  await page.waitForFunction((since) => {
    const player = document.querySelector('hopline-app')?.shadowRoot?.querySelector('hopline-player');
    const built = performance.getEntriesByName('hopline:compile').some(({ startTime }) => startTime >= since);
    return built && player?.readyState === 4 && player.draws > 0;
  }, from, { timeout: PATIENCE_MS });
  await page.waitForTimeout(SETTLE_MS);
  const parts = await page.evaluate(() => performance.getEntriesByType('measure').map(({ name, duration }) => ({ name, duration })));
  const sum = (name: string): number => parts.filter((part) => part.name === `hopline:${name}`).reduce((all, { duration }) => all + duration, 0);
  return { work: sum('map') + sum('compile'), parse: sum('parse'), block: await longestTask(page, from), isNew: sum('map') > 0 };
}

async function repeated<T>(count: number, run: () => Promise<T>): Promise<T[]> {
  const results: T[] = [];
  for (let i = 0; i < count; i++) results.push(await run());
  return results;
}
