import type { EdgeId, NodeId } from '../scenario/model.ts';
import type { Fragment, Message, Span, StateChange } from './trace.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
/** A message that the run may still mend: its end and outcome are known on arrival, the member of a packet when it is picked. */
export type MessageDraft = Mutable<Omit<Message, 'traffic'>> & { traffic?: Mutable<NonNullable<Message['traffic']>> };

type Given = Omit<MessageDraft, 'index' | 'number' | 'step' | 'request' | 'detail'>;
/** What a routine says of a message that starts. */
export type NewMessage = Given & { readonly detail?: Message['detail'] | undefined };

/** The frame around the messages that a routine makes, and the branch of it. */
export interface Scope {
  readonly fragment: FragmentDraft;
  readonly branch: number;
  readonly outer: Scope | undefined;
}

/** Which messages a branch made: indices from `first` up to `last`, of which `count` are its own. */
export interface BranchExtent {
  first: number;
  last: number;
  count: number;
}

/** A frame of the sequence diagram in the making: the extent of each branch. */
export interface FragmentDraft {
  readonly kind: Fragment['kind'];
  readonly label: string;
  /** By branch; a branch without messages has none. */
  readonly extents: (BranchExtent | undefined)[];
}

type WithoutStep<T> = T extends unknown ? Omit<T, 'time' | 'step'> : never;
/** A fact that changes, without when. */
export type Fact = WithoutStep<StateChange>;

/** Writes the run down; everything comes in the order of time, so nothing is sorted afterwards. */
export class Recorder {
  readonly messages: MessageDraft[] = [];
  readonly changes: StateChange[] = [];
  readonly spans: Span[] = [];
  readonly fragments: FragmentDraft[] = [];
  /** Of the current step. */
  step = 0;
  focus: readonly string[] | undefined;
  nodes = new Set<NodeId>();
  edges = new Set<EdgeId>();

  startStep(step: number): void {
    this.step = step;
    this.focus = undefined;
    this.nodes = new Set();
    this.edges = new Set();
  }

  message(made: NewMessage, scope: Scope | undefined): MessageDraft {
    const { kind, action, from, to, edge, undeclared, label, start, end, outcome, detail, traffic } = made;
    // All of one shape, written out: there may be tens of thousands.
    const draft: MessageDraft = {
      index: this.messages.length, kind, number: '', step: this.step, action, from, to, edge, undeclared, label, start, end, outcome,
    };
    if (detail) draft.detail = detail;
    if (traffic) draft.traffic = traffic;
    this.messages.push(draft);
    this.nodes.add(from).add(to);
    if (kind !== 'work') this.edges.add(edge);
    for (let at = scope; at; at = at.outer) extend(at.fragment, at.branch, draft.index);
    return draft;
  }

  /** Keeps the fact itself, with its time: it is the caller's no more. */
  change(time: number, fact: Fact): void {
    this.changes.push(Object.assign(fact, { time, step: this.step }) as StateChange);
  }

  fragment(kind: Fragment['kind'], label: string): FragmentDraft {
    const draft: FragmentDraft = { kind, label, extents: [] };
    this.fragments.push(draft);
    return draft;
  }
}

function extend(fragment: FragmentDraft, branch: number, index: number): void {
  const extent = fragment.extents[branch];
  if (!extent) fragment.extents[branch] = { first: index, last: index + 1, count: 1 };
  else {
    extent.last = index + 1;
    extent.count++;
  }
}
