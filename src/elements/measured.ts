/** What opening a scenario consists of: reading its texts, placing its map, and playing it through for one variant. */
export type Part = 'parse' | 'map' | 'compile';

/** Notes how long a part took as a user timing `hopline:<part>`, which profilers show; `what`: the file or scenario. */
export async function measured<T>(part: Part, what: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await work();
  note(part, what, start);
  return result;
}

/** The same for what is done at once. */
export function measuredNow<T>(part: Part, what: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  note(part, what, start);
  return result;
}

function note(part: Part, what: string, start: number): void {
  performance.measure(`hopline:${part}`, { start, end: performance.now(), detail: what });
}
