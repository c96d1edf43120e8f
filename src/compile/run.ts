import type { Action, Scenario } from '../scenario/model.ts';
import { type LocalizedText, textIn } from '../shared/text.ts';
import { documentOrder } from './document-order.ts';
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
  private readonly orders: ReadonlyMap<Action, number>;

  constructor(readonly scenario: Scenario, readonly variant: Variant) {
    this.world = new World(scenario, variant.lang, this.recorder, () => this.seconds);
    this.orders = documentOrder(scenario);
  }

  /** Seconds from the start. */
  get seconds(): number {
    return toSeconds(this.scheduler.now);
  }

  /** The place of an action in the document: what decides among things of the same instant. */
  orderOf(action: Action): number {
    return this.orders.get(action) ?? 0;
  }

  /** In the variant's language, else the nearest there is. */
  text(text: LocalizedText | undefined): string {
    if (!text) return '';
    const { lang } = this.variant;
    if (Object.hasOwn(text, lang)) return text[lang] as string;
    return textIn(text, lang, this.scenario.languages);
  }

  /** Waits some seconds; `pick` comes after all else of that instant. */
  pause(seconds: number, action: Action, priority: keyof typeof PRIORITY = 'flow'): Until {
    const until = this.scheduler.now + Math.max(0, toMicros(seconds));
    return { until, priority: PRIORITY[priority], order: this.orderOf(action), sequence: 0, task: undefined };
  }
}
