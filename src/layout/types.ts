/** What layouts are made of. Map units are px of the unscaled picture, of which the type scale of the look speaks. */
import type { ActionId, Accent, EdgeId, GroupId, NodeId } from '../scenario/model.ts';
import type { Point, Rect, Size } from '../shared/geometry.ts';
import type { Lang } from '../shared/text.ts';

/** Text broken into lines for a box; `size` is the font size that was needed to make it fit. */
export interface FittedText {
  readonly lines: readonly string[];
  readonly size: number;
  /** Something had to be cut off: the last line ends in an ellipsis. */
  readonly overflow?: boolean;
}

export interface CardText {
  readonly title: FittedText;
  /** No lines where there is no second line. */
  readonly subtitle: FittedText;
}

/** `card`: icon, title, second line. `part`: a small box inside a card. `tag`: a service drawn under the card on which it chooses. */
export interface NodeBox extends Rect {
  readonly shape: 'card' | 'part' | 'tag';
  readonly accent: Accent;
  readonly text: ReadonlyMap<Lang, CardText>;
  /** Where parts stand inside a card; undefined where it has none. */
  readonly inner?: Rect;
}

export interface GroupBox extends Rect {
  readonly accent: Accent;
  /** 0 for an outermost group. */
  readonly depth: number;
  /** Where the title stands, for the widest language. */
  readonly titleBox: Rect;
}

/** An orthogonal way from the dialling card's rim to the other's; corners are rounded when drawn. */
export interface Route {
  readonly points: readonly Point[];
  readonly length: number;
}

/** Where a hop's label stands: the box of the pill for its widest language, and the point of the route that it belongs to. */
export interface LabelPlace extends Rect {
  readonly anchor: Point;
  /** The best place still covers something: `hopline check` reports it. */
  readonly crowded: boolean;
}

export interface MapLayout {
  /** With the margin around everything. */
  readonly size: Size;
  readonly nodes: ReadonlyMap<NodeId, NodeBox>;
  readonly groups: ReadonlyMap<GroupId, GroupBox>;
  /** Of every declared edge and of every undeclared hop. */
  readonly routes: ReadonlyMap<EdgeId, Route>;
  /** By `Message.action`. */
  readonly labels: ReadonlyMap<ActionId, LabelPlace>;
}

export interface Lifeline {
  readonly node: NodeId;
  readonly accent: Accent;
  readonly x: number;
  readonly head: Rect;
  readonly title: FittedText;
}

export interface SequenceRow {
  /** Index into `Trace.messages`. */
  readonly message: number;
  /** Of the arrow; the row's band reaches from `top` to `top + height`. */
  readonly y: number;
  readonly top: number;
  readonly height: number;
  readonly fromX: number;
  readonly toX: number;
  /** Label, broken into lines; its box never touches a lifeline that the arrow does not cross. */
  readonly label: FittedText;
  readonly labelBox: Rect;
}

/** A note beside the lifeline of its component (of a part: the part's own where it has one), in a row of its own. */
export interface SequenceNote {
  readonly node: NodeId;
  readonly text: FittedText;
  /** Where the lines begin. */
  readonly textX: number;
  /** Right of the lifeline, before the next one; no label and no frame's rim lies in it. */
  readonly box: Rect;
  readonly lifelineX: number;
  /** Index of the row above it; -1: it stands above the first one. */
  readonly afterMessage: number;
  /** When it is said, seconds, and the index of its step. */
  readonly time: number;
  readonly step: number;
}

export interface SequenceLayout {
  readonly size: Size;
  /** Heads stand in 0 … headHeight and stay in view. */
  readonly headHeight: number;
  /** Width of the numbers' margin on the left. */
  readonly margin: number;
  readonly lifelines: readonly Lifeline[];
  /** Connections that stand before the first step, above the first row. */
  readonly standing: readonly { readonly edge: EdgeId; readonly y: number; readonly fromX: number; readonly toX: number }[];
  readonly rows: readonly SequenceRow[];
  /** By time, and so from the top down. */
  readonly notes: readonly SequenceNote[];
  readonly activations: readonly { readonly node: NodeId; readonly x: number; readonly top: number; readonly bottom: number }[];
  readonly fragments: readonly { readonly kind: 'parallel' | 'choice' | 'traffic'; readonly label: string; readonly box: Rect; readonly dividers: readonly number[] }[];
}
