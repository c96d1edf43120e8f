import { constants } from 'node:os';
import type { Terminal } from './terminal.ts';

/** Ctrl+C, a job runner that ends its job, and a terminal window that is closed. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Does work that can be stopped: on a signal `work`'s own signal is aborted, it takes away what is not whole, and the exit code is 128 and the signal's number
 * (130 for Ctrl+C). A second signal ends the process at once. Otherwise the exit code is the work's own.
 */
export async function interruptible(terminal: Terminal, work: (signal: AbortSignal) => Promise<number>): Promise<number> {
  const stop = new AbortController();
  let code = 0;
  const interrupt = (name: NodeJS.Signals): void => {
    code = 128 + constants.signals[name];
    stop.abort();
  };
  for (const name of SIGNALS) process.once(name, interrupt);
  try {
    return await work(stop.signal);
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    terminal.status?.('');
    terminal.err('Stopped.');
    return code;
  } finally {
    for (const name of SIGNALS) process.off(name, interrupt);
  }
}

/** What work comes to, unless it is stopped first: then it rejects, and the work goes on unheard. */
export async function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted();
  const aborted = new Promise<never>((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));
  return Promise.race([work, aborted]);
}
