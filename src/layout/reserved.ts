import type { Action, NodeId, Scenario, Step } from '../scenario/model.ts';
import type { Rect } from '../shared/geometry.ts';
import { bottom } from './rects.ts';
import type { NodeBox } from './types.ts';

/** Height of what hangs under a card, with the gap above it: badge, gauge or count. */
export const BADGE_STRIP = 38;
/** So much wider than its card may it be at each side. */
const OVER = 24;

function collect(actions: readonly Action[], found: Set<NodeId>): void {
  for (const action of actions) {
    if (action.verb === 'parallel') action.branches.forEach((branch) => collect(branch, found));
    else if (action.verb === 'every') collect(action.actions, found);
    else if (action.verb === 'choose') action.options.forEach((list) => collect(list, found));
    else if (action.verb === 'traffic') action.exits.forEach((_, member) => found.add(member));
    else if (action.verb === 'set' && (action.badge || action.gauge || action.count != null || action.status)) found.add(action.target);
    else if (action.verb === 'create' && action.status && action.status !== 'ready') found.add(action.target);
  }
}

const actionsOf = (steps: readonly Step[]): Action[] => steps.flatMap((step) => [...step.actions, ...actionsOf(step.deeper?.steps ?? [])]);

/** The strips under those cards that will wear a badge, a gauge, a count or the word for their status at some time. */
export function reservedStrips(scenario: Scenario, nodes: ReadonlyMap<NodeId, NodeBox>): Rect[] {
  const found = new Set([...scenario.architecture.nodes.values()].filter(({ status }) => status !== 'ready').map(({ id }) => id));
  collect(actionsOf(scenario.steps), found);
  return [...found].flatMap((id) => {
    const box = nodes.get(id);
    return box ? [{ x: box.x - OVER, y: bottom(box), width: box.width + 2 * OVER, height: BADGE_STRIP }] : [];
  });
}
