import type { Diagnostic } from '../scenario/diagnostic.ts';
import { parseScenario, type Input } from '../scenario/parse.ts';
import { compile } from './compile.ts';
import type { Trace, Variant } from './trace.ts';

/** A scenario's text, and where it came from. */
export interface TraceInput extends Input {
  /** Gets the address of the scenario's architecture, resolved against `file`; not needed where the architecture stands in the scenario. */
  readonly read?: (address: string) => Promise<string>;
}

/** What a scenario comes to; `trace` is there exactly when there is no error among the diagnostics. */
export interface TraceResult {
  readonly trace?: Trace;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads a scenario and works out what happens when, for programs of one's own: needs no page, in Node as in a browser. Times are seconds of the variant;
 * what is not chosen is as the scenario has it. What is wrong with the scenario is among the diagnostics, with its line and column; rejects for nothing
 * that a scenario says.
 */
export async function traceOf({ file, text, read = unread }: TraceInput, variant: Partial<Variant> = {}): Promise<TraceResult> {
  const { scenario, diagnostics } = await parseScenario({ file, text, read });
  return scenario ? { trace: compile(scenario, variant), diagnostics } : { diagnostics };
}

function unread(address: string): Promise<never> {
  return Promise.reject(new Error(`Nobody reads ${address}: give traceOf a function "read".`));
}

export { stateAt } from './state.ts';
export type { Diagnostic } from '../scenario/diagnostic.ts';
export type { Scenario } from '../scenario/model.ts';
export type { Message, Moment, SceneState, StepMark, Trace, Variant } from './trace.ts';
