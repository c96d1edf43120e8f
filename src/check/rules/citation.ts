import type { Step } from '../../scenario/model.ts';
import { allSteps } from '../places.ts';
import type { Rule } from '../subject.ts';

/**
 * A step whose claim no source backs. Where some steps cite, the others are warned about; where none does, it is said once, as a remark:
 * not every scenario is a lesson. A step that goes deeper may leave the citing to its inner steps, and these to it.
 */
export const citation: Rule = ({ scenario }) => {
  const steps = allSteps(scenario);
  if (steps.every(({ item }) => item.cite.length === 0)) {
    return [{ severity: 'info', code: 'no-citation', message: 'No step cites a source.', document: 'scenario', path: ['steps'], hint: 'Give each step a `cite:` with the address of what it says.' }];
  }
  const cited = new Set(steps.flatMap(({ item }) => (item.cite.length > 0 ? covers(item) : [])));
  return steps
    .filter(({ item }) => !cited.has(item.id) && !innerAllCite(item))
    .map(({ item, path }) => ({
      severity: 'warning', code: 'no-citation', message: `Step \`${item.id}\` cites no source.`, document: 'scenario', path, hint: 'Add `cite:` with the address of what it says.',
    }));
};

function covers(step: Step): string[] {
  return [step.id, ...(step.deeper?.steps ?? []).flatMap(covers)];
}

function innerAllCite(step: Step): boolean {
  const inner = step.deeper?.steps ?? [];
  return inner.length > 0 && inner.every((item) => item.cite.length > 0 || innerAllCite(item));
}
