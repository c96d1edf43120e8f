import type { CreateAction, DiagramNode, EdgeId, GroupId, NodeId, Scenario, SetAction, Status } from '../scenario/model.ts';
import { type Lang, textIn } from '../shared/text.ts';
import type { Candidate } from './policies.ts';
import type { Fact, Recorder } from './recorder.ts';

/** The facts that the run itself reads, and the only one who changes them: each change is written down. */
export class World {
  clock: number;
  private readonly present = new Set<NodeId>();
  /** On their way out: still seen, no longer picked. */
  private readonly leaving = new Set<NodeId>();
  private readonly status = new Map<NodeId, Status>();
  private readonly weights = new Map<NodeId, number>();
  /** Who may be picked, by list of members, until a fact changes that it rests on. */
  private readonly able = new Map<readonly NodeId[], readonly Candidate[]>();
  private readonly noted = new Set<NodeId>();
  /** What `highlight` lights, until the step ends. */
  readonly lit = new Set<NodeId | GroupId>();
  /** Time passed in this step that is only an example. */
  private illustrative = false;
  /** Whose subtitle is another than the architecture's. */
  private readonly renamed = new Set<NodeId>();
  private readonly open: Set<EdgeId>;
  /** What hangs on a card and goes with it. */
  private readonly worn = new Map<NodeId, Set<'badge' | 'gauge' | 'count' | 'note'>>();

  constructor(
    private readonly scenario: Scenario,
    private readonly lang: Lang,
    private readonly recorder: Recorder,
    private readonly now: () => number,
  ) {
    this.clock = scenario.clock ?? 0;
    this.open = new Set(scenario.open);
    for (const node of scenario.architecture.nodes.values()) {
      if (isThere(node, scenario.architecture.nodes)) this.present.add(node.id);
    }
  }

  isPresent(id: NodeId): boolean {
    return this.present.has(id);
  }

  /** The members that may be given a new connection at this instant. */
  candidates(members: readonly NodeId[]): readonly Candidate[] {
    const known = this.able.get(members);
    if (known) return known;
    const able: Candidate[] = [];
    for (const id of members) {
      if (!this.present.has(id) || this.leaving.has(id)) continue;
      const status = this.statusOf(id);
      const weight = this.weights.get(id) ?? this.node(id)?.weight ?? 1;
      if ((status === 'ready' || status === 'running') && weight > 0) able.push({ id, weight });
    }
    this.able.set(members, able);
    return able;
  }

  set(action: SetAction): void {
    const { target: node } = action;
    if (action.status) this.setStatus(node, action.status);
    if (action.badge !== undefined) this.wear(node, 'badge', action.badge && this.text(action.badge));
    if (action.gauge !== undefined) {
      this.wear(node, 'gauge', action.gauge && { value: action.gauge.value, label: this.text(action.gauge.label) });
    }
    if (action.count !== undefined) this.wear(node, 'count', action.count);
    if (action.subtitle) {
      this.renamed.add(node);
      this.write({ kind: 'subtitle', node, value: this.text(action.subtitle) });
    }
    if (action.weight !== undefined) {
      this.weights.set(node, action.weight);
      this.write({ kind: 'weight', node, value: action.weight });
    }
  }

  /** There from now on, with its parts. */
  create(action: CreateAction): void {
    this.able.clear();
    for (const node of this.withParts(action.target)) {
      if (node.id !== action.target && !node.present) continue;
      this.leaving.delete(node.id);
      if (this.present.has(node.id)) continue;
      this.present.add(node.id);
      this.write({ kind: 'presence', node: node.id, value: true });
    }
    const status = action.status ?? this.node(action.target)?.status ?? 'ready';
    if (status !== this.statusOf(action.target)) this.setStatus(action.target, status);
  }

  /** Takes no new connections from now on; its standing ones close. It is seen until `remove`. */
  beginRemoval(id: NodeId): void {
    this.able.clear();
    const ids = new Set(this.withParts(id).map((node) => node.id));
    for (const each of ids) this.leaving.add(each);
    for (const edge of this.open) {
      const ends = this.scenario.architecture.edges.get(edge);
      if (ends && (ids.has(ends.from) || ids.has(ends.to))) this.connect(edge, false);
    }
  }

