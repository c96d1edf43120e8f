import { join } from 'node:path';
import type { Page } from 'playwright';

declare global {
  interface Window {
    /** From `watch-tasks.mjs`; ms of the page's clock. */
    longTasks: { readonly start: number; readonly duration: number }[];
  }
}

/** A browser tells of no task that is shorter. */
const LEAST_TOLD_MS = 50;

/** Before a page goes anywhere: its long tasks are written down. */
export async function watchTasks(page: Page): Promise<void> {
  await page.addInitScript({ path: join(import.meta.dirname, 'watch-tasks.mjs') });
}

/** The longest time that a watched page stood still since a moment of its clock, ms; at least 50. */
export async function longestTask(page: Page, since: number): Promise<number> {
  const tasks = await page.evaluate((from) => window.longTasks.filter(({ start }) => start >= from).map(({ duration }) => duration), since);
  return Math.max(LEAST_TOLD_MS, ...tasks);
}
