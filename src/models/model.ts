import { fields, type Given, type ParameterProblem, type Parameters } from './parameter.ts';

/** What a model gives: numbers (durations in seconds), texts, truths, and lists and maps of them, by name. */
export type Result = number | string | boolean | readonly Result[] | { readonly [name: string]: Result };
/** The results of one run, by name. */
export type Results = Readonly<Record<string, Result>>;

/** What a run gave; `results` is there exactly when there is no problem. */
export interface ModelRun {
  readonly results?: Results;
  readonly problems: readonly ParameterProblem[];
}

/** A pure algorithm with named parameters and named results: the same parameters always give the same results. */
export interface Model {
  /** A JSON Schema of its parameters. */
  readonly json: Readonly<Record<string, unknown>>;
  run(given: unknown): ModelRun;
}

/** A model of these parameters. */
export function model<P extends Parameters>(parameters: P, run: (given: Given<P>) => Results): Model {
  const all = fields(parameters);
  return {
    json: all.json,
    run(given) {
      const problems: ParameterProblem[] = [];
      const read = all.read(given, [], problems);
      return { ...(read && problems.length === 0 && { results: run(read) }), problems };
    },
  };
}
