import { mkdtempSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runProgram } from '../../../src/cli/program.ts';
import type { Terminal } from '../../../src/cli/terminal.ts';

/** What a command left behind. */
export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A folder of its own in which commands run as in a terminal. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'hopline-cli-'));

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), text);
  }

  read(path: string): string {
    return readFileSync(join(this.folder, path), 'utf8');
  }

  /** Runs `hopline` with these arguments; `answers` are given to its questions, one after the other. */
  async run(args: readonly string[], answers?: readonly string[]): Promise<Outcome> {
    const out: string[] = [];
    const err: string[] = [];
    const left = [...(answers ?? [])];
    const terminal: Terminal = {
      cwd: this.folder,
      out: (text) => void out.push(text),
      err: (text) => void err.push(text),
      ...(answers ? { ask: async () => left.shift() ?? '' } : {}),
    };
    const code = await runProgram(args, terminal, '1.2.3');
    return { code, out: out.join('\n'), err: err.join('\n') };
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A shop of three, none of them placed. */
export const ARCHITECTURE = `hopline: 1
id: shop
title: Shop
components:
  # The customer's side.
  web:
    kind: browser
    title: Web
  orders:
    kind: service
    title: Orders
  stock:
    kind: database
    title: Stock
edges:
  - web -> orders
  - orders -> stock
`;

/** A request through the shop. */
export const SCENARIO = `hopline: 1
id: order
architecture: ./shop.yaml
title: Order
steps:
  - id: buy
    title: Buy
    say: The order is placed.
    cite: https://example.org/
    do:
      - call: web -> orders
        label: buy
        returns: done
`;
