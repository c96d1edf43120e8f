import type { Action } from './model.ts';

/** How many messages an action makes; those of actions inside it are not counted. */
export function messagesOf(action: Action): number {
  switch (action.verb) {
    case 'call':
      return 2;
    case 'send':
    case 'reply':
    case 'event':
    case 'work':
      return 1;
    case 'traffic': {
      const longest = Math.max(0, ...[...action.exits.values()].map((way) => way.length));
      return action.connections * action.requests * 2 * (action.entry.length + longest);
    }
    default:
      return 0;
  }
}
