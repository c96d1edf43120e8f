import type { Action, ChooseAction, EveryAction, ParallelAction } from '../scenario/model.ts';
import { never } from '../shared/never.ts';
import { call, event, reply, send } from './hops.ts';
import type { Scope } from './recorder.ts';
import type { Run } from './run.ts';
import type { Doing, Pause, Routine } from './scheduler.ts';
import { create, passTime, remove, work } from './spans.ts';
import { TIMING } from './timing.ts';
import { traffic } from './traffic.ts';

/** Runs a list in order: facts at once, a beat between two actions that take time, none around a `wait`. */
export function* runList(run: Run, actions: readonly Action[], scope: Scope | undefined): Routine {
  let beat = false;
  for (const action of actions) {
    const takesTime = !isInstant(run, action);
    if (takesTime && beat && action.verb !== 'wait') yield run.pause(TIMING.beat, action);
    const doing = perform(run, action, scope);
    if (doing && 'next' in doing) yield* doing;
    else if (doing) yield doing;
    if (takesTime) beat = action.verb !== 'wait';
  }
}

function perform(run: Run, action: Action, scope: Scope | undefined): Doing {
  switch (action.verb) {
    case 'send': return send(run, action, scope);
    case 'call': return call(run, action, scope);
    case 'reply': return reply(run, action, scope);
    case 'event': return event(run, action, scope);
    case 'wait': return run.pause(action.seconds, action);
    case 'parallel': return parallel(run, action, scope);
    case 'every': return every(run, action, scope);
    case 'choose': return choose(run, action, scope);
    case 'traffic': return traffic(run, action, scope);
    case 'work': return work(run, action, scope);
    case 'create': return create(run, action);
    case 'remove': return remove(run, action);
    case 'clock': return passTime(run, action);
    default: settle(run, action);
  }
}

type InstantAction = Extract<Action, { verb: 'set' | 'open' | 'close' | 'focus' | 'highlight' | 'note' }>;

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
    case 'highlight':
      return world.light([...action.nodes, ...action.groups]);
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
  return ['set', 'open', 'close', 'focus', 'highlight', 'note'].includes(action.verb);
}

function parallel(run: Run, action: ParallelAction, outer: Scope | undefined): Pause {
  const fragment = run.recorder.fragment('parallel', '');
  const tasks = action.branches.map((actions, branch) => {
    const order = run.orderOf(actions[0] ?? action);
    return run.scheduler.spawn(later(run, action, action.stagger * branch, actions, { fragment, branch, outer }), order);
  });
  return { tasks, order: run.orderOf(action) };
}

function every(run: Run, action: EveryAction, scope: Scope | undefined): Pause {
  const tasks = Array.from({ length: action.times }, (_, round) =>
    run.scheduler.spawn(later(run, action, action.interval * round, action.actions, scope), run.orderOf(action)));
  return { tasks, order: run.orderOf(action) };
}

function* later(run: Run, outer: Action, seconds: number, actions: readonly Action[], scope: Scope | undefined): Routine {
  if (seconds > 0) yield run.pause(seconds, actions[0] ?? outer);
  yield* runList(run, actions, scope);
}

function choose(run: Run, action: ChooseAction, outer: Scope | undefined): Routine {
  const choice = run.scenario.choices.find(({ id }) => id === action.choice);
  const option = choice?.options.find(({ id }) => id === run.variant.path[action.choice]);
  const fragment = run.recorder.fragment('choice', run.text(option?.title));
  return runList(run, chosen(run, action), { fragment, branch: 0, outer });
}

function chosen(run: Run, action: ChooseAction): readonly Action[] {
  return action.options.get(run.variant.path[action.choice] ?? '') ?? [];
}
