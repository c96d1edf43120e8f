import type { CallAction, EventAction, ReplyAction, SendAction } from '../scenario/model.ts';
import type { MessageDraft, Scope } from './recorder.ts';
import type { Run } from './run.ts';
import { type Pause, type Routine, toSeconds } from './scheduler.ts';
import { arrives, hopDuration, reach, TIMING } from './timing.ts';

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
function travel(run: Run, action: HopAction, message: MessageDraft, seconds?: number): Pause {
  const whole = seconds ?? action.takes ?? hopDuration(run.scenario.architecture, message.from, message.to);
  const pause = run.pause(whole * reach(message.outcome), action);
  message.end = toSeconds(pause.until);
  return pause;
}

/** A request that is not waited for. */
export function send(run: Run, action: SendAction, scope: Scope | undefined): Pause {
  const message = hop(run, action, 'request', scope);
  if (action.as !== undefined) run.requests.set(action.as, message);
  return travel(run, action, message);
}

/** The answer to a named request. */
export function reply(run: Run, action: ReplyAction, scope: Scope | undefined): Pause {
  const message = hop(run, action, 'reply', scope);
  const request = run.requests.get(action.request);
  if (request) message.request = request.index;
  return travel(run, action, message);
}

/** A pulse down an open connection. */
export function event(run: Run, action: EventAction, scope: Scope | undefined): Pause {
  return travel(run, action, hop(run, action, 'event', scope), action.takes ?? TIMING.event);
}

/** A request and, where it arrives, its answer; a failure code is the answer's. */
export function* call(run: Run, action: CallAction, scope: Scope | undefined): Routine {
  const request = hop(run, action, 'request', scope);
  if (action.outcome.kind === 'error') request.outcome = { kind: 'ok' };
  yield travel(run, action, request);
  if (!arrives(action.outcome)) return;
  yield run.pause(action.serviceTime ?? TIMING.service, action);
  const answer = run.recorder.message({
    kind: 'reply',
    action: `${action.id}/returns`,
    from: action.to,
    to: action.from,
    edge: request.edge,
    undeclared: request.undeclared,
    label: run.text(action.returns),
    start: run.seconds,
    end: run.seconds,
    outcome: action.outcome,
    detail: action.returnsDetail,
  }, scope);
  answer.request = request.index;
  yield travel(run, action, answer);
}
