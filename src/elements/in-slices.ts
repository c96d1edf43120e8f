import { nextTask } from '../shared/next-task.ts';
import type { Work } from '../shared/work.ts';

/** Work goes on for so many milliseconds, then the page is let in: a frame of 60 Hz has 16. */
const SLICE_MS = 12;

/** When the page is to be let in next, ms of the page's clock; one for all work, for what is done by turns blocks the page together. */
let until = 0;

/**
 * Does work in slices, so that however long it takes, the page scrolls, plays and answers meanwhile. Slices and not a worker: a page from a file
 * and a sandboxed frame have no workers, so this way is needed in any case; a second one would ask for the same code twice (a worker shares no
 * modules with its page) and for copies of what it sends back. What comes of the work does not depend on where it was cut.
 */
export async function inSlices<T>(work: Work<T>): Promise<T> {
  for (;;) {
    if (performance.now() >= until) await breath();
    const next = work.next();
    if (next.done) return next.value;
  }
}

/** Resolves in a task of its own, in which work may take a slice's time again. */
export async function breath(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Partial<Scheduler> };
  await (scheduler?.yield ? scheduler.yield() : nextTask());
  until = performance.now() + SLICE_MS;
}
