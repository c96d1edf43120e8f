import type { Loose } from './documents.ts';
import { LIMITS } from './limits.ts';
import type { Citation, Step } from './model.ts';
import { resolveActions } from './resolve-actions.ts';
import { NO_TEXT } from './texts.ts';
import type { StepInput } from './schema/scenario.ts';
import type { Scope } from './scope.ts';
import type { Path } from './source.ts';

type LooseStep = Loose<StepInput>;
type LooseCite = NonNullable<LooseStep['cite']>;

/** Resolves a list of steps and what goes deeper in them. `parent` is the step around them, with the level at which they show. */
export function resolveSteps(steps: readonly (LooseStep | undefined)[], path: Path, scope: Scope, parent = { id: '', level: 1 }): Step[] {
  const ids = new Set<string>();
  const resolved: Step[] = [];
  for (const [index, step] of steps.entries()) {
    if (!step) continue;
    const at = [...path, index];
    if (!countStep(at, scope)) break;
    const id = step.id ?? String(index);
    if (ids.has(id))
      scope.error('duplicate-id', `Another step is \`${id}\` already.`, [...at, 'id'], {
        found: id,
        hint: 'Steps next to each other have different ids.',
      });
    ids.add(id);
    resolved.push(resolveStep(step, parent.id ? `${parent.id}/${id}` : id, at, parent.level, scope));
  }
  return resolved;
}

function resolveStep(step: LooseStep, id: string, path: Path, level: number, scope: Scope): Step {
  scope.stepPlaces.set(id, path);
  const aside = scope.text(step, 'aside', step.aside, path, true);
  const before = new Map(scope.requests);
  const actions = resolveActions(step.do, `${id}:`, [...path, 'do'], scope);
  const deeper = step.deeper && resolveDeeper(step.deeper, id, path, level, before, scope);
  return {
    id,
    title: scope.text(step, 'title', step.title, path) ?? NO_TEXT,
    say: scope.text(step, 'say', step.say, path, true) ?? NO_TEXT,
    ...(aside && { aside }),
    cite: resolveCite(step, step.cite, path, scope),
    actions,
    ...(deeper && { deeper }),
  };
}

/** The deeper steps start from the same requests; what the plain ones named stays as it is for later replies. */
function resolveDeeper(
  deeper: NonNullable<LooseStep['deeper']>,
  id: string,
  path: Path,
  level: number,
  before: Scope['requests'],
  scope: Scope,
) {
  const at = [...path, 'deeper'];
  const own = deeper.level ?? level + 1;
  if (own <= level) {
    const expected = `a level above ${level}`;
    scope.error('level-order', 'This goes deeper, but not to a deeper level.', [...at, 'level'], { found: String(own), expected });
  }
  const after = scope.requests;
  scope.requests = before;
  const steps = resolveSteps(deeper.steps ?? [], [...at, 'steps'], scope, { id, level: own });
  for (const [name, request] of scope.requests) if (!after.has(name)) after.set(name, request);
  scope.requests = after;
  return steps.length > 0 ? { level: own, steps } : undefined;
}

function resolveCite(step: LooseStep, cite: LooseCite | undefined, path: Path, scope: Scope): Citation[] {
  if (cite === undefined) return [];
  const at = [...path, 'cite'];
  const one = (item: Exclude<LooseCite, readonly unknown[]> | undefined, place: Path): Citation[] => {
    if (typeof item === 'string') return [{ href: item }];
    if (!item || item.href === undefined) return [];
    const title = scope.text(item, 'title', item.title, place);
    return [{ href: item.href, ...(title && { title }), ...(item.version !== undefined && { version: item.version }) }];
  };
  if (Array.isArray(cite)) return cite.flatMap((item, index) => one(item, [...at, index]));
  return one(cite as Exclude<LooseCite, readonly unknown[]>, at);
}

function countStep(path: Path, scope: Scope): boolean {
  if (++scope.stepCount <= LIMITS.steps) return true;
  if (scope.stepCount === LIMITS.steps + 1)
    scope.error('limit', `There are more than ${LIMITS.steps} steps.`, path, { expected: `at most ${LIMITS.steps}` });
  return false;
}
