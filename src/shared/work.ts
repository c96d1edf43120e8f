/** Work that may be interrupted wherever it yields; what comes of it does not depend on when it goes on. */
export type Work<T> = Generator<undefined, T, undefined>;

/** Does some work, at once or in slices between which the page can breathe. */
export type Runner = <T>(work: Work<T>) => T | Promise<T>;

/** Does all of some work without an interruption. */
export function atOnce<T>(work: Work<T>): T {
  let next = work.next();
  while (!next.done) next = work.next();
  return next.value;
}
