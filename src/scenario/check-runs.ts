import { arrow, componentOf } from './edges.ts';
import type { Details, Findings } from './findings.ts';
import { LIMITS } from './limits.ts';
import type { Action, ActionId, EventAction, NodeId, ReplyAction, Scenario, TrafficAction } from './model.ts';
import { pathInWords, pathsToCheck } from './paths.ts';
import type { ChoicePath } from './paths.ts';
import type { Scope } from './scope.ts';
import { Concurrent } from './touched.ts';
import { leafSteps } from './visible.ts';
import { World } from './world.ts';

/** Actions that are visited at most: what is beyond in very large scenarios with very many options stays unchecked. */
const BUDGET = 2_000_000;

/** Walks through every level and path in the order of the document: do events have a connection, replies a request, hops their two ends? */
export function checkRuns(scenario: Scenario, scope: Scope): void {
  const reported = new Set<string>();
  const budget = { left: BUDGET };
  for (const level of scenario.levels) {
    for (const path of pathsToCheck(scenario.choices)) {
      const where = `${scenario.levels.length > 1 ? ` at level ${level}` : ''}${pathInWords(path, scenario.choices)}`;
      new Run(scenario, path, where, scope, reported, budget).walk(level);
      if (budget.left <= 0) return;
    }
  }
}

interface Pending { readonly from: NodeId; readonly to: NodeId; readonly lost: boolean; answered: boolean }

/** One walk: one level, one path. */
class Run {
  private readonly world: World;
  private readonly pending = new Map<string, Pending>();
  private messages = 0;
  private readonly scenario: Scenario;
  private readonly path: ChoicePath;
  private readonly where: string;
  private readonly scope: Scope;
  private readonly reported: Set<string>;
  private readonly budget: { left: number };

  constructor(scenario: Scenario, path: ChoicePath, where: string, scope: Scope, reported: Set<string>, budget: { left: number }) {
    this.world = new World(scenario.architecture, scenario.open);
    this.scenario = scenario;
    this.path = path;
    this.where = where;
    this.scope = scope;
    this.reported = reported;
    this.budget = budget;
  }

  walk(level: number): void {
    let seconds = 0;
    for (const step of leafSteps(this.scenario.steps, level)) {
      seconds += this.actions(step.actions, 1, undefined);
      if (seconds > LIMITS.duration && step.actions[0]) {
        this.report('error', 'limit', `The scenario lasts longer than ${LIMITS.duration} seconds.`, step.actions[0].id, [], { expected: `at most ${LIMITS.duration}s` });
        return;
      }
      if (this.budget.left <= 0) return;
    }
  }

  /** Visits actions that run `times` times; returns the seconds that they last at least. */
  private actions(actions: readonly Action[], times: number, concurrent: Concurrent | undefined): number {
    let seconds = 0;
    for (const action of actions) {
      if (this.budget.left-- <= 0) break;
      seconds += this.action(action, times, concurrent);
      this.countMessages(action, times);
    }
    return seconds;
  }

  private action(action: Action, times: number, concurrent: Concurrent | undefined): number {
    switch (action.verb) {
      case 'every': return Math.max(action.interval * (action.times - 1), 0) + this.actions(action.actions, times * action.times, concurrent);
      case 'parallel': return this.parallel(action.branches, times, concurrent) + action.stagger * Math.max(0, action.branches.length - 1);
      case 'choose': return this.actions(action.options.get(this.path.get(action.choice) ?? '') ?? [], times, concurrent);
      case 'wait': return action.seconds;
      default:
        this.check(action, concurrent);
        this.world.apply(action);
        if (action.verb === 'traffic') return action.every * (action.connections - 1) + action.serviceTime;
        return 'takes' in action ? (action.takes ?? 0) : 0;
    }
  }

  private parallel(branches: readonly (readonly Action[])[], times: number, outer: Concurrent | undefined): number {
    const concurrent = new Concurrent(branches, outer);
    let longest = 0;
    for (const [index, branch] of branches.entries()) longest = Math.max(longest, this.actions(branch, times, concurrent.enter(index)));
    return longest;
  }

  private check(action: Exclude<Action, { verb: 'every' | 'parallel' | 'choose' | 'wait' }>, concurrent: Concurrent | undefined): void {
    switch (action.verb) {
      case 'send':
        this.present(action.id, [action.from, action.to], 'send', concurrent);
        if (action.as !== undefined) {
          const lost = action.outcome.kind === 'dropped' || action.outcome.kind === 'refused';
          this.pending.set(action.as, { from: action.from, to: action.to, lost, answered: false });
        }
        break;
      case 'call': return this.present(action.id, [action.from, action.to], 'call', concurrent);
      case 'reply': return this.reply(action, concurrent);
      case 'event':
        this.present(action.id, [action.from, action.to], 'event', concurrent);
        return this.event(action, concurrent);
      case 'work': return this.present(action.id, [action.at], 'work', concurrent);
      case 'note': return this.present(action.id, [action.at], 'note', concurrent);
      case 'traffic': return this.traffic(action, concurrent);
      case 'create': return this.change(action.id, 'create', this.world.isPresent(action.target), action.target, `\`${action.target}\` is there already`, `present ${action.target}`, concurrent);
      case 'remove': return this.change(action.id, 'remove', !this.world.isPresent(action.target), action.target, `\`${action.target}\` is not there`, `present ${action.target}`, concurrent);
      case 'open': return this.change(action.id, 'open', this.world.open.has(action.edge), '', `\`${arrow(action.edge)}\` is open already`, `open ${action.edge}`, concurrent);
      case 'close': return this.change(action.id, 'close', !this.world.open.has(action.edge), '', `\`${arrow(action.edge)}\` is not open`, `open ${action.edge}`, concurrent);
    }
  }

