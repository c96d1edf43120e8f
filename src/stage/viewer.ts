/** Something of the picture that a viewer can point at: a node's or an edge's id, or a message's index. */
export interface Hit {
  readonly kind: 'node' | 'message' | 'edge';
  readonly id: string | number;
}

/** The layers of the architecture that a viewer lights or hides, by their ids. */
export interface LayerView {
  /** Alone at full strength. */
  readonly lit?: string | undefined;
  readonly hidden: ReadonlySet<string>;
}

/** The viewer's own layer, drawn above the picture and never recorded. */
export interface ViewerLayer {
  readonly hover?: Hit | undefined;
  readonly selected?: Hit | undefined;
  readonly layers?: LayerView | undefined;
}
