import { LIMITS } from './limits.ts';
import { messagesOf } from './message-count.ts';
import type { Action, Scenario } from './model.ts';
import { pathInWords, pathsToCheck } from './paths.ts';
import type { ChoicePath } from './paths.ts';
import { RunChecks } from './run-checks.ts';
import type { Reporter } from './run-checks.ts';
import type { Scope } from './scope.ts';
import { Concurrent } from './touched.ts';
import { leafSteps } from './visible.ts';
import { World } from './world.ts';

/** Actions that are visited at most: what is beyond in very large scenarios with very many options stays unchecked. */
const BUDGET = 2_000_000;

/** Walks through every level and path in the order of the document: do events have a connection, replies a request, hops their two ends? */
export function checkRuns(scenario: Scenario, scope: Scope): void {
  const budget = { left: BUDGET };
  const report = reporter(scope);
  for (const level of scenario.levels) {
    for (const path of pathsToCheck(scenario.choices)) {
      const where = `${scenario.levels.length > 1 ? ` at level ${level}` : ''}${pathInWords(path, scenario.choices)}`;
      new Run(scenario, path, where, report, budget).walk(level);
      if (budget.left <= 0) return;
    }
  }
}

/** Reports each thing once, for the first level and path at which it is met. */
function reporter(scope: Scope): Reporter {
  const reported = new Set<string>();
  return (severity, code, message, { id, key, within }, details) => {
    const once = `${code} ${code === 'limit' ? '' : id} ${within ?? ''}`;
    if (reported.has(once)) return;
    reported.add(once);
    const path = [...(scope.places.get(id) ?? []), ...(key === undefined ? [] : [key])];
    scope.findings[severity](code, message, { document: scope.document, path, ...(within !== undefined && { within }) }, details);
  };
}

/** One walk: one level, one path. */
class Run {
  private readonly scenario: Scenario;
  private readonly path: ChoicePath;
  private readonly where: string;
  private readonly report: Reporter;
  private readonly budget: { left: number };
  private readonly world: World;
  private readonly checks: RunChecks;
  private messages = 0;

  constructor(scenario: Scenario, path: ChoicePath, where: string, report: Reporter, budget: { left: number }) {
    this.scenario = scenario;
    this.path = path;
    this.where = where;
    this.report = report;
    this.budget = budget;
    this.world = new World(scenario.architecture, scenario.open);
    this.checks = new RunChecks(this.world, where, report);
  }

  walk(level: number): void {
    let seconds = 0;
    for (const step of leafSteps(this.scenario.steps, level)) {
      seconds += this.actions(step.actions, 1, undefined);
      const first = step.actions[0];
      if (seconds > LIMITS.duration && first) {
        const message = `The scenario lasts longer than ${LIMITS.duration} seconds${this.where}.`;
        this.report('error', 'limit', message, { id: first.id }, { expected: `at most ${LIMITS.duration}s` });
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
      case 'every':
        return action.interval * (action.times - 1) + this.actions(action.actions, times * action.times, concurrent);
      case 'parallel':
        return this.parallel(action.branches, times, concurrent) + action.stagger * (action.branches.length - 1);
      case 'choose':
        return this.actions(action.options.get(this.path.get(action.choice) ?? '') ?? [], times, concurrent);
      case 'wait':
        return action.seconds;
      default:
        this.checks.check(action, concurrent);
        this.world.apply(action);
        if (action.verb === 'traffic') return action.every * (action.connections - 1) + action.serviceTime;
        return 'takes' in action ? (action.takes ?? 0) : 0;
    }
  }

  private parallel(branches: readonly (readonly Action[])[], times: number, outer: Concurrent | undefined): number {
    const concurrent = new Concurrent(branches, outer);
    let longest = 0;
    for (const [index, branch] of branches.entries()) {
      longest = Math.max(longest, this.actions(branch, times, concurrent.enter(index)));
    }
    return longest;
  }

  private countMessages(action: Action, times: number): void {
    this.messages += times * messagesOf(action);
    if (this.messages <= LIMITS.messages) return;
    const message = `There are more than ${LIMITS.messages} messages${this.where}.`;
    this.report('error', 'limit', message, { id: action.id }, { expected: `at most ${LIMITS.messages}` });
    this.budget.left = 0;
  }
}
