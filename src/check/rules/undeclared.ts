import { allActions } from '../places.ts';
import type { Rule } from '../subject.ts';

/** A hop along no declared edge: allowed when said, but nobody has vouched for it. */
export const undeclared: Rule = ({ scenario }) =>
  allActions(scenario).flatMap(({ item, path }) => {
    if (!('from' in item) || !('outcome' in item) || item.edge !== undefined) return [];
    return [{
      severity: 'warning', code: 'undeclared-hop', message: `The hop ${item.from} -> ${item.to} follows no declared edge.`, document: 'scenario', path,
      hint: `Declare \`${item.from} -> ${item.to}\` in the architecture and remove \`undeclared: true\`.`,
    }];
  });
