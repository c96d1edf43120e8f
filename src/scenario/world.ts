import { componentOf } from '../shared/node-id.ts';
import type { LocalizedText } from '../shared/text.ts';
import type { Action, Architecture, EdgeId, NodeId } from './model.ts';
import { arrow } from './edges.ts';

/** A fact of a component besides its presence, as text that can be compared. */
type Fact = 'status' | 'badge' | 'gauge' | 'count' | 'subtitle' | 'weight';

/** The discrete facts after some actions, without their times: what two variants of a step must agree on. */
export class World {
  readonly open: Set<EdgeId>;
  private readonly architecture: Architecture;
  /** Only what differs from the architecture. */
  private readonly presence: Map<NodeId, boolean>;
  private readonly facts: Map<string, string>;
  private clock: number;

  constructor(architecture: Architecture, open: Iterable<EdgeId>, from?: World) {
    this.architecture = architecture;
    this.open = new Set(open);
    this.presence = new Map(from?.presence);
    this.facts = new Map(from?.facts);
    this.clock = from?.clock ?? 0;
  }

  copy(): World {
    return new World(this.architecture, this.open, this);
  }

  /** Whether a component, or that of a part, is there. */
  isPresent(node: NodeId): boolean {
    const component = componentOf(node);
    return this.presence.get(component) ?? this.architecture.nodes.get(component)?.present ?? true;
  }

  /** Applies an action that changes a fact; others change nothing here. */
  apply(action: Action): void {
    if (action.verb === 'create') {
      this.setPresent(action.target, true);
      this.set(action.target, 'status', action.status);
    } else if (action.verb === 'remove') this.setPresent(action.target, false);
    else if (action.verb === 'open') this.open.add(action.edge);
    else if (action.verb === 'close') this.open.delete(action.edge);
    else if (action.verb === 'clock') this.clock += action.by;
    else if (action.verb === 'set') {
      this.set(action.target, 'status', action.status);
      this.set(action.target, 'count', action.count);
      this.set(action.target, 'weight', action.weight);
      this.set(action.target, 'badge', written(action.badge));
      this.set(action.target, 'subtitle', written(action.subtitle));
      this.set(action.target, 'gauge', action.gauge && `${action.gauge.value} ${written(action.gauge.label) ?? ''}`.trim());
    }
  }

  /** What can be seen to differ, in words: here and there. What is not present in both is compared by its presence only. */
  differences(other: World): { readonly what: string; readonly here: string; readonly there: string }[] {
    const list = [];
    for (const node of new Set([...this.presence.keys(), ...other.presence.keys()])) {
      if (this.isPresent(node) !== other.isPresent(node))
        list.push({ what: node, here: there(this.isPresent(node)), there: there(other.isPresent(node)) });
    }
    for (const key of new Set([...this.facts.keys(), ...other.facts.keys()])) {
      const [node, fact] = key.split(' ', 2) as [NodeId, Fact];
      const [here, elsewhere] = [this.fact(node, fact), other.fact(node, fact)];
      if (here !== elsewhere && this.isPresent(node) && other.isPresent(node))
        list.push({ what: `${fact} of ${node}`, here, there: elsewhere });
    }
    for (const edge of new Set([...this.open, ...other.open])) {
      if (this.open.has(edge) === other.open.has(edge)) continue;
      list.push({ what: arrow(edge), here: this.open.has(edge) ? 'open' : 'closed', there: other.open.has(edge) ? 'open' : 'closed' });
    }
    if (this.clock !== other.clock) list.push({ what: 'simulated time passed', here: `${this.clock}s`, there: `${other.clock}s` });
    return list;
  }

  private setPresent(node: NodeId, present: boolean): void {
    this.presence.set(node, present);
    // It comes back as the architecture describes it.
    for (const fact of ['status', 'badge', 'gauge', 'count', 'subtitle', 'weight']) this.facts.delete(`${node} ${fact}`);
  }

  private set(node: NodeId, fact: Fact, value: string | number | null | undefined): void {
    if (value !== undefined) this.facts.set(`${node} ${fact}`, value === null ? 'none' : String(value));
  }

  private fact(node: NodeId, fact: Fact): string {
    const value = this.facts.get(`${node} ${fact}`);
    if (value !== undefined) return value;
    const declared = this.architecture.nodes.get(node);
    if (fact === 'status') return declared?.status ?? 'ready';
    if (fact === 'weight') return String(declared?.weight ?? 1);
    return (fact === 'subtitle' && written(declared?.subtitle)) || 'none';
  }
}

/** A text so that equal ones are equal, whatever the order of their languages. */
function written(text: LocalizedText | null | undefined): string | null | undefined {
  if (!text) return text;
  const entries = Object.entries(text);
  if (entries.length === 1) return (entries[0] as [string, string])[1];
  return entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([lang, words]) => `${lang}: ${words}`)
    .join(', ');
}

function there(present: boolean): string {
  return present ? 'there' : 'not there';
}
