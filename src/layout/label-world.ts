import type { EdgeId, NodeId } from '../scenario/model.ts';
import { inflate, type Rect, type Size } from '../shared/geometry.ts';
import { RectTable } from './rect-table.ts';
import type { GroupBox, NodeBox, Route } from './types.ts';

/** What labels have to keep clear of. */
export interface LabelWorld {
  readonly size: Size;
  readonly nodes: ReadonlyMap<NodeId, NodeBox>;
  readonly groups: ReadonlyMap<string, GroupBox>;
  readonly routes: ReadonlyMap<EdgeId, Route>;
  /** Strips under cards in which badges, gauges or counts will hang. */
  readonly reserved: readonly Rect[];
}

/** From this cost on a place covers something that it must not cover. */
export const CLASH = 1000;
const LIT_EDGE = 1000;
const OWN_EDGE = 60;
const RESERVED = 90;
const RESTING_EDGE = 10;
const RIM = 7;
const MARGIN = 6;

/** What a place in some region could touch: indices into the world's tables. */
export interface Near {
  readonly solid: readonly number[];
  readonly rims: readonly number[];
  readonly reserved: readonly number[];
  readonly pieces: readonly number[];
}

/** The straight pieces of all routes as thin boxes. */
function piecesOf(routes: ReadonlyMap<EdgeId, Route>): { rect: Rect; edge: EdgeId }[] {
  return [...routes].flatMap(([edge, { points }]) => points.slice(1).map((b, i) => {
    const a = points[i] as { x: number; y: number };
    const rect = { x: Math.min(a.x, b.x) - 5, y: Math.min(a.y, b.y) - 5, width: Math.abs(a.x - b.x) + 10, height: Math.abs(a.y - b.y) + 10 };
    return { rect, edge };
  }));
}

/** Everything on a map that does not move when labels are put onto it. */
export class Standing {
  private readonly solid: RectTable;
  private readonly rims: RectTable;
  private readonly reserved: RectTable;
  private readonly pieces: RectTable;
  /** The route of each piece, by the index of its edge. */
  private readonly edges: Int32Array;
  private readonly numbers = new Map<EdgeId, number>();

  constructor(private readonly world: LabelWorld) {
    const boxes = [...world.nodes.values()].filter((box) => box.shape !== 'part');
    this.solid = new RectTable([...boxes.map((box) => inflate(box, 4)), ...[...world.groups.values()].map((group) => inflate(group.titleBox, 4, 2))]);
    this.rims = new RectTable([...world.groups.values()].flatMap(({ x, y, width, height }) => [
      { x, y: y - 1, width, height: 2 }, { x, y: y + height - 1, width, height: 2 },
      { x: x - 1, y, width: 2, height }, { x: x + width - 1, y, width: 2, height },
    ]));
    this.reserved = new RectTable(world.reserved);
    for (const edge of world.routes.keys()) this.numbers.set(edge, this.numbers.size);
    const pieces = piecesOf(world.routes);
    this.pieces = new RectTable(pieces.map(({ rect }) => rect));
    this.edges = Int32Array.from(pieces, ({ edge }) => this.numbers.get(edge) as number);
  }

  /** The edge's index in tables such as `lit`; -1 for one without a route. */
  numberOf(edge: EdgeId | undefined): number {
    return edge === undefined ? -1 : this.numbers.get(edge) ?? -1;
  }

  /** A table with 1 at the index of each of these edges. */
  lit(edges: Iterable<EdgeId>): Uint8Array {
    const lit = new Uint8Array(this.numbers.size);
    for (const edge of edges) {
      const number = this.numberOf(edge);
      if (number >= 0) lit[number] = 1;
    }
    return lit;
  }

  /** What a place in a region could touch. */
  near(region: Rect): Near {
    return { solid: this.solid.near(region), rims: this.rims.near(region), reserved: this.reserved.near(region), pieces: this.pieces.near(region) };
  }

  /** What a place costs for what it covers of all that does not move; `own`: the index of the label's own edge. */
  costOf(box: Rect, own: number, lit: Uint8Array, near: Near): number {
    const { width, height } = this.world.size;
    const outside = box.x < MARGIN || box.y < MARGIN || box.x + box.width > width - MARGIN || box.y + box.height > height - MARGIN;
    // Outside of the map nothing else counts any more.
    if (outside) return 6 * CLASH;
    let cost = 0;
    for (const index of near.solid) {
      const area = this.solid.sharedArea(index, box);
      if (area > 0) cost += CLASH + area / 10;
    }
    for (const index of near.reserved) if (this.reserved.overlaps(index, box)) cost += RESERVED;
    for (const index of near.rims) if (this.rims.overlaps(index, box)) cost += RIM;
    for (const index of near.pieces) {
      if (!this.pieces.overlaps(index, box)) continue;
      const edge = this.edges[index] as number;
      cost += edge === own ? OWN_EDGE : lit[edge] === 1 ? LIT_EDGE : RESTING_EDGE;
    }
    return cost;
  }
}
