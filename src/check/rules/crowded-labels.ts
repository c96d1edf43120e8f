import { actionPlaces } from '../places.ts';
import type { Rule } from '../subject.ts';

/** A hop's label for which the map has no free place: it covers a card, a title or another label. */
export const crowdedLabels: Rule = ({ scenario, map }) => {
  const placeOf = actionPlaces(scenario);
  return [...map.labels].flatMap(([action, { crowded }]) =>
    crowded
      ? [{
          severity: 'warning', code: 'crowded-label', message: 'The label of this hop covers something on the map.', document: 'scenario',
          path: [...placeOf(action), action.endsWith('/returns') ? 'returns' : 'label'], hint: 'Shorten the label, or move the two components apart.',
        } as const]
      : [],
  );
};
