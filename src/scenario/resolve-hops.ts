import type { LooseAction } from './documents.ts';
import { durationSeconds } from '../shared/duration.ts';
import { arrow, edgeHint, findEdge, parseLink } from './edges.ts';
import type { ActionId, CallAction, EdgeId, EventAction, NodeId, Outcome, ReplyAction, SendAction, WorkAction } from './model.ts';
import type { Scope } from './scope.ts';
import type { Path } from './source.ts';
import { didYouMean } from './nearest.ts';

type Ends = readonly [NodeId, NodeId];
type Failing = Pick<LooseAction<'send'>, 'fails' | 'dropped' | 'timeout' | 'refused'>;
type Labelled = Pick<LooseAction<'event'>, 'label' | 'detail' | 'takes'>;

/** Resolves `send`; a named one can be answered from here on, even if it is faulty itself. */
export function resolveSend(action: LooseAction<'send'>, id: ActionId, path: Path, scope: Scope): SendAction | undefined {
  const hop = resolveHop(action.send, [...path, 'send'], action.undeclared, scope);
  const labels = labelled(action, path, scope);
  const outcome = outcomeOf(action, path, scope);
  if (action.as !== undefined) scope.requests.set(action.as, hop);
  if (!hop) return undefined;
  return { verb: 'send', id, ...hop, ...labels, outcome, ...(action.as !== undefined && { as: action.as }) };
}

/** Resolves `call`. */
export function resolveCall(action: LooseAction<'call'>, id: ActionId, path: Path, scope: Scope): CallAction | undefined {
  const hop = resolveHop(action.call, [...path, 'call'], action.undeclared, scope);
  const labels = labelled(action, path, scope);
  const outcome = outcomeOf(action, path, scope);
  const returns = scope.text(action, 'returns', action.returns, path);
  const returnsDetail = scope.detail(action, 'returns-detail', action['returns-detail'], path);
  const serviceTime = durationSeconds(action['service-time']);
  if (!hop) return undefined;
  return {
    verb: 'call',
    id,
    ...hop,
    ...labels,
    outcome,
    ...(returns && { returns }),
    ...(returnsDetail && { returnsDetail }),
    ...(serviceTime !== undefined && { serviceTime }),
  };
}

/** Resolves `reply`: it goes back the way of the request that it names. */
export function resolveReply(action: LooseAction<'reply'>, id: ActionId, path: Path, scope: Scope): ReplyAction | undefined {
  const labels = labelled(action, path, scope);
  const outcome = outcomeOf(action, path, scope);
  const name = action.reply;
  if (name === undefined) return undefined;
  if (!scope.requests.has(name)) {
    const names = [...scope.requests.keys()];
    const expected = names.length > 0 ? `one of ${names.slice(0, 20).join(', ')}` : 'the name that a `send` got by `as`';
    scope.error('reply-without-request', `There is no request \`${name}\` before this reply.`, [...path, 'reply'], () => ({
      found: name,
      expected,
      hint: didYouMean(name, names) ?? 'Name the request: `send: a -> b` with `as: name`, before the reply.',
    }));
    return undefined;
  }
  const request = scope.requests.get(name);
  if (!request) return undefined;
  const { from, to, edge } = request;
  return { verb: 'reply', id, from: to, to: from, ...(edge && { edge }), request: name, ...labels, outcome };
}

/** Resolves `event`: something that is pushed to the side that dialled. */
export function resolveEvent(action: LooseAction<'event'>, id: ActionId, path: Path, scope: Scope): EventAction | undefined {
  const labels = labelled(action, path, scope);
  const at = [...path, 'event'];
  const ends = resolveEnds(action.event, at, scope);
  if (!ends) return undefined;
  const [from, to] = ends;
  const edge = findEdge(scope.architecture, to, from);
  if (edge) return { verb: 'event', id, from, to, edge, ...labels, outcome: { kind: 'ok' } };
  scope.error('no-edge', `No edge \`${to} -> ${from}\` is declared on which this event could come.`, at, () => {
    const own = findEdge(scope.architecture, from, to);
    const hint = own ? `\`${arrow(own)}\` is dialled by ${from}: use \`send\` or \`call\`.` : edgeHint(scope.architecture, to, from);
    return { found: action.event, expected: `an edge ${to} -> ${from}`, hint };
  });
  return undefined;
}

/** Resolves `work`. */
export function resolveWork(action: LooseAction<'work'>, id: ActionId, path: Path, scope: Scope): WorkAction | undefined {
  const labels = labelled(action, path, scope);
  const at = scope.node(action.work, [...path, 'work']);
  return at === undefined ? undefined : { verb: 'work', id, at, ...labels };
}

/** Both ends of `a -> b`, where they exist and differ. */
export function resolveEnds(link: string | undefined, path: Path, scope: Scope): Ends | undefined {
  const ends = parseLink(link);
  if (!ends) return undefined;
  const known = [...new Set(ends)].map((end) => scope.node(end, path));
  if (known.includes(undefined)) return undefined;
  if (ends[0] !== ends[1]) return ends;
  scope.error('self-hop', 'This goes nowhere.', path, { found: link, hint: `What ${ends[0]} does by itself is \`work: ${ends[0]}\`.` });
  return undefined;
}

function resolveHop(
  link: string | undefined,
  path: Path,
  undeclared: boolean | undefined,
  scope: Scope,
): { from: NodeId; to: NodeId; edge?: EdgeId } | undefined {
  const ends = resolveEnds(link, path, scope);
  if (!ends) return undefined;
  const [from, to] = ends;
  const edge = findEdge(scope.architecture, from, to);
  if (undeclared) {
    if (edge)
      scope.warning('needless-undeclared', `\`${arrow(edge)}\` is declared: \`undeclared\` is not needed.`, [
        ...path.slice(0, -1),
        'undeclared',
      ]);
    return edge ? { from, to, edge } : { from, to };
  }
  if (!edge) {
    scope.error('no-edge', `No edge \`${from} -> ${to}\` is declared.`, path, () => ({
      found: link,
      expected: 'a declared edge',
      hint: edgeHint(scope.architecture, from, to),
    }));
    return undefined;
  }
  if (scope.architecture.edges.get(edge)?.kind === 'uses') {
    const hint = 'No bytes flow on `kind: uses`; leave the kind out, or use `watch` or `data`.';
    scope.warning('uses-edge', `\`${arrow(edge)}\` is a plain relation, nothing travels on it.`, path, { found: link, hint });
  }
  return { from, to, edge };
}

function labelled(action: Labelled, path: Path, scope: Scope) {
  const label = scope.text(action, 'label', action.label, path);
  const detail = scope.detail(action, 'detail', action.detail, path);
  const takes = durationSeconds(action.takes);
  return { ...(label && { label }), ...(detail && { detail }), ...(takes !== undefined && { takes }) };
}

const FAILURES = ['fails', 'dropped', 'timeout', 'refused'] as const;

function outcomeOf(action: Failing, path: Path, scope: Scope): Outcome {
  const [first, second] = FAILURES.filter((key) => action[key] !== undefined);
  if (second !== undefined) {
    scope.error('two-outcomes', `A hop ends in one way, not by \`${first}\` and \`${second}\`.`, [...path, second], {
      found: `${first}, ${second}`,
      expected: 'one of them',
    });
  }
  if (first === undefined) return { kind: 'ok' };
  return first === 'fails' ? { kind: 'error', code: String(action.fails) } : { kind: first };
}
