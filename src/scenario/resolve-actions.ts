import type { Loose, LooseAction } from './documents.ts';
import { durationSeconds } from '../shared/duration.ts';
import { LIMITS } from './limits.ts';
import type { Action, ActionId, ChooseAction, EveryAction, OptionId, ParallelAction, Verb } from './model.ts';
import { resolveHighlight } from './resolve-highlight.ts';
import { resolveCall, resolveEvent, resolveReply, resolveSend, resolveWork } from './resolve-hops.ts';
import {
  resolveClock,
  resolveConnection,
  resolveCreate,
  resolveFocus,
  resolveNote,
  resolveRemove,
  resolveSet,
  resolveWait,
} from './resolve-states.ts';
import { resolveTraffic } from './resolve-traffic.ts';
import { verbOf } from './schema/actions.ts';
import type { ActionInput } from './schema/actions.ts';
import type { Requests, Scope } from './scope.ts';
import type { Path } from './source.ts';
import { didYouMean } from './nearest.ts';

type LooseActions = readonly (Loose<ActionInput> | undefined)[];
type Resolve<V extends Verb> = (action: LooseAction<V>, id: ActionId, path: Path, scope: Scope) => Action | undefined;

/** Resolves the actions of a step or of a branch; what cannot be resolved is left out, with findings. `prefix` begins their ids. */
export function resolveActions(actions: LooseActions | undefined, prefix: string, path: Path, scope: Scope): Action[] {
  const resolved: Action[] = [];
  for (const [index, action] of (actions ?? []).entries()) {
    const one = action && resolveAction(action, `${prefix}${index}`, [...path, index], scope);
    if (one) resolved.push(one);
  }
  return resolved;
}

const RESOLVERS: { readonly [V in Verb]: Resolve<V> } = {
  send: resolveSend,
  call: resolveCall,
  reply: resolveReply,
  event: resolveEvent,
  work: resolveWork,
  set: resolveSet,
  create: resolveCreate,
  remove: resolveRemove,
  open: (action, id, path, scope) => resolveConnection('open', action, id, path, scope),
  close: (action, id, path, scope) => resolveConnection('close', action, id, path, scope),
  focus: resolveFocus,
  highlight: resolveHighlight,
  note: resolveNote,
  wait: resolveWait,
  clock: resolveClock,
  every: resolveEvery,
  parallel: resolveParallel,
  choose: resolveChoose,
  traffic: resolveTraffic,
};

function resolveAction(action: Loose<ActionInput>, id: ActionId, path: Path, scope: Scope): Action | undefined {
  const verb = verbOf(action);
  if (verb === undefined) return undefined;
  if (++scope.actionCount > LIMITS.actions) {
    if (scope.actionCount === LIMITS.actions + 1) {
      scope.error('limit', `There are more than ${LIMITS.actions} actions.`, path, { expected: `at most ${LIMITS.actions}` });
    }
    return undefined;
  }
  if (Object.keys(action)[0] !== verb) {
    scope.findings.warning(
      'verb-not-first',
      `The verb \`${verb}\` stands first in its action.`,
      { document: scope.document, path: [...path, verb], on: 'key' },
      {
        hint: '`hopline fmt` puts it there.',
      },
    );
  }
  scope.places.set(id, path);
  return (RESOLVERS[verb] as Resolve<Verb>)(action as LooseAction<Verb>, id, path, scope);
}

function resolveEvery(action: LooseAction<'every'>, id: ActionId, path: Path, scope: Scope): EveryAction {
  const actions = resolveActions(action.do, `${id}.`, [...path, 'do'], scope);
  return { verb: 'every', id, interval: durationSeconds(action.every) ?? 0, times: action.times ?? 1, actions };
}

function resolveParallel(action: LooseAction<'parallel'>, id: ActionId, path: Path, scope: Scope): ParallelAction {
  const branches = (action.parallel ?? []).map((branch, index) => {
    const at = [...path, 'parallel', index];
    // A single action has the same id as the only one of a list: making a branch longer does not rename what is in it.
    if (Array.isArray(branch)) return resolveActions(branch as LooseActions, `${id}.${index}.`, at, scope);
    const one = branch && resolveAction(branch as Loose<ActionInput>, `${id}.${index}.0`, at, scope);
    return one ? [one] : [];
  });
  return { verb: 'parallel', id, branches, stagger: durationSeconds(action.stagger) ?? 0 };
}

function resolveChoose(action: LooseAction<'choose'>, id: ActionId, path: Path, scope: Scope): ChooseAction | undefined {
  const { choose, then = {} } = action;
  const choice = choose === undefined ? undefined : scope.choices.get(choose);
  if (choose !== undefined && !choice) {
    const known = [...scope.choices.keys()];
    scope.error('unknown-choice', `There is no choice \`${choose}\`.`, [...path, 'choose'], () => ({
      found: choose,
      expected: known.join(', ') || 'a choice under `choices`',
      hint: didYouMean(choose, known),
    }));
  }
  if (choice) {
    scope.usedChoices.add(choice.id);
    if (choice.options.length > 0)
      checkOptions(
        Object.keys(then),
        choice.options.map((option) => option.id),
        path,
        scope,
      );
  }
  const options = resolveOptions(then, id, path, scope);
  return choice && { verb: 'choose', id, choice: choice.id, options };
}

/** Each option starts from the same requests; those that it names can be answered afterwards. */
function resolveOptions(
  then: NonNullable<LooseAction<'choose'>['then']>,
  id: ActionId,
  path: Path,
  scope: Scope,
): ReadonlyMap<OptionId, readonly Action[]> {
  const options = new Map<OptionId, readonly Action[]>();
  const before = scope.requests;
  const after: Requests = new Map(before);
  for (const [option, actions] of Object.entries(then)) {
    scope.requests = new Map(before);
    options.set(option, resolveActions(actions, `${id}.${option}.`, [...path, 'then', option], scope));
    for (const [name, request] of scope.requests) if (after.get(name) === before.get(name)) after.set(name, request);
  }
  scope.requests = after;
  return options;
}

function checkOptions(written: readonly string[], options: readonly string[], path: Path, scope: Scope): void {
  for (const option of written.filter((id) => !options.includes(id))) {
    const place = { document: scope.document, path: [...path, 'then', option], on: 'key' } as const;
    scope.findings.error('unknown-option', `The choice has no option \`${option}\`.`, place, () => ({
      found: option,
      expected: options.join(', '),
      hint: didYouMean(option, options),
    }));
  }
  const missing = options.filter((id) => !written.includes(id));
  if (missing.length === 0) return;
  const place = { document: scope.document, path: [...path, 'then'], on: 'key' } as const;
  scope.findings.error('missing-option', `What happens with ${missing.map((id) => `\`${id}\``).join(' and ')} is missing.`, place, {
    expected: options.join(', '),
    hint: 'Every option stands under `then`; an empty list, `[]`, is allowed.',
  });
}
