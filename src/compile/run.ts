import type { Action, Scenario, Step } from '../scenario/model.ts';
import { type LocalizedText, textIn } from '../shared/text.ts';
import type { Picker } from './policies.ts';
import { type MessageDraft, Recorder } from './recorder.ts';
import { PRIORITY, Scheduler, toMicros, toSeconds, type Until } from './scheduler.ts';
import type { Variant } from './trace.ts';
import { World } from './world.ts';

/** One run of a scenario in a variant: everything that its routines share. */
export class Run {
  readonly scheduler = new Scheduler();
  readonly recorder = new Recorder();
  readonly world: World;
  /** The latest message of each name that a `reply` may answer. */
  readonly requests = new Map<string, MessageDraft>();
  /** Balancers outlive a step, as a node's kernel does: the next step's connections go on where the last one's ended. */
  readonly pickers = new Map<string, Picker>();
  private readonly orders = new Map<Action, number>();

  constructor(readonly scenario: Scenario, readonly variant: Variant, steps: readonly Step[]) {
    this.world = new World(scenario, variant.lang, this.recorder, () => this.seconds);
    for (const step of steps) this.number(step.actions);
  }

  /** Seconds from the start. */
  get seconds(): number {
    return toSeconds(this.scheduler.now);
  }

  /** The place of an action in the document: what decides among things of the same instant. */
  orderOf(action: Action): number {
    return this.orders.get(action) ?? 0;
  }

  text(text: LocalizedText | undefined): string {
    return textIn(text, this.variant.lang, this.scenario.languages);
  }

  /** Waits some seconds; `pick` comes after all else of that instant. */
  pause(seconds: number, action: Action, priority: keyof typeof PRIORITY = 'flow'): Until {
    const until = this.scheduler.now + Math.max(0, toMicros(seconds));
    return { until, priority: PRIORITY[priority], order: this.orderOf(action) };
  }

  private number(actions: readonly Action[]): void {
    for (const action of actions) {
      this.orders.set(action, this.orders.size + 1);
      for (const list of innerLists(action)) this.number(list);
    }
  }
}

function innerLists(action: Action): Iterable<readonly Action[]> {
  if (action.verb === 'parallel') return action.branches;
  if (action.verb === 'choose') return action.options.values();
  return action.verb === 'every' ? [action.actions] : [];
}
