import { concatenated } from '../shared/bytes.ts';

/** Why a file did not come, in a form that every language of the interface can put into words. */
export type FetchProblem =
  | { readonly kind: 'missing' | 'refused' | 'server'; readonly address: string; readonly status: number }
  | { readonly kind: 'origin' | 'architecture-origin' | 'local' | 'html' | 'network' | 'binary'; readonly address: string }
  | { readonly kind: 'too-big'; readonly address: string; readonly limit: number }
  | { readonly kind: 'timeout'; readonly address: string; readonly seconds: number }
  | { readonly kind: 'unknown-scenario'; readonly address: string; readonly known: readonly string[] };

/** An address as a reader wants to see it: without the origin that is the page's own. */
export function shownAddress(address: string): string {
  const origin = `${location.origin}/`;
  return address.startsWith(origin) ? address.slice(origin.length - 1) : address;
}

/** Thrown by `fetchText`; `problem` says what is wrong. */
export class FetchError extends Error {
  readonly problem: FetchProblem;

  constructor(problem: FetchProblem, options?: ErrorOptions) {
    super(`${problem.kind}: ${problem.address}`, options);
    this.name = 'FetchError';
    this.problem = problem;
  }
}

/** Seconds after which a file that does not come is given up. */
export const FETCH_SECONDS = 20;

/**
 * The text of a scenario or architecture file. Never takes longer than `FETCH_SECONDS`, never reads more than `limit` bytes.
 * Throws a `FetchError`, or the signal's reason when it was aborted.
 */
export async function fetchText(address: string, limit: number, signal: AbortSignal): Promise<string> {
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), FETCH_SECONDS * 1000);
  const both = AbortSignal.any([signal, timeout.signal]);
  try {
    // Not from a stale cache: who saves a file and loads it again wants what was saved.
    const response = await fetch(address, { signal: both, cache: 'no-cache', credentials: 'same-origin' });
    if (!response.ok) throw new FetchError(statusProblem(address, response.status));
    const text = decode(await readBytes(response, address, limit), address);
    if (/^\s*<(!doctype|html)/i.test(text)) throw new FetchError({ kind: 'html', address });
    return text;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    if (timeout.signal.aborted) throw new FetchError({ kind: 'timeout', address, seconds: FETCH_SECONDS });
    throw error instanceof FetchError ? error : new FetchError({ kind: unreachable(address), address }, { cause: error });
  } finally {
    clearTimeout(timer);
  }
}

async function readBytes(response: Response, address: string, limit: number): Promise<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    chunks.push(chunk.value);
    size += chunk.value.byteLength;
    if (size <= limit) continue;
    await reader.cancel();
    throw new FetchError({ kind: 'too-big', address, limit });
  }
  return concatenated(chunks);
}

function decode(bytes: Uint8Array, address: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new FetchError({ kind: 'binary', address });
  }
}

function statusProblem(address: string, status: number): FetchProblem {
  if (status === 404 || status === 410) return { kind: 'missing', address, status };
  return { kind: status < 500 ? 'refused' : 'server', address, status };
}

function unreachable(address: string): 'origin' | 'local' | 'network' {
  const url = new URL(address, document.baseURI);
  if (url.protocol === 'file:') return 'local';
  // In a sandbox the page has no origin, whatever its address: everything lies on another one.
  return url.origin === self.origin ? 'network' : 'origin';
}
