/** What a command reads and writes; given in tests, else the process's own. */
export interface Terminal {
  readonly cwd: string;
  /** For what was asked for. */
  readonly out: (text: string) => void;
  /** For remarks about it. */
  readonly err: (text: string) => void;
  /** Shows a line that the next one takes the place of; undefined where nobody is watching. */
  readonly status?: (text: string) => void;
  /** How many places a line has there. */
  readonly columns?: () => number;
  /** Asks the person; undefined where nobody can answer. */
  readonly ask?: (question: string) => Promise<string>;
}

/** A mistake of the person at the terminal: its message is all that they see. */
export class UserError extends Error {}

/** A command that was called wrongly. */
export class UsageError extends UserError {}

/** What some work comes to; a value of the person's that is out of range becomes a mistake in calling. */
export function asUsage<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw error instanceof RangeError ? new UsageError(error.message) : error;
  }
}

/** What was shown for a while stands in the line in which one writes. */
const CLEAR_LINE = '\r\u001b[2K';

/** The process's own terminal. */
export function ownTerminal(): Terminal {
  const { stdout, stderr } = process;
  const clear = stderr.isTTY ? (): void => void stderr.write(CLEAR_LINE) : (): void => undefined;
  return {
    cwd: process.cwd(),
    out: (text) => {
      clear();
      stdout.write(`${text}\n`);
    },
    err: (text) => {
      clear();
      stderr.write(`${text}\n`);
    },
    ...(stderr.isTTY ? { status: showStatus, columns: () => stderr.columns } : {}),
    ...(process.stdin.isTTY && process.stdout.isTTY ? { ask: askHere } : {}),
  };
}

/** Writes over the line before it; a line that is too long for the window would not be written over. */
function showStatus(text: string): void {
  process.stderr.write(`${CLEAR_LINE}${text.slice(0, Math.max(0, process.stderr.columns - 1))}`);
}

async function askHere(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises');
  const lines = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return (await lines.question(question)).trim();
  } finally {
    lines.close();
  }
}