  /** Gone, with its parts, unless it was created again meanwhile; should it come back, it is as the architecture describes it. */
  remove(id: NodeId): void {
    for (const node of this.withParts(id)) {
      if (!this.leaving.delete(node.id)) continue;
      this.restore(node);
      if (this.present.delete(node.id)) this.write({ kind: 'presence', node: node.id, value: false });
    }
  }

  private restore(node: DiagramNode): void {
    const { id } = node;
    for (const kind of this.worn.get(id) ?? []) this.write({ kind, node: id, value: null });
    this.worn.delete(id);
    this.noted.delete(id);
    if (this.statusOf(id) !== node.status) this.setStatus(id, node.status);
    if (this.weights.delete(id)) this.write({ kind: 'weight', node: id, value: node.weight });
    if (this.renamed.delete(id)) this.write({ kind: 'subtitle', node: id, value: this.text(node.subtitle) });
  }

  note(node: NodeId, value: string): void {
    this.noted.add(node);
    this.wear(node, 'note', value);
  }

  connect(edge: EdgeId, open: boolean): void {
    if (open) this.open.add(edge);
    else this.open.delete(edge);
    this.write({ kind: 'connection', edge, open });
  }

  load(node: NodeId, delta: 1 | -1): void {
    this.write({ kind: 'load', node, delta });
  }

  setClock(value: number): void {
    this.clock = value;
    this.write({ kind: 'clock', value });
  }

  /** Components, parts and groups are lit from now on. */
  light(ids: readonly (NodeId | GroupId)[]): void {
    for (const id of ids) {
      if (this.lit.has(id)) continue;
      this.lit.add(id);
      this.write({ kind: 'lit', id, value: true });
    }
  }

  /** The time that passes from now on is an example. */
  markIllustrative(): void {
    if (!this.illustrative) this.write({ kind: 'illustrative', value: true });
    this.illustrative = true;
  }

  /** Notes, lights and the sign at the clock go with the step. */
  endStep(): void {
    for (const node of this.noted) this.wear(node, 'note', null);
    for (const id of this.lit) this.write({ kind: 'lit', id, value: false });
    if (this.illustrative) this.write({ kind: 'illustrative', value: false });
    this.noted.clear();
    this.lit.clear();
    this.illustrative = false;
  }

  private setStatus(node: NodeId, value: Status): void {
    this.status.set(node, value);
    this.write({ kind: 'status', node, value });
  }

  private statusOf(id: NodeId): Status {
    return this.status.get(id) ?? this.node(id)?.status ?? 'ready';
  }

  private wear<K extends 'badge' | 'gauge' | 'count' | 'note'>(node: NodeId, kind: K, value: (Fact & { kind: K })['value']): void {
    const worn = this.worn.get(node) ?? new Set();
    this.worn.set(node, worn);
    if (value === null) worn.delete(kind);
    else worn.add(kind);
    this.write({ kind, node, value } as Fact);
  }

  private write(fact: Fact): void {
    if (fact.kind === 'presence' || fact.kind === 'status' || fact.kind === 'weight') this.able.clear();
    this.recorder.change(this.now(), fact);
  }

  private text(text: Parameters<typeof textIn>[0]): string {
    return textIn(text, this.lang, this.scenario.languages);
  }

  private node(id: NodeId): DiagramNode | undefined {
    return this.scenario.architecture.nodes.get(id);
  }

  private withParts(id: NodeId): DiagramNode[] {
    const node = this.node(id);
    if (!node) return [];
    const all = [node];
    for (const each of node.parts) {
      const part = this.node(each);
      if (part) all.push(part);
    }
    return all;
  }
}

/** Whether a node is there before the first step: a part only inside a component that is there. */
export function isThere(node: DiagramNode, nodes: ReadonlyMap<NodeId, DiagramNode>): boolean {
  const parent = node.parent === undefined ? undefined : nodes.get(node.parent);
  return node.present && (!parent || isThere(parent, nodes));
}
