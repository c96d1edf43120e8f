import { componentOf } from '../shared/node-id.ts';
import { arrow } from './edges.ts';
import type { Details } from './findings.ts';
import type { Action, ActionId, EventAction, NodeId, ReplyAction, SendAction, TrafficAction } from './model.ts';
import type { Concurrent, FactKey } from './touched.ts';
import type { World } from './world.ts';

/** Where in an action something is to be mended: a key of it, or a word in the value of that key. */
export interface ActionPlace {
  readonly id: ActionId;
  readonly key?: string;
  readonly within?: string;
}

/** Takes what a walk finds. */
export type Reporter = (severity: 'error' | 'warning', code: string, message: string, place: ActionPlace, details: Details) => void;

/** An action that holds no others. */
export type PlainAction = Exclude<Action, { verb: 'every' | 'parallel' | 'choose' | 'wait' }>;

interface Pending {
  readonly from: NodeId;
  readonly to: NodeId;
  readonly lost: boolean;
  answered: boolean;
}

/** Checks single actions against the state in which a walk meets them. What parallel branches change is left out of it. */
export class RunChecks {
  private readonly world: World;
  private readonly where: string;
  private readonly report: Reporter;
  private readonly pending = new Map<string, Pending>();

  /** `where` says in words which level and path is walked. */
  constructor(world: World, where: string, report: Reporter) {
    this.world = world;
    this.where = where;
    this.report = report;
  }

  /** Checks an action before it is applied. */
  check(action: PlainAction, concurrent: Concurrent | undefined): void {
    const nodes = takingPart(action);
    this.checkPresence(action, nodes, concurrent);
    switch (action.verb) {
      case 'send':
        return this.remember(action);
      case 'reply':
        return this.checkReply(action, concurrent);
      case 'event':
        return this.checkEvent(action, concurrent);
      case 'traffic':
        return this.checkMembers(action, concurrent);
      case 'create':
      case 'remove': {
        const isThere = this.world.isPresent(action.target);
        const what = `\`${action.target}\` is ${isThere ? 'there already' : 'not there'}`;
        return this.checkNeed(action, isThere === (action.verb === 'create'), what, `present ${action.target}`, concurrent);
      }
      case 'open':
      case 'close': {
        const isOpen = this.world.open.has(action.edge);
        const what = `\`${arrow(action.edge)}\` is ${isOpen ? 'open already' : 'not open'}`;
        return this.checkNeed(action, isOpen === (action.verb === 'open'), what, `open ${action.edge}`, concurrent);
      }
    }
  }

  private remember({ as, from, to, outcome }: SendAction): void {
    const lost = outcome.kind === 'dropped' || outcome.kind === 'refused';
    if (as !== undefined) this.pending.set(as, { from, to, lost, answered: false });
  }

  private checkPresence(action: PlainAction, nodes: readonly NodeId[], concurrent: Concurrent | undefined): void {
    for (const node of nodes) {
      const component = componentOf(node);
      if (this.world.isPresent(node) || concurrent?.has(`present ${component}`)) continue;
      const place = { id: action.id, key: action.verb, within: node };
      const hint = `Let it appear before: \`create: ${component}\`.`;
      this.report('warning', 'absent-component', `\`${node}\` is not there at this time${this.where}.`, place, { found: node, hint });
    }
  }

  private checkNeed(action: PlainAction, isNeedless: boolean, what: string, fact: FactKey, concurrent: Concurrent | undefined): void {
    if (!isNeedless || concurrent?.has(fact)) return;
    const hint = `Nothing changes here: leave the \`${action.verb}\` out.`;
    this.report('warning', `needless-${action.verb}`, `${what}${this.where}.`, { id: action.id, key: action.verb }, { hint });
  }

  private checkEvent(action: EventAction, concurrent: Concurrent | undefined): void {
    if (!action.edge || this.world.open.has(action.edge) || concurrent?.has(`open ${action.edge}`)) return;
    const link = arrow(action.edge);
    this.report(
      'error',
      'connection-not-open',
      `The connection \`${link}\` is not open at this time${this.where}.`,
      { id: action.id, key: 'event' },
      {
        found: `${action.from} -> ${action.to}`,
        expected: 'an open connection',
        hint: `Open it before, \`open: ${link}\`, or list \`${link}\` under the scenario's \`open\`.`,
      },
    );
  }

  private checkReply(action: ReplyAction, concurrent: Concurrent | undefined): void {
    const name = action.request;
    if (concurrent?.has(`request ${name}`)) return;
    const request = this.pending.get(name);
    const place = { id: action.id, key: 'reply' };
    if (!request) {
      const hint = 'Each level and each option on the way sends the request with the same `as`.';
      const message = `There is no request \`${name}\` before this reply${this.where}.`;
      this.report('error', 'reply-without-request', message, place, { found: name, hint });
      return;
    }
    if (request.answered) {
      const details = { found: name, expected: 'one reply to a request' };
      this.report('error', 'reply-twice', `The request \`${name}\` is answered already${this.where}.`, place, details);
    }
    if (request.lost) {
      const message = `The request \`${name}\` did not arrive: nobody can answer it${this.where}.`;
      this.report('warning', 'reply-to-lost', message, place, { found: name });
    }
    if (!isSameWay(request, action)) {
      this.report('error', 'reply-differs', `The request \`${name}\` goes another way${this.where}.`, place, {
        found: `${request.from} -> ${request.to}`,
        expected: `${action.to} -> ${action.from}`,
        hint: 'Give the two requests different names.',
      });
    }
    request.answered = true;
  }

  private checkMembers(action: TrafficAction, concurrent: Concurrent | undefined): void {
    const isThere = (node: NodeId): boolean => this.world.isPresent(node) || (concurrent?.has(`present ${node}`) ?? false);
    if ([...action.exits.keys()].some(isThere)) return;
    const message = `No member of \`${action.service}\` is there at this time${this.where}.`;
    this.report('warning', 'absent-component', message, { id: action.id, key: 'traffic' }, { found: action.service });
  }
}

/** Who must be there for an action to make sense. The members of a service are another matter. */
function takingPart(action: PlainAction): readonly NodeId[] {
  switch (action.verb) {
    case 'send':
    case 'call':
    case 'event':
      return [action.from, action.to];
    case 'work':
    case 'note':
      return [action.at];
    case 'traffic':
      return [action.from];
    case 'highlight':
      return action.named;
    default:
      return [];
  }
}

/** Parts of one component may stand for each other: a deeper level may name them. */
function isSameWay(request: Pending, reply: ReplyAction): boolean {
  return componentOf(request.from) === componentOf(reply.to) && componentOf(request.to) === componentOf(reply.from);
}
