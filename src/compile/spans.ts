import type { ClockAction, CreateAction, RemoveAction, WorkAction } from '../scenario/model.ts';
import type { Scope } from './recorder.ts';
import type { Run } from './run.ts';
import { type Pause, type Routine, toSeconds } from './scheduler.ts';
import { TIMING } from './timing.ts';

/** A self-message: somebody works. */
export function work(run: Run, action: WorkAction, scope: Scope | undefined): Pause {
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
    end: toSeconds(pause.until),
    outcome: { kind: 'ok' },
    detail: action.detail,
  }, scope);
  return pause;
}

/** A component grows; it is there from the start of that. */
export function create(run: Run, action: CreateAction): Pause {
  const { recorder, world } = run;
  const pause = run.pause(TIMING.presence, action);
  recorder.nodes.add(action.target);
  if (action.from !== undefined) recorder.nodes.add(action.from);
  world.create(action);
  recorder.spans.push({
    kind: 'appear', node: action.target, ...(action.from !== undefined && { from: action.from }),
    step: recorder.step, start: run.seconds, end: toSeconds(pause.until),
  });
  return pause;
}

/** A component fades; it is there until the end of that. */
export function* remove(run: Run, action: RemoveAction): Routine {
  const { recorder, world } = run;
  const pause = run.pause(TIMING.presence, action);
  recorder.nodes.add(action.target);
  world.beginRemoval(action.target);
  recorder.spans.push({ kind: 'vanish', node: action.target, step: recorder.step, start: run.seconds, end: toSeconds(pause.until) });
  yield pause;
  world.remove(action.target);
}

/** Simulated time passes. */
export function* passTime(run: Run, action: ClockAction): Routine {
  const { recorder, world } = run;
  const from = world.clock;
  const pause = run.pause(action.takes, action);
  if (action.illustrative) world.markIllustrative();
  world.setClock(from);
  recorder.spans.push({
    kind: 'clock', step: recorder.step, start: run.seconds, end: toSeconds(pause.until),
    from, to: from + action.by, label: run.text(action.label),
  });
  yield pause;
  world.setClock(from + action.by);
}
