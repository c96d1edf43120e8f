import type { Diagnostic } from '../scenario/diagnostic.ts';
import { LIMITS } from '../scenario/limits.ts';
import type { Scenario } from '../scenario/model.ts';
import { fetchDiagnostic, fetchSentence } from './fetch-diagnostic.ts';
import type { Messages } from './messages.ts';
import { FetchError, fetchText } from './scenario-reader.ts';
import type { ScenarioSource } from './scenario-source.ts';

/** What came of a load; `scenario` is there exactly when there is no error among the diagnostics. */
export interface LoadResult {
  readonly scenario?: Scenario;
  readonly diagnostics: readonly Diagnostic[];
}

/** UTF-8 needs at most three bytes for a UTF-16 code unit. */
const MOST_BYTES = LIMITS.characters * 3;

/** Reads and checks a scenario. Rejects only with the signal's reason; everything else that goes wrong is a diagnostic. */
export async function loadScenario(source: ScenarioSource, signal: AbortSignal, t: Messages): Promise<LoadResult> {
  const file = source.src === undefined ? (source.file ?? 'inline.yaml') : new URL(source.src, document.baseURI).href;
  try {
    // What understands scenarios comes while the text comes; a page without a scenario never asks for it.
    const [text, { parseOnce }] = await Promise.all([source.src === undefined ? (source.text ?? '') : fetchText(file, MOST_BYTES, signal), import('./scenario-cache.ts')]);
    const result = await parseOnce({ file, text, read: readerFor(source, file, signal, t) });
    signal.throwIfAborted();
    return result;
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    return { diagnostics: [problemOf(error, file, t)] };
  }
}

/** An architecture lies where the scenario lies; a text at hand reads only with the reader that came with it. */
function readerFor(source: ScenarioSource, file: string, signal: AbortSignal, t: Messages): (address: string) => Promise<string> {
  return async (address) => {
    try {
      if (source.read) return await source.read(address);
      const url = new URL(address, new URL(file, document.baseURI));
      if (source.src === undefined || url.origin !== new URL(file).origin) throw new FetchError({ kind: 'architecture-origin', address });
      return await fetchText(url.href, MOST_BYTES, signal);
    } catch (error) {
      throw error instanceof FetchError ? new Error(fetchSentence(error.problem, t), { cause: error }) : error;
    }
  };
}

function problemOf(error: unknown, file: string, t: Messages): Diagnostic {
  if (error instanceof FetchError) return fetchDiagnostic(error.problem, t);
  const message = error instanceof Error ? error.message : String(error);
  return { severity: 'error', code: 'load-failed', message, file, line: 0, column: 0, path: '' };
}
