/**
 * Scenarios in the domain's words: `scenario({ components, edges, steps: [step('store', send('client -> api'))] })`.
 * Ids of actions are filled in as the parser does: the step's id, then the places in the lists.
 */
import type {
  Action, Architecture, Choice, DiagramEdge, DiagramNode, EdgeId, NodeId, Outcome, Policy, Scenario, SetAction, Status, Step, TrafficAction,
} from '../../../src/scenario/model.ts';

type Draft<A extends Action = Action> = A extends Action ? Omit<A, 'id'> : never;
export type ActionDraft = Draft;
type Arrow = `${string} -> ${string}`;
interface HopOptions {
  readonly as?: string;
  readonly label?: string;
  readonly takes?: number;
  readonly fails?: string | 'dropped' | 'timeout' | 'refused';
}

const OK: Outcome = { kind: 'ok' };
const text = (value: string) => ({ und: value });
const ends = (arrow: Arrow): [string, string] => arrow.split(' -> ') as [string, string];

function outcome(fails: string | undefined): Outcome {
  if (fails === undefined) return OK;
  return fails === 'dropped' || fails === 'timeout' || fails === 'refused' ? { kind: fails } : { kind: 'error', code: fails };
}

function hop(arrow: Arrow, { label, takes, fails }: HopOptions, backwards = false) {
  const [from, to] = ends(arrow);
  const edge: EdgeId = backwards ? `${to}->${from}` : `${from}->${to}`;
  return { from, to, edge, outcome: outcome(fails), ...(label && { label: text(label) }), ...(takes !== undefined && { takes }) };
}

export const send = (arrow: Arrow, options: HopOptions = {}): ActionDraft =>
  ({ verb: 'send', ...hop(arrow, options), ...(options.as && { as: options.as }) });
export const reply = (request: string, arrow: Arrow, options: HopOptions = {}): ActionDraft =>
  ({ verb: 'reply', request, ...hop(arrow, options, true) });
export const event = (arrow: Arrow, options: HopOptions = {}): ActionDraft => ({ verb: 'event', ...hop(arrow, options, true) });
export const call = (arrow: Arrow, options: HopOptions & { returns?: string; serviceTime?: number } = {}): ActionDraft => ({
  verb: 'call', ...hop(arrow, options), ...(options.returns && { returns: text(options.returns) }),
  ...(options.serviceTime !== undefined && { serviceTime: options.serviceTime }),
});
export const work = (at: NodeId, takes?: number): ActionDraft => ({ verb: 'work', at, ...(takes !== undefined && { takes }) });
export const set = (target: NodeId, facts: Partial<Omit<SetAction, 'verb' | 'id' | 'target' | 'badge'>> & { badge?: string | null }): ActionDraft => {
  const { badge, ...rest } = facts;
  return { verb: 'set', target, ...rest, ...(badge !== undefined && { badge: badge === null ? null : text(badge) }) };
};
export const create = (target: NodeId, from?: NodeId, status?: Status): ActionDraft =>
  ({ verb: 'create', target, ...(from && { from }), ...(status && { status }) });
export const remove = (target: NodeId): ActionDraft => ({ verb: 'remove', target });
export const open = (arrow: Arrow): ActionDraft => ({ verb: 'open', edge: arrow.replace(' -> ', '->') as EdgeId });
export const close = (arrow: Arrow): ActionDraft => ({ verb: 'close', edge: arrow.replace(' -> ', '->') as EdgeId });
export const focus = (...on: string[]): ActionDraft => ({ verb: 'focus', on });
export const highlight = (...nodes: NodeId[]): ActionDraft => ({ verb: 'highlight', nodes, groups: [], named: nodes });
export const note = (at: NodeId, value: string): ActionDraft => ({ verb: 'note', at, text: text(value) });
export const wait = (seconds: number): ActionDraft => ({ verb: 'wait', seconds });
export const clock = (by: number, takes = 1.5, illustrative = false): ActionDraft => ({ verb: 'clock', by, takes, illustrative });
export const every = (interval: number, times: number, ...actions: ActionDraft[]): ActionDraft =>
  ({ verb: 'every', interval, times, actions: actions as unknown as Action[] });
export const parallel = (branches: readonly (readonly ActionDraft[])[], stagger = 0): ActionDraft =>
  ({ verb: 'parallel', branches: branches as unknown as Action[][], stagger });
export const choose = (choice: string, options: Record<string, readonly ActionDraft[]>): ActionDraft =>
  ({ verb: 'choose', choice, options: new Map(Object.entries(options)) as unknown as Map<string, Action[]> });

