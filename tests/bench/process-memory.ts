import { readdirSync, readFileSync } from 'node:fs';

const EVERY_MS = 500;

/** What the processes that were started after a moment take together, watched until `stop`. Linux only: elsewhere it is not known, and NaN. */
export class MemoryWatch {
  private readonly before = descendants();
  private timer: NodeJS.Timeout | undefined;
  private peak = Number.NaN;

  /** Begins to look, some times a second. */
  start(): void {
    this.look();
    this.timer = setInterval(() => this.look(), EVERY_MS);
  }

  /** The most that they took at once since `start`, in MB (of 1,000,000 bytes); a page that several share is counted once. */
  stop(): number {
    clearInterval(this.timer);
    this.look();
    const { peak } = this;
    this.peak = Number.NaN;
    return peak;
  }

  private look(): void {
    const bytes = [...descendants()].filter((pid) => !this.before.has(pid)).reduce((sum, pid) => sum + proportional(pid), 0);
    if (bytes > 0) this.peak = Math.max(Number.isNaN(this.peak) ? 0 : this.peak, bytes / 1e6);
  }
}

/** All processes below this one. */
function descendants(): Set<number> {
  const children = new Map<number, number[]>();
  for (const name of entries('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const stat = text(`/proc/${name}/stat`);
    // The command's name stands in brackets and may hold anything.
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = new Set<number>();
  const walk = (pid: number): void => (children.get(pid) ?? []).forEach((child) => {
    found.add(child);
    walk(child);
  });
  walk(process.pid);
  return found;
}

/** Bytes in memory that are a process's alone, and its share of what it has in common with others; 0 where it has ended. */
function proportional(pid: number): number {
  return 1024 * Number(/^Pss:\s+(\d+) kB/m.exec(text(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

function text(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function entries(path: string): string[] {
  try {
    return readdirSync(path);
  } catch {
    return [];
  }
}
