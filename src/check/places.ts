import type { Action, ActionId, Architecture, NodeId, Scenario, Step } from '../scenario/model.ts';
import type { DocumentPath } from './finding.ts';

/** A step or an action with its place in the scenario's document. */
export interface Placed<T> {
  readonly item: T;
  readonly path: DocumentPath;
}

/** Every step on every level, outer before inner, in document order. */
export function allSteps(scenario: Scenario): Placed<Step>[] {
  return stepsIn(scenario.steps, ['steps']);
}

/** Every action on every level and in every branch and option, in document order. */
export function allActions(scenario: Scenario): Placed<Action>[] {
  return allSteps(scenario).flatMap(({ item, path }) => actionsIn(item.actions, [...path, 'do']));
}

/** Where each action stands, by its id; the answer of a call is at the call. */
export function actionPlaces(scenario: Scenario): (id: ActionId) => DocumentPath {
  const places = new Map(allActions(scenario).map(({ item, path }) => [item.id, path]));
  return (id) => places.get(id) ?? places.get(id.replace(/\/returns$/, '')) ?? ['steps'];
}

/** Where a component or part stands in the architecture's document. */
export function nodePlace(id: NodeId): DocumentPath {
  const [component = id, part] = id.split('/');
  return part === undefined ? ['components', component] : ['components', component, 'parts', part];
}

/** Where each edge stands in the architecture's document. */
export function edgePlace(architecture: Architecture, id: string): DocumentPath {
  const at = [...architecture.edges.keys()].findIndex((edge) => edge === id);
  return at < 0 ? ['edges'] : ['edges', at];
}

function stepsIn(steps: readonly Step[], path: DocumentPath): Placed<Step>[] {
  return steps.flatMap((item, at) => {
    const here = [...path, at];
    return [{ item, path: here }, ...stepsIn(item.deeper?.steps ?? [], [...here, 'deeper', 'steps'])];
  });
}

function actionsIn(actions: readonly Action[], path: DocumentPath): Placed<Action>[] {
  return actions.flatMap((action, at) => [{ item: action, path: [...path, at] }, ...actionsOf(action, [...path, at])]);
}

function actionsOf(action: Action, path: DocumentPath): Placed<Action>[] {
  switch (action.verb) {
    case 'parallel':
      return action.branches.flatMap((branch, at) => branchActions(branch, [...path, 'parallel', at]));
    case 'every':
      return actionsIn(action.actions, [...path, 'do']);
    case 'choose':
      return [...action.options].flatMap(([option, actions]) => actionsIn(actions, [...path, 'then', option]));
    default:
      return [];
  }
}

/** A branch of one action is mostly written without a list around it. */
function branchActions(branch: readonly Action[], path: DocumentPath): Placed<Action>[] {
  const [only, ...more] = branch;
  if (!only || more.length > 0) return actionsIn(branch, path);
  return [{ item: only, path }, ...actionsOf(only, path)];
}
