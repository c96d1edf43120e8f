/**
 * The run of a scenario in one variant: what happens when. Made by `compile`, never changed. Times are seconds from the start.
 */
import type { ActionId, ChoiceId, Citation, EdgeId, GroupId, HopDetail, NodeId, OptionId, Outcome, Scenario, Status } from '../scenario/model.ts';
import type { Lang } from '../shared/text.ts';

/** What a viewer may choose. Seconds belong to one variant; a `Moment` crosses variants. */
export interface Variant {
  readonly level: number;
  /** Options that differ from the default may be all there is; `compile` fills in the rest. */
  readonly path: Readonly<Record<ChoiceId, OptionId>>;
  readonly lang: Lang;
  /** Multiplies reading holds; 1 is reading speed, 0 switches holds off. */
  readonly pace: number;
}

/** A place in the story that survives a change of variant. */
export interface Moment {
  readonly step: string;
  readonly part: 'act' | 'hold';
  /** 0–1 within the part. */
  readonly fraction: number;
}

/** A visible leaf step. */
export interface StepMark {
  readonly id: string;
  readonly index: number;
  /** Shown in the caption: `index + 1`. */
  readonly number: number;
  /** Index of the top-level step that it belongs to. */
  readonly top: number;
  readonly title: string;
  readonly say: string;
  readonly aside: string;
  readonly cite: readonly Citation[];
  readonly start: number;
  /** The actions are over, the hold begins. */
  readonly actEnd: number;
  readonly end: number;
  /** Messages of this step: indices from `first` up to, not including, `last`. */
  readonly first: number;
  readonly last: number;
  /** Who takes part: what is not in here recedes. A part brings its component along. */
  readonly nodes: ReadonlySet<NodeId>;
  readonly edges: ReadonlySet<EdgeId>;
  /** Ids of components and groups to frame as `focus` asked; undefined: the stage decides from `nodes`. */
  readonly focus?: readonly string[];
}

export interface Message {
  readonly index: number;
  /** `work` is a self-message; `packet` is a hop of traffic. */
  readonly kind: 'request' | 'reply' | 'event' | 'work' | 'packet';
  /** Shown on the token and in the sequence's margin: `4`, or `4.2` where a step has several; of traffic the connection's number. */
  readonly number: string;
  readonly step: number;
  /** Of the answer to a `call`: the call's id followed by `/returns`. */
  readonly action: ActionId;
  readonly from: NodeId;
  readonly to: NodeId;
  /** The edge it travels along, in either direction; `from->to` itself when undeclared or work. */
  readonly edge: EdgeId;
  readonly undeclared: boolean;
  readonly label: string;
  readonly start: number;
  /** Arrival, or the moment at which it fails. */
  readonly end: number;
  readonly outcome: Outcome;
  /** Of a reply, and of a packet on the way back: the index of what it answers. */
  readonly request?: number;
  readonly detail?: HopDetail;
  /** Of a packet: its connection and request (from 1), and the member that was picked, `''` where none was. `reply`: on the way back. */
  readonly traffic?: { readonly connection: number; readonly request: number; readonly member: NodeId; readonly reply: boolean };
}

/** Frames of the sequence diagram, in document order, outer before inner: messages `first` ≤ i < `last`. */
export interface Fragment {
  readonly kind: 'parallel' | 'choice' | 'traffic';
  readonly label: string;
  readonly first: number;
  readonly last: number;
  /** Index of the first message of each branch after the first; none where the branches' rows are mixed. */
  readonly dividers: readonly number[];
}

/** A component that grows or fades; it is in `SceneState.present` from the start of an `appear`, until the end of a `vanish`. */
export interface PresenceSpan {
  readonly kind: 'appear' | 'vanish';
  readonly node: NodeId;
  /** Of `appear`: what it grows from. */
  readonly from?: NodeId;
  readonly step: number;
  readonly start: number;
  readonly end: number;
}

/** Simulated time that passes. */
export interface ClockSpan {
  readonly kind: 'clock';
  readonly step: number;
  readonly start: number;
  readonly end: number;
  /** Simulated seconds. */
  readonly from: number;
  readonly to: number;
  readonly label: string;
}
export type Span = PresenceSpan | ClockSpan;

/** A discrete fact that changes at an instant. */
export type StateChange = { readonly time: number; readonly step: number } & (
  | { readonly kind: 'presence'; readonly node: NodeId; readonly value: boolean }
  | { readonly kind: 'status'; readonly node: NodeId; readonly value: Status }
  | { readonly kind: 'badge'; readonly node: NodeId; readonly value: string | null }
  | { readonly kind: 'subtitle'; readonly node: NodeId; readonly value: string }
  | { readonly kind: 'gauge'; readonly node: NodeId; readonly value: { readonly value: number; readonly label: string } | null }
  | { readonly kind: 'count'; readonly node: NodeId; readonly value: number | null }
  | { readonly kind: 'weight'; readonly node: NodeId; readonly value: number }
  | { readonly kind: 'note'; readonly node: NodeId; readonly value: string | null }
  | { readonly kind: 'connection'; readonly edge: EdgeId; readonly open: boolean }
  /** A connection of `traffic` was given to a member (`+1`), or its last reply has left it (`-1`). */
  | { readonly kind: 'load'; readonly node: NodeId; readonly delta: 1 | -1 }
  | { readonly kind: 'clock'; readonly value: number }
  /** Until the step ends. */
  | { readonly kind: 'lit'; readonly id: NodeId | GroupId; readonly value: boolean }
  /** The simulated time is an example from here on, until the step ends. */
  | { readonly kind: 'illustrative'; readonly value: boolean }
);

/** All discrete facts at an instant. Maps hold only what differs from nothing. */
export interface SceneState {
  readonly present: ReadonlySet<NodeId>;
  /** Where it is, or was at first, something else than `ready`. */
  readonly status: ReadonlyMap<NodeId, Status>;
  readonly badges: ReadonlyMap<NodeId, string>;
  readonly subtitles: ReadonlyMap<NodeId, string>;
  readonly gauges: ReadonlyMap<NodeId, { readonly value: number; readonly label: string }>;
  readonly counts: ReadonlyMap<NodeId, number>;
  /** Where it is, or was at first, something else than 1. */
  readonly weights: ReadonlyMap<NodeId, number>;
  /** Go when the step ends. */
  readonly notes: ReadonlyMap<NodeId, string>;
  readonly open: ReadonlySet<EdgeId>;
  /** What `highlight` lights; goes when the step ends. */
  readonly lit: ReadonlySet<NodeId | GroupId>;
  /** Connections of traffic by member: given so far in this scenario, and active now. */
  readonly load: ReadonlyMap<NodeId, { readonly total: number; readonly active: number }>;
  /** Simulated seconds; undefined: no clock. */
  readonly clock?: number;
  /** The clock shows a duration that nobody specifies. */
  readonly illustrative: boolean;
}

export interface Trace {
  readonly scenario: Scenario;
  /** Complete: level, lang and pace as asked, every choice with its option. */
  readonly variant: Variant;
  readonly duration: number;
  readonly steps: readonly StepMark[];
  /** By start time, ties in the order in which they were made. */
  readonly messages: readonly Message[];
  readonly fragments: readonly Fragment[];
  /** By start time. */
  readonly spans: readonly Span[];
  /** By time, ties in the order in which they were made. */
  readonly changes: readonly StateChange[];
}
