import type { Action, CallAction, ChooseAction, EveryAction, ParallelAction, SendAction, ReplyAction, EventAction } from '../scenario/model.ts';
import { never } from '../shared/invariant.ts';
import type { MessageDraft, Scope } from './recorder.ts';
import type { Run } from './run.ts';
import type { Routine } from './scheduler.ts';
import { arrives, hopDuration, reach, TIMING } from './timing.ts';
import { traffic } from './traffic.ts';

/** Runs a list in order: facts at once, a beat between two actions that take time, none around a `wait`. */
export function* runList(run: Run, actions: readonly Action[], scope: Scope | undefined): Routine {
  let beat = false;
  for (const action of actions) {
    if (isInstant(run, action)) {
      yield* perform(run, action, scope);
      continue;
    }
    if (beat && action.verb !== 'wait') yield run.pause(TIMING.beat, action);
    yield* perform(run, action, scope);
    beat = action.verb !== 'wait';
  }
}

function* perform(run: Run, action: Action, scope: Scope | undefined): Routine {
  switch (action.verb) {
    case 'send': return yield* send(run, action, scope);
    case 'call': return yield* call(run, action, scope);
    case 'reply': return yield* reply(run, action, scope);
    case 'event': return yield* travel(run, action, hop(run, action, 'event', scope), action.takes ?? TIMING.event);
    case 'wait': return yield run.pause(action.seconds, action);
    case 'parallel': return yield* parallel(run, action, scope);
    case 'every': return yield* every(run, action, scope);
    case 'choose': return yield* choose(run, action, scope);
    case 'traffic': return yield* traffic(run, action, scope);
    case 'work': return yield* work(run, action, scope);
    case 'create': return yield* create(run, action);
    case 'remove': return yield* remove(run, action);
    case 'clock': return yield* passTime(run, action);
    default: return settle(run, action);
  }
}

type InstantAction = Extract<Action, { verb: 'set' | 'open' | 'close' | 'focus' | 'note' }>;

/** What takes no time. */
function settle(run: Run, action: InstantAction): void {
  const { world, recorder } = run;
  switch (action.verb) {
    case 'set':
      recorder.nodes.add(action.target);
      return world.set(action);
    case 'note':
      recorder.nodes.add(action.at);
      return world.note(action.at, run.text(action.text));
    case 'focus':
      recorder.focus = action.on;
      return;
    case 'open':
    case 'close': {
      const edge = run.scenario.architecture.edges.get(action.edge);
      if (edge) recorder.nodes.add(edge.from).add(edge.to);
      recorder.edges.add(action.edge);
      return world.connect(action.edge, action.verb === 'open');
    }
    default: never(action);
  }
}

function isInstant(run: Run, action: Action): boolean {
  if (action.verb === 'choose') return chosen(run, action).every((inner) => isInstant(run, inner));
  return ['set', 'open', 'close', 'focus', 'note'].includes(action.verb);
}

type HopAction = SendAction | CallAction | ReplyAction | EventAction;

function hop(run: Run, action: HopAction, kind: MessageDraft['kind'], scope: Scope | undefined): MessageDraft {
  return run.recorder.message({
    kind,
    action: action.id,
    from: action.from,
    to: action.to,
    edge: action.edge ?? `${action.from}->${action.to}`,
    undeclared: action.edge === undefined,
    label: run.text(action.label),
    start: run.seconds,
    end: run.seconds,
    outcome: action.outcome,
    detail: action.detail,
  }, scope);
}

/** Lets a message take its time, all of it or as far as it gets. */
function* travel(run: Run, action: HopAction, message: MessageDraft, seconds?: number): Routine {
  const whole = seconds ?? action.takes ?? hopDuration(run.scenario.architecture, message.from, message.to);
  const pause = run.pause(whole * reach(message.outcome), action);
  message.end = endOf(pause);
  yield pause;
}

function endOf(pause: ReturnType<Run['pause']>): number {
  return 'until' in pause ? pause.until / 1e6 : 0;
}

function* send(run: Run, action: SendAction, scope: Scope | undefined): Routine {
  const message = hop(run, action, 'request', scope);
  if (action.as !== undefined) run.requests.set(action.as, message);
  yield* travel(run, action, message);
}

function* reply(run: Run, action: ReplyAction, scope: Scope | undefined): Routine {
  const message = hop(run, action, 'reply', scope);
  const request = run.requests.get(action.request);
  if (request) message.request = request.index;
  yield* travel(run, action, message);
}

