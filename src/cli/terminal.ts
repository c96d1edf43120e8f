/** What a command reads and writes; given in tests, else the process's own. */
export interface Terminal {
  readonly cwd: string;
  /** For what was asked for. */
  readonly out: (text: string) => void;
  /** For remarks about it. */
  readonly err: (text: string) => void;
  /** Asks the person; undefined where nobody can answer. */
  readonly ask?: (question: string) => Promise<string>;
}

/** A mistake of the person at the terminal: its message is all that they see. */
export class UserError extends Error {}

/** The process's own terminal. */
export function ownTerminal(): Terminal {
  return {
    cwd: process.cwd(),
    out: (text) => void process.stdout.write(`${text}\n`),
    err: (text) => void process.stderr.write(`${text}\n`),
    ...(process.stdin.isTTY && process.stdout.isTTY ? { ask: askHere } : {}),
  };
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
