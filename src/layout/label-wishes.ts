import type { Action, ActionId, EdgeId, NodeId, Scenario, Step } from '../scenario/model.ts';
import type { Size } from '../shared/geometry.ts';
import { textIn, type LocalizedText } from '../shared/text.ts';
import { pillSize } from './pill.ts';

/** A label that needs a place. */
export interface LabelWish {
  readonly action: ActionId;
  /** Labels of the same step must not cover each other: index of the step in `StepWishes`. */
  readonly step: number;
  /** Options under which it is shown, by choice: labels of two options of one choice never meet. */
  readonly options: Options;
  readonly size: Size;
  /** Beside this edge (`against`: the hop runs from its end to its start), or at this component. */
  readonly edge?: EdgeId;
  readonly against?: boolean;
  readonly node?: NodeId;
}

/** What one step shows at once. */
export interface StepWishes {
  readonly labels: readonly LabelWish[];
  /** Edges that are lit in it, with the options under which each one is. */
  readonly edges: ReadonlyMap<EdgeId, readonly Options[]>;
}

/** Chosen options by choice. */
export type Options = ReadonlyMap<string, string>;

/** Whether both can be shown at once: no choice would have to have two options. */
export function meet(a: Options, b: Options): boolean {
  for (const [choice, option] of a) if (b.has(choice) && b.get(choice) !== option) return false;
  return true;
}

/** All steps that are shown at some level: those with actions of their own. */
function stepsOf(steps: readonly Step[]): Step[] {
  return steps.flatMap((step) => [...(step.actions.length > 0 ? [step] : []), ...stepsOf(step.deeper?.steps ?? [])]);
}

class Collector {
  readonly labels: LabelWish[] = [];
  readonly edges = new Map<EdgeId, Options[]>();
  /** The widest number that a message of this step may carry. */
  private readonly number: string;

  constructor(private readonly scenario: Scenario, private readonly step: number, count: number) {
    this.number = `${step >= 9 ? '88' : '8'}${count > 1 ? `.${count > 9 ? '88' : '8'}` : ''}`;
  }

  add(actions: readonly Action[], options: Options): void {
    for (const action of actions) this.one(action, options);
  }

  private one(action: Action, options: Options): void {
    switch (action.verb) {
      case 'send': case 'reply': case 'event': return this.hop(action.id, action.edge ?? `${action.from}->${action.to}`, action.from, action.label, options);
      case 'call': return this.call(action, options);
      case 'work': return this.label({ action: action.id, node: action.at }, action.label, options);
      case 'traffic': return this.traffic(action, options);
      case 'every': return this.add(action.actions, options);
      case 'parallel': return action.branches.forEach((branch) => this.add(branch, options));
      case 'choose': return action.options.forEach((list, option) => this.add(list, new Map([...options, [action.choice, option]])));
      default: return undefined;
    }
  }

  private call(action: Extract<Action, { verb: 'call' }>, options: Options): void {
    const edge = action.edge ?? `${action.from}->${action.to}` as EdgeId;
    this.hop(action.id, edge, action.from, action.label, options);
    const failure = action.outcome.kind === 'error' ? { und: action.outcome.code } : undefined;
    this.hop(`${action.id}/returns`, edge, action.to, action.returns ?? failure, options);
  }

  private hop(id: ActionId, edge: EdgeId, from: NodeId, text: LocalizedText | undefined, options: Options): void {
    this.light(edge, options);
    this.label({ action: id, edge, against: edge.split('->')[0] !== from }, text, options);
  }

  private traffic(action: Extract<Action, { verb: 'traffic' }>, options: Options): void {
    for (const edge of [...action.entry, ...[...action.exits.values()].flat()]) this.light(edge, options);
    const edge = action.entry[0] ?? [...action.exits.values()][0]?.[0];
    if (edge) this.label({ action: action.id, edge, against: edge.split('->')[0] !== action.from }, action.label, options);
  }

  private light(edge: EdgeId, options: Options): void {
    this.edges.set(edge, [...(this.edges.get(edge) ?? []), options]);
  }

  private label(wish: Pick<LabelWish, 'action' | 'edge' | 'against' | 'node'>, text: LocalizedText | undefined, options: Options): void {
    if (!text) return;
    const sizes = this.scenario.languages.map((lang) => pillSize(textIn(text, lang), this.number));
    const size = { width: Math.max(...sizes.map((one) => one.width)), height: Math.max(...sizes.map((one) => one.height)) };
    this.labels.push({ ...wish, step: this.step, options, size });
  }
}

/** How many messages a list of actions may have, each counted once. */
function countOf(actions: readonly Action[]): number {
  return actions.reduce((sum, action) => {
    if (action.verb === 'parallel') return sum + action.branches.reduce((all, branch) => all + countOf(branch), 0);
    if (action.verb === 'every') return sum + countOf(action.actions) * action.times;
    if (action.verb === 'choose') return sum + Math.max(0, ...[...action.options.values()].map(countOf));
    return sum + (action.verb === 'call' ? 2 : 1);
  }, 0);
}

/** The labels of every step at every level, under every choice, in the size of the widest language. */
export function labelWishes(scenario: Scenario): StepWishes[] {
  return stepsOf(scenario.steps).map((step, i) => {
    const collector = new Collector(scenario, i, countOf(step.actions));
    collector.add(step.actions, new Map());
    return collector;
  });
}

/** The edges of hops that no edge was declared for. */
export function undeclaredEdges(scenario: Scenario): { id: EdgeId; from: NodeId; to: NodeId }[] {
  const found = new Map<EdgeId, { id: EdgeId; from: NodeId; to: NodeId }>();
  const walk = (actions: readonly Action[]): void => actions.forEach((action) => {
    if (action.verb === 'parallel') action.branches.forEach(walk);
    else if (action.verb === 'every') walk(action.actions);
    else if (action.verb === 'choose') action.options.forEach(walk);
    else if ((action.verb === 'send' || action.verb === 'call' || action.verb === 'reply' || action.verb === 'event') && action.edge === undefined) {
      const id: EdgeId = `${action.from}->${action.to}`;
      found.set(id, { id, from: action.from, to: action.to });
    }
  });
  stepsOf(scenario.steps).forEach((step) => walk(step.actions));
  return [...found.values()];
}
