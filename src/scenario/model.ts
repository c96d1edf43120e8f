/**
 * The validated documents: read-only, every id resolved, every default filled in. `parse` makes them; nothing later changes them.
 * Times are seconds.
 */
import type { Lang, LocalizedText } from '../shared/text.ts';

/** `api-server`, or `api-server/authn` for a part of a component. */
export type NodeId = string;
export type GroupId = string;
/** `from->to`, the side that dials first. At most one edge for an ordered pair. */
export type EdgeId = `${NodeId}->${NodeId}`;
/** Where an action stands in its document, stable over levels, paths and languages: `store/replicate:0.1.2`. */
export type ActionId = string;
export type ChoiceId = string;
export type OptionId = string;

/** The accents of the look; a group wears one, its members inherit it. */
export type Accent = 'clients' | 'control-plane' | 'worker' | 'networking' | 'storage' | 'observability' | 'neutral';
export const ACCENTS: readonly Accent[] = ['clients', 'control-plane', 'worker', 'networking', 'storage', 'observability', 'neutral'];

export type Side = 'top' | 'right' | 'bottom' | 'left';

/** What a component is at a moment; `ready` unless said otherwise. */
export type Status = 'ready' | 'not-ready' | 'pending' | 'running' | 'terminating' | 'failed';
export const STATUSES: readonly Status[] = ['ready', 'not-ready', 'pending', 'running', 'terminating', 'failed'];

export interface Layer {
  readonly id: string;
  readonly title: LocalizedText;
  /** What it is responsible for, in one or two sentences. */
  readonly about?: LocalizedText;
  /** What belongs to it, in words of the author. */
  readonly items: readonly LocalizedText[];
}

export interface Group {
  readonly id: GroupId;
  readonly title: LocalizedText;
  readonly accent: Accent;
  /** The group around this one. */
  readonly parent?: GroupId;
  /** Position and size as written; the layout finds what is missing. */
  readonly at?: { readonly x: number; readonly y: number };
  readonly size?: { readonly width: number; readonly height: number };
}

/** A component, or a part inside one (`parent` is then its component). */
export interface DiagramNode {
  readonly id: NodeId;
  /** A name of the catalogue of kinds (`api-server`, `database`, `queue` …); it decides the icon unless `icon` is given. */
  readonly kind: string;
  readonly title: LocalizedText;
  /** The second line on the card. */
  readonly subtitle?: LocalizedText;
  /** One sentence: what it is for. */
  readonly role?: LocalizedText;
  readonly port?: string;
  /** https: or relative. */
  readonly docs?: string;
  /** A name of an icon of the look, or of `Architecture.icons`. */
  readonly icon: string;
  readonly group?: GroupId;
  readonly layer?: string;
  readonly parent?: NodeId;
  readonly parts: readonly NodeId[];
  /** Of a service: the components it may choose from, in the order of the document. */
  readonly members: readonly NodeId[];
  /** Of a service: the component on which the choice is made and which packets pass; the service is then drawn as a tag under that card. */
  readonly via?: NodeId;
  /** False: not there until `create`. */
  readonly present: boolean;
  readonly status: Status;
  /** Share of a member under the weighted policy, at least 0. */
  readonly weight: number;
  readonly at?: { readonly x: number; readonly y: number };
  readonly size?: { readonly width: number; readonly height: number };
}

export interface DiagramEdge {
  readonly id: EdgeId;
  /** The side that dials. */
  readonly from: NodeId;
  readonly to: NodeId;
  /** Such as `HTTPS`, `gRPC`, `CRI`, `TCP`. */
  readonly protocol?: string;
  readonly label?: LocalizedText;
  /** `watch`: kept open, events come back on it. `data`: packets of users. `uses`: no bytes, drawn as a plain relation. */
  readonly kind: 'request' | 'watch' | 'data' | 'uses';
  /** Sides of the two cards at which the line leaves and enters, where the author fixes them. */
  readonly fromSide?: Side;
  readonly toSide?: Side;
}

export interface Architecture {
  readonly id: string;
  readonly title: LocalizedText;
  readonly layers: readonly Layer[];
  readonly groups: ReadonlyMap<GroupId, Group>;
  /** Components and parts, in the order of the document; a part follows its component. */
  readonly nodes: ReadonlyMap<NodeId, DiagramNode>;
  readonly edges: ReadonlyMap<EdgeId, DiagramEdge>;
  /** Own icons: SVG path data on a 24 × 24 grid, drawn as strokes. */
  readonly icons: ReadonlyMap<string, string>;
  /** The file or address it was read from. */
  readonly source: string;
}

