import type { Action, Scenario, Step } from '../scenario/model.ts';

const known = new WeakMap<Scenario, ReadonlyMap<Action, number>>();

/** The place of each action in the document, on all levels and paths: what decides among things of the same instant. */
export function documentOrder(scenario: Scenario): ReadonlyMap<Action, number> {
  const done = known.get(scenario);
  if (done) return done;
  const places = new Map<Action, number>();
  for (const step of scenario.steps) placeStep(step, places);
  known.set(scenario, places);
  return places;
}

function placeStep(step: Step, places: Map<Action, number>): void {
  placeActions(step.actions, places);
  for (const inner of step.deeper?.steps ?? []) placeStep(inner, places);
}

function placeActions(actions: readonly Action[], places: Map<Action, number>): void {
  for (const action of actions) {
    places.set(action, places.size + 1);
    for (const list of innerLists(action)) placeActions(list, places);
  }
}

function innerLists(action: Action): Iterable<readonly Action[]> {
  if (action.verb === 'parallel') return action.branches;
  if (action.verb === 'choose') return action.options.values();
  return action.verb === 'every' ? [action.actions] : [];
}
