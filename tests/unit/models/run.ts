import type { Results } from '../../../src/models/model.ts';
import { MODELS } from '../../../src/models/registry.ts';

/** The results of a model whose parameters have no fault. */
export function run(model: string, given: object = {}): Results {
  const { results, problems } = (MODELS[model] as NonNullable<(typeof MODELS)[string]>).run(given);
  if (!results) throw new Error(JSON.stringify(problems));
  return results;
}

/** A result that is a number. */
export function numberOf(results: Results, name: string): number {
  const value = results[name];
  if (typeof value !== 'number') throw new Error(`${name} is ${String(value)}`);
  return value;
}