export interface Choice {
  readonly id: ChoiceId;
  readonly title: LocalizedText;
  readonly default: OptionId;
  readonly options: readonly { readonly id: OptionId; readonly title: LocalizedText; readonly note?: LocalizedText }[];
}

export interface Citation {
  /** https: or relative. */
  readonly href: string;
  /** What to show instead of the address. */
  readonly title?: LocalizedText;
  /** The version of the cited thing, such as `v1.36`. */
  readonly version?: string;
}

/** What the inspector shows of a hop. */
export interface HopDetail {
  readonly protocol?: string;
  /** `POST`, `Txn`, `ADDED` … */
  readonly verb?: string;
  readonly path?: string;
  /** Plain text, line breaks kept. */
  readonly payload?: string;
  readonly note?: LocalizedText;
}

/** How a hop ends: it arrives, or it fails in one of the ways that a viewer must be able to see. */
export type Outcome =
  | { readonly kind: 'ok' }
  | { readonly kind: 'dropped' | 'timeout' | 'refused' }
  /** The receiver got it and answers with a failure, such as 422. */
  | { readonly kind: 'error'; readonly code: string };

export type Policy = 'round-robin' | 'weighted' | 'random' | 'least-connections' | 'source-hash';
export const POLICIES: readonly Policy[] = ['round-robin', 'weighted', 'random', 'least-connections', 'source-hash'];

interface ActionBase {
  readonly id: ActionId;
}

interface HopBase extends ActionBase {
  readonly from: NodeId;
  readonly to: NodeId;
  /** The declared edge that the hop goes along, in either direction; undefined when it is `undeclared`. */
  readonly edge?: EdgeId;
  readonly label?: LocalizedText;
  readonly detail?: HopDetail;
  /** Seconds under way; undefined: the compiler decides. */
  readonly takes?: number;
  readonly outcome: Outcome;
}

export interface SendAction extends HopBase {
  readonly verb: 'send';
  /** The name that a later `reply` answers. */
  readonly as?: string;
}

/** A request and its answer. */
export interface CallAction extends HopBase {
  readonly verb: 'call';
  readonly returns?: LocalizedText;
  readonly returnsDetail?: HopDetail;
  /** Seconds between arrival and answer. */
  readonly serviceTime?: number;
}

/** The answer to a named request: `from`, `to`, `edge` are those of the answer (from = the request's receiver). */
export interface ReplyAction extends HopBase {
  readonly verb: 'reply';
  readonly request: string;
}

/** A push down an open connection: `to` is the side that dialled it, `edge` the connection. */
export interface EventAction extends HopBase {
  readonly verb: 'event';
}

export interface WorkAction extends ActionBase {
  readonly verb: 'work';
  readonly at: NodeId;
  readonly label?: LocalizedText;
  readonly detail?: HopDetail;
  readonly takes?: number;
}

export interface SetAction extends ActionBase {
  readonly verb: 'set';
  readonly target: NodeId;
  readonly status?: Status;
  /** Hangs under the card; `null` takes it away. */
  readonly badge?: LocalizedText | null;
  /** 0–1; `null` takes it away. */
  readonly gauge?: { readonly value: number; readonly label?: LocalizedText } | null;
  readonly count?: number | null;
  readonly subtitle?: LocalizedText;
  readonly weight?: number;
}

export interface CreateAction extends ActionBase {
  readonly verb: 'create';
  readonly target: NodeId;
  /** The component it grows from. */
  readonly from?: NodeId;
  readonly status?: Status;
}

export interface RemoveAction extends ActionBase {
  readonly verb: 'remove';
  readonly target: NodeId;
}

/** `open` and `close` of a standing connection. */
export interface ConnectionAction extends ActionBase {
  readonly verb: 'open' | 'close';
  readonly edge: EdgeId;
  readonly label?: LocalizedText;
}

export interface FocusAction extends ActionBase {
  readonly verb: 'focus';
  /** Components and groups to frame; empty: the whole map. */
  readonly on: readonly (NodeId | GroupId)[];
}