  private present(id: ActionId, nodes: readonly NodeId[], verb: string, concurrent: Concurrent | undefined): void {
    for (const node of nodes) {
      if (this.world.isPresent(node) || concurrent?.has(`present ${componentOf(node)}`)) continue;
      const hint = `Let it appear before: \`create: ${componentOf(node)}\`.`;
      this.report('warning', 'absent-component', `\`${node}\` is not there at this time${this.where}.`, id, [verb], { found: node, hint }, node);
    }
  }

  private change(id: ActionId, verb: string, isSuperfluous: boolean, node: string, what: string, key: string, concurrent: Concurrent | undefined): void {
    if (!isSuperfluous || concurrent?.has(key)) return;
    this.report('warning', `needless-${verb}`, `${what}${this.where}.`, id, [verb], { hint: `Nothing changes here: leave the \`${verb}\` out.` }, node || undefined);
  }

  private event(action: EventAction, concurrent: Concurrent | undefined): void {
    if (!action.edge || this.world.open.has(action.edge) || concurrent?.has(`open ${action.edge}`)) return;
    const link = arrow(action.edge);
    const hint = `Open it before, \`open: ${link}\`, or list \`${link}\` under the scenario's \`open\`.`;
    this.report('error', 'connection-not-open', `The connection \`${link}\` is not open at this time${this.where}.`, action.id, ['event'], { found: `${action.from} -> ${action.to}`, expected: 'an open connection', hint });
  }

  private reply(action: ReplyAction, concurrent: Concurrent | undefined): void {
    const request = this.pending.get(action.request);
    const found = action.request;
    if (concurrent?.has(`request ${found}`)) return;
    if (!request) {
      const hint = 'Each level and each option on the way sends the request with the same `as`.';
      this.report('error', 'reply-without-request', `There is no request \`${found}\` before this reply${this.where}.`, action.id, ['reply'], { found, hint });
      return;
    }
    if (request.answered) this.report('error', 'reply-twice', `The request \`${found}\` is answered already${this.where}.`, action.id, ['reply'], { found, expected: 'one reply to a request' });
    if (request.lost) this.report('warning', 'reply-to-lost', `The request \`${found}\` did not arrive: nobody can answer it${this.where}.`, action.id, ['reply'], { found });
    if (componentOf(request.from) !== componentOf(action.to) || componentOf(request.to) !== componentOf(action.from)) {
      const hint = 'Give the two requests different names.';
      const details: Details = { found: `${request.from} -> ${request.to}`, expected: `${action.to} -> ${action.from}`, hint };
      this.report('error', 'reply-differs', `The request \`${found}\` goes another way${this.where}.`, action.id, ['reply'], details);
    }
    request.answered = true;
  }

  private traffic(action: TrafficAction, concurrent: Concurrent | undefined): void {
    this.present(action.id, [action.from], 'traffic', concurrent);
    const members = [...action.exits.keys()];
    if (members.some((node) => this.world.isPresent(node) || concurrent?.has(`present ${node}`))) return;
    this.report('warning', 'absent-component', `No member of \`${action.service}\` is there at this time${this.where}.`, action.id, ['traffic'], { found: action.service });
  }

  private countMessages(action: Action, times: number): void {
    this.messages += times * messagesOf(action);
    if (this.messages <= LIMITS.messages || this.reported.has('messages')) return;
    this.reported.add('messages');
    this.report('error', 'limit', `There are more than ${LIMITS.messages} messages${this.where}.`, action.id, [], { expected: `at most ${LIMITS.messages}` });
    this.budget.left = 0;
  }

  private report(severity: 'error' | 'warning', code: string, message: string, id: ActionId, key: readonly string[], details: Details, within?: string): void {
    const once = `${code} ${id} ${within ?? ''}`;
    if (this.reported.has(once)) return;
    this.reported.add(once);
    const place = { document: this.scope.document, path: [...(this.scope.places.get(id) ?? []), ...key], ...(within !== undefined && { within }) };
    const findings: Findings = this.scope.findings;
    findings[severity](code, message, place, details);
  }
}

/** How many messages an action makes, those inside it not counted. */
function messagesOf(action: Action): number {
  if (action.verb === 'call') return 2;
  if (action.verb === 'send' || action.verb === 'reply' || action.verb === 'event' || action.verb === 'work') return 1;
  if (action.verb !== 'traffic') return 0;
  const longest = Math.max(0, ...[...action.exits.values()].map((way) => way.length));
  return action.connections * action.requests * 2 * (action.entry.length + longest);
}