/** Traffic over the edges `from->…via`, then to each member; both ways are spelled out. */
export const traffic = (arrow: Arrow, options: {
  policy?: Policy; connections?: number; requests?: number; every?: number; serviceTime?: number; per?: 'connection' | 'request';
  seed?: string; sources?: string[]; label?: string; entry?: EdgeId[]; exits: Record<NodeId, EdgeId[]>;
}): ActionDraft => {
  const [from, service] = ends(arrow);
  const { label, exits, ...rest } = options;
  const full: Omit<TrafficAction, 'id'> = {
    verb: 'traffic', from, service, policy: 'round-robin', per: 'connection', connections: 1, requests: 1, every: 0.3, serviceTime: 0.4,
    seed: '1', sources: [], entry: [], exits: new Map(Object.entries(exits)), ...(label && { label: text(label) }), ...rest,
  };
  return full;
};

export interface StepDraft {
  readonly id: string;
  readonly say: string;
  readonly actions: readonly ActionDraft[];
  readonly deeper?: { readonly level: number; readonly steps: readonly StepDraft[] };
}
export const step = (id: string, ...actions: ActionDraft[]): StepDraft => ({ id, say: `This is ${id}.`, actions });
/** The same step, told in other steps from a level on. */
export const deeper = (outer: StepDraft, level: number, ...steps: StepDraft[]): StepDraft => ({ ...outer, deeper: { level, steps } });
export const saying = (say: string, outer: StepDraft): StepDraft => ({ ...outer, say });

function numbered(prefix: string, drafts: readonly ActionDraft[]): Action[] {
  return drafts.map((draft, index) => {
    const id = `${prefix}${index}`;
    const inner = draft as Action;
    if (inner.verb === 'every') return { ...inner, id, actions: numbered(`${id}.`, inner.actions) };
    if (inner.verb === 'parallel') return { ...inner, id, branches: inner.branches.map((branch, b) => numbered(`${id}.${b}.`, branch)) };
    if (inner.verb === 'choose') {
      return { ...inner, id, options: new Map([...inner.options].map(([option, list]) => [option, numbered(`${id}.${option}.`, list)])) };
    }
    return { ...inner, id };
  });
}

function finished(draft: StepDraft, prefix: string): Step {
  const id = `${prefix}${draft.id}`;
  return {
    id, title: text(draft.id), say: text(draft.say), cite: [], actions: numbered(`${id}:`, draft.actions),
    ...(draft.deeper && { deeper: { level: draft.deeper.level, steps: draft.deeper.steps.map((inner) => finished(inner, `${id}/`)) } }),
  };
}

const NODE = { kind: 'component', icon: 'component', parts: [], members: [], present: true, status: 'ready', weight: 1 } as const;

/** Components by id; a part's id has a `/`. */
export function architecture(nodes: Record<NodeId, Partial<DiagramNode>>, edges: readonly Arrow[]): Architecture {
  const ids = Object.keys(nodes);
  return {
    id: 'field', title: text('Field'), layers: [], groups: new Map(), icons: new Map(), source: 'field.yaml',
    nodes: new Map(ids.map((id) => [id, {
      ...NODE, id, title: text(id), parts: ids.filter((part) => part.startsWith(`${id}/`)),
      ...(id.includes('/') && { parent: id.split('/')[0] as string }), ...nodes[id],
    }])),
    edges: new Map(edges.map((arrow): [EdgeId, DiagramEdge] => {
      const [from, to] = ends(arrow);
      return [`${from}->${to}`, { id: `${from}->${to}`, from, to, kind: 'request' }];
    })),
  };
}

export function scenario(parts: {
  nodes: Record<NodeId, Partial<DiagramNode>>; edges?: readonly Arrow[]; steps: readonly StepDraft[];
  open?: readonly EdgeId[]; choices?: Record<string, readonly string[]>; levels?: readonly number[]; clock?: number;
}): Scenario {
  const choices = Object.entries(parts.choices ?? {}).map(([id, options]): Choice => ({
    id, title: text(id), default: options[0] as string, options: options.map((option) => ({ id: option, title: text(option) })),
  }));
  return {
    id: 'fixture', title: text('Fixture'), languages: ['en', 'ko'], architecture: architecture(parts.nodes, parts.edges ?? []),
    open: parts.open ?? [], choices, levels: parts.levels ?? [1], steps: parts.steps.map((draft) => finished(draft, '')), source: 'fixture.yaml',
    ...(parts.clock !== undefined && { clock: parts.clock }),
  };
}