/** Lights what it names until the step ends. */
export interface HighlightAction extends ActionBase {
  readonly verb: 'highlight';
  /** Components and parts: those named, and all of the groups and layers. */
  readonly nodes: readonly NodeId[];
  /** Groups that are named, and those inside them. */
  readonly groups: readonly GroupId[];
  /** Of `nodes`: those that are named themselves. */
  readonly named: readonly NodeId[];
}

export interface NoteAction extends ActionBase {
  readonly verb: 'note';
  readonly at: NodeId;
  readonly text: LocalizedText;
}

export interface WaitAction extends ActionBase {
  readonly verb: 'wait';
  readonly seconds: number;
}

/** Lets simulated time pass: `by` simulated seconds within `takes` seconds of the animation. */
export interface ClockAction extends ActionBase {
  readonly verb: 'clock';
  readonly by: number;
  /** Nobody specifies how long it is: it is only an example. */
  readonly illustrative: boolean;
  readonly takes: number;
  readonly label?: LocalizedText;
}

/** Runs its actions `times` times, one start every `interval` seconds; ends when the last run has ended. */
export interface EveryAction extends ActionBase {
  readonly verb: 'every';
  readonly interval: number;
  readonly times: number;
  readonly actions: readonly Action[];
}

export interface ParallelAction extends ActionBase {
  readonly verb: 'parallel';
  readonly branches: readonly (readonly Action[])[];
  /** Seconds between the starts of two neighbouring branches. */
  readonly stagger: number;
}

export interface ChooseAction extends ActionBase {
  readonly verb: 'choose';
  readonly choice: ChoiceId;
  readonly options: ReadonlyMap<OptionId, readonly Action[]>;
}

/** Connections from one component to a service, spread over its ready members at each instant. */
export interface TrafficAction extends ActionBase {
  readonly verb: 'traffic';
  readonly from: NodeId;
  readonly service: NodeId;
  readonly policy: Policy;
  readonly per: 'connection' | 'request';
  readonly connections: number;
  /** Requests on each connection. */
  readonly requests: number;
  /** Seconds between the starts of two connections. */
  readonly every: number;
  /** Seconds a member works on a request. */
  readonly serviceTime: number;
  /** For `random`. */
  readonly seed: string;
  /** For `source-hash`: the client addresses, taken in turn. */
  readonly sources: readonly string[];
  readonly label?: LocalizedText;
  readonly detail?: HopDetail;
  /** The way of a packet to the choosing component (`from` → … → via or service), then from there to each member: resolved edges. */
  readonly entry: readonly EdgeId[];
  /** By member. */
  readonly exits: ReadonlyMap<NodeId, readonly EdgeId[]>;
}

export type Action =
  | SendAction | CallAction | ReplyAction | EventAction | WorkAction | SetAction | CreateAction | RemoveAction | ConnectionAction
  | FocusAction | HighlightAction | NoteAction | WaitAction | ClockAction | EveryAction | ParallelAction | ChooseAction | TrafficAction;
export type Verb = Action['verb'];

export interface Step {
  /** Ids from the top down, joined by `/`: `store`, `store/replicate`. */
  readonly id: string;
  readonly title: LocalizedText;
  readonly say: LocalizedText;
  /** A quiet line under the narration: where the picture simplifies, or what the source calls it. */
  readonly aside?: LocalizedText;
  readonly cite: readonly Citation[];
  readonly actions: readonly Action[];
  /** From this level on these steps take the place of `actions`. */
  readonly deeper?: { readonly level: number; readonly steps: readonly Step[] };
}

export interface Scenario {
  readonly id: string;
  readonly title: LocalizedText;
  /** One sentence for the gallery. */
  readonly summary?: LocalizedText;
  /** The languages that are promised, else those found; the first is the fallback. */
  readonly languages: readonly Lang[];
  readonly architecture: Architecture;
  /** Connections that stand before the first step. */
  readonly open: readonly EdgeId[];
  readonly choices: readonly Choice[];
  /** 1 and every level at which a step goes deeper, ascending. */
  readonly levels: readonly number[];
  /** Simulated seconds at the start; undefined: no clock is shown until one runs. */
  readonly clock?: number;
  readonly steps: readonly Step[];
  /** The file or address it was read from. */
  readonly source: string;
}