/** A request and, where it arrives, its answer; a failure code is the answer's. */
function* call(run: Run, action: CallAction, scope: Scope | undefined): Routine {
  const request = hop(run, action, 'request', scope);
  const failed = action.outcome.kind === 'error';
  if (failed) request.outcome = { kind: 'ok' };
  yield* travel(run, action, request);
  if (!arrives(action.outcome)) return;
  yield run.pause(action.serviceTime ?? TIMING.service, action);
  const { returns, returnsDetail } = action;
  const { label: _label, detail: _detail, ...rest } = action;
  const answer = hop(run, {
    ...rest,
    id: `${action.id}/returns`,
    from: action.to,
    to: action.from,
    ...(returns && { label: returns }),
    ...(returnsDetail && { detail: returnsDetail }),
  }, 'reply', scope);
  answer.request = request.index;
  yield* travel(run, action, answer);
}

function* work(run: Run, action: Extract<Action, { verb: 'work' }>, scope: Scope | undefined): Routine {
  const pause = run.pause(action.takes ?? TIMING.work, action);
  run.recorder.message({
    kind: 'work',
    action: action.id,
    from: action.at,
    to: action.at,
    edge: `${action.at}->${action.at}`,
    undeclared: false,
    label: run.text(action.label),
    start: run.seconds,
    end: endOf(pause),
    outcome: { kind: 'ok' },
    detail: action.detail,
  }, scope);
  yield pause;
}

function* create(run: Run, action: Extract<Action, { verb: 'create' }>): Routine {
  const { recorder, world } = run;
  const pause = run.pause(TIMING.presence, action);
  recorder.nodes.add(action.target);
  if (action.from !== undefined) recorder.nodes.add(action.from);
  world.create(action);
  recorder.spans.push({
    kind: 'appear', node: action.target, ...(action.from !== undefined && { from: action.from }), step: recorder.step, start: run.seconds, end: endOf(pause),
  });
  yield pause;
}

function* remove(run: Run, action: Extract<Action, { verb: 'remove' }>): Routine {
  const { recorder, world } = run;
  const pause = run.pause(TIMING.presence, action);
  recorder.nodes.add(action.target);
  world.beginRemoval(action.target);
  recorder.spans.push({ kind: 'vanish', node: action.target, step: recorder.step, start: run.seconds, end: endOf(pause) });
  yield pause;
  world.remove(action.target);
}

function* passTime(run: Run, action: Extract<Action, { verb: 'clock' }>): Routine {
  const { recorder, world } = run;
  const from = world.clock;
  const pause = run.pause(action.takes, action);
  world.setClock(from);
  recorder.spans.push({
    kind: 'clock', step: recorder.step, start: run.seconds, end: endOf(pause), from, to: from + action.by, label: run.text(action.label),
  });
  yield pause;
  world.setClock(from + action.by);
}

function* parallel(run: Run, action: ParallelAction, outer: Scope | undefined): Routine {
  const fragment = run.recorder.fragment('parallel', '');
  const tasks = action.branches.map((actions, branch) => {
    const order = actions[0] ? run.orderOf(actions[0]) : run.orderOf(action);
    return run.scheduler.spawn(later(run, action, action.stagger * branch, actions, { fragment, branch, outer }), order);
  });
  yield { tasks, order: run.orderOf(action) };
}

function* every(run: Run, action: EveryAction, scope: Scope | undefined): Routine {
  const tasks = Array.from({ length: action.times }, (_, round) =>
    run.scheduler.spawn(later(run, action, action.interval * round, action.actions, scope), run.orderOf(action)));
  yield { tasks, order: run.orderOf(action) };
}

function* later(run: Run, action: Action, seconds: number, actions: readonly Action[], scope: Scope | undefined): Routine {
  if (seconds > 0) yield run.pause(seconds, actions[0] ?? action);
  yield* runList(run, actions, scope);
}

function* choose(run: Run, action: ChooseAction, outer: Scope | undefined): Routine {
  const option = run.scenario.choices.find(({ id }) => id === action.choice)?.options.find(({ id }) => id === run.variant.path[action.choice]);
  const fragment = run.recorder.fragment('choice', run.text(option?.title));
  yield* runList(run, chosen(run, action), { fragment, branch: 0, outer });
}

function chosen(run: Run, action: ChooseAction): readonly Action[] {
  return action.options.get(run.variant.path[action.choice] ?? '') ?? [];
}
