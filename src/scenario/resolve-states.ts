import type { LooseAction } from './documents.ts';
import { durationSeconds } from '../shared/duration.ts';
import { edgeHint, findEdge } from './edges.ts';
import type {
  ActionId,
  ClockAction,
  ConnectionAction,
  CreateAction,
  FocusAction,
  NoteAction,
  RemoveAction,
  SetAction,
  WaitAction,
} from './model.ts';
import { NO_TEXT } from './texts.ts';
import { resolveEnds } from './resolve-hops.ts';
import type { Scope } from './scope.ts';
import type { Path } from './source.ts';

/** Seconds of the animation in which simulated time passes, unless said otherwise. */
const CLOCK_SECONDS = 1.5;

/** Resolves `set`. */
export function resolveSet(action: LooseAction<'set'>, id: ActionId, path: Path, scope: Scope): SetAction | undefined {
  const target = scope.node(action.set, [...path, 'set']);
  const { badge: writtenBadge, gauge: writtenGauge, status, count, weight } = action;
  const badge = writtenBadge === null ? null : scope.text(action, 'badge', writtenBadge, path);
  const subtitle = scope.text(action, 'subtitle', action.subtitle, path);
  const gauge = writtenGauge && resolveGauge(writtenGauge, [...path, 'gauge'], scope);
  if (scope.document.nodeOf(action)?.items.length === 1) {
    scope.warning('nothing-set', 'Nothing is set.', path, { expected: 'status, badge, gauge, count, subtitle or weight' });
  }
  if (target === undefined) return undefined;
  return {
    verb: 'set',
    id,
    target,
    ...(status !== undefined && { status }),
    ...(badge !== undefined && { badge }),
    ...(gauge !== undefined && { gauge }),
    ...(count !== undefined && { count }),
    ...(subtitle && { subtitle }),
    ...(weight !== undefined && { weight }),
  };
}

function resolveGauge(
  gauge: NonNullable<LooseAction<'set'>['gauge']>,
  path: Path,
  scope: Scope,
): { value: number; label?: Readonly<Record<string, string>> } {
  const label = scope.text(gauge, 'label', gauge.label, path);
  return { value: gauge.value ?? 0, ...(label && { label }) };
}

/** Resolves `create`. */
export function resolveCreate(action: LooseAction<'create'>, id: ActionId, path: Path, scope: Scope): CreateAction | undefined {
  const target = scope.node(action.create, [...path, 'create']);
  const from = scope.node(action.from, [...path, 'from']);
  if (target === undefined) return undefined;
  return { verb: 'create', id, target, ...(from !== undefined && { from }), ...(action.status !== undefined && { status: action.status }) };
}

/** Resolves `remove`. */
export function resolveRemove(action: LooseAction<'remove'>, id: ActionId, path: Path, scope: Scope): RemoveAction | undefined {
  const target = scope.node(action.remove, [...path, 'remove']);
  return target === undefined ? undefined : { verb: 'remove', id, target };
}

/** Resolves `open` and `close`. */
export function resolveConnection(
  verb: 'open' | 'close',
  action: LooseAction<'open'> & LooseAction<'close'>,
  id: ActionId,
  path: Path,
  scope: Scope,
): ConnectionAction | undefined {
  const at = [...path, verb];
  const label = scope.text(action, 'label', action.label, path);
  const ends = resolveEnds(action[verb], at, scope);
  if (!ends) return undefined;
  const edge = findEdge(scope.architecture, ...ends);
  if (edge) return { verb, id, edge, ...(label && { label }) };
  scope.error('no-edge', `No edge \`${ends.join(' -> ')}\` is declared.`, at, () => ({
    found: action[verb],
    expected: 'a declared edge, from the side that dials',
    hint: edgeHint(scope.architecture, ...ends),
  }));
  return undefined;
}

/** Resolves `focus`: ids of components and groups, or `all`. */
export function resolveFocus(action: LooseAction<'focus'>, id: ActionId, path: Path, scope: Scope): FocusAction | undefined {
  const { focus } = action;
  if (focus === undefined) return undefined;
  if (focus === 'all') return { verb: 'focus', id, on: [] };
  const { nodes, groups } = scope.architecture;
  const on: string[] = [];
  const add = (target: string | undefined, at: Path): void => {
    if (target === undefined) return;
    if (nodes.has(target) || groups.has(target)) on.push(target);
    else scope.unknownNode(target, at, [...nodes.keys(), ...groups.keys()]);
  };
  if (typeof focus === 'string') add(focus, [...path, 'focus']);
  else for (const [index, target] of focus.entries()) add(target, [...path, 'focus', index]);
  return on.length > 0 ? { verb: 'focus', id, on } : undefined;
}

/** Resolves `note`. */
export function resolveNote(action: LooseAction<'note'>, id: ActionId, path: Path, scope: Scope): NoteAction | undefined {
  const at = scope.node(action.note, [...path, 'note']);
  const text = scope.text(action, 'text', action.text, path, true) ?? NO_TEXT;
  return at === undefined ? undefined : { verb: 'note', id, at, text };
}

/** Resolves `wait`. */
export function resolveWait(action: LooseAction<'wait'>, id: ActionId): WaitAction {
  return { verb: 'wait', id, seconds: durationSeconds(action.wait) ?? 0 };
}

/** Resolves `clock`. */
export function resolveClock(action: LooseAction<'clock'>, id: ActionId, path: Path, scope: Scope): ClockAction {
  const label = scope.text(action, 'label', action.label, path);
  return {
    verb: 'clock',
    id,
    by: durationSeconds(action.clock) ?? 0,
    illustrative: action.illustrative === true,
    takes: durationSeconds(action.takes) ?? CLOCK_SECONDS,
    ...(label && { label }),
  };
}
