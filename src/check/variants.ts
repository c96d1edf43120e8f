import type { Variant } from '../compile/trace.ts';
import type { Scenario } from '../scenario/model.ts';

/** Beyond this many combinations of options each option is looked at by itself, with the others at their defaults. */
const MOST_PATHS = 24;

/** The variants that together show everything a viewer can see: every level and language, on every path. */
export function variantsOf(scenario: Scenario): Variant[] {
  return scenario.levels.flatMap((level) =>
    scenario.languages.flatMap((lang) => pathsOf(scenario).map((path) => ({ level, lang, path, pace: 1 }))),
  );
}

/** Every combination of options, or each option by itself where there are too many. */
export function pathsOf(scenario: Scenario): Variant['path'][] {
  const count = scenario.choices.reduce((product, { options }) => product * options.length, 1);
  if (count <= MOST_PATHS) return combinations(scenario);
  return [{}, ...scenario.choices.flatMap(({ id, options, default: usual }) => options.filter((option) => option.id !== usual).map((option) => ({ [id]: option.id })))];
}

function combinations({ choices }: Scenario): Variant['path'][] {
  let paths: Variant['path'][] = [{}];
  for (const { id, options } of choices) paths = paths.flatMap((path) => options.map((option) => ({ ...path, [id]: option.id })));
  return paths;
}
