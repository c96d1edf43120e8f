import type { Action, Scenario, Step } from './model.ts';
import { pathInWords, pathsToCheck } from './paths.ts';
import type { ChoicePath } from './paths.ts';
import type { Scope } from './scope.ts';
import { World } from './world.ts';

/** Walks through every path and compares how each step ends with how its deeper steps end. */
export function checkLevels(scenario: Scenario, scope: Scope): void {
  const reported = new Set<string>();
  for (const path of pathsToCheck(scenario.choices)) {
    let world = new World(scenario.architecture, scenario.open);
    const check = (step: Step, before: World): World => {
      const plain = before.copy();
      applyAll(step.actions, plain, path);
      if (!step.deeper) return plain;
      let deep = before;
      for (const inner of step.deeper.steps) deep = check(inner, deep);
      if (!reported.has(step.id) && isSound(step, scope) && report(step, plain, deep, pathInWords(path, scenario.choices), scope))
        reported.add(step.id);
      return plain;
    };
    for (const step of scenario.steps) world = check(step, world);
  }
}

function applyAll(actions: readonly Action[], world: World, path: ChoicePath): void {
  for (const action of actions) {
    if (action.verb === 'every') applyAll(action.actions, world, path);
    else if (action.verb === 'parallel') for (const branch of action.branches) applyAll(branch, world, path);
    else if (action.verb === 'choose') applyAll(action.options.get(path.get(action.choice) ?? '') ?? [], world, path);
    else world.apply(action);
  }
}

/** Of a step with errors in it nothing certain can be said. */
function isSound(step: Step, scope: Scope): boolean {
  const place = scope.stepPlaces.get(step.id);
  return place !== undefined && !scope.findings.hasErrorIn(scope.document, place);
}

function report(step: Step, plain: World, deep: World, when: string, scope: Scope): boolean {
  const differences = plain.differences(deep);
  if (differences.length === 0) return false;
  const shown = differences.slice(0, 4);
  const rest = differences.length > shown.length ? ` and ${differences.length - shown.length} more` : '';
  const place = { document: scope.document, path: [...(scope.stepPlaces.get(step.id) ?? []), 'deeper'], on: 'key' } as const;
  scope.findings.error(
    'levels-end-differently',
    `From level ${step.deeper?.level} on this step ends in another state than above it${when}.`,
    place,
    {
      found: shown.map(({ what, there }) => `${what}: ${there}`).join('; ') + rest,
      expected: shown.map(({ what, here }) => `${what}: ${here}`).join('; ') + rest,
      hint: 'The deeper steps set, create, remove, open and close the same as `do`, so that the picture is the same afterwards.',
    },
  );
  return true;
}
