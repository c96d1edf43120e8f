import type { EdgeId, GroupId, NodeId } from '../scenario/model.ts';
import { inflate, overlaps, type Rect } from '../shared/geometry.ts';
import { involvement } from './involvement.ts';
import type { MapFacts } from './map-facts.ts';
import type { MapSight } from './map-sight.ts';
import { pieces } from './route-path.ts';

/** What of the resting map looks different in a step than in the one before, with all that stands over any of it. */
export interface MapChange {
  readonly edges: ReadonlySet<EdgeId>;
  readonly titles: ReadonlySet<GroupId>;
  readonly nodes: ReadonlySet<NodeId>;
}

/** A part of the resting map: what a change leaves as it is, or what it changes. */
export interface MapPart {
  readonly of: 'same' | 'changing';
  readonly change: MapChange;
}

/** A line's width, its arrowhead and the ring at its end reach so far from its way. */
const REACH = 10;
/** Where more of the nodes change, hardly anything is left that stays the same. */
const MOST = 0.5;

/** Whether a part has something; no part: everything. */
export function isIn(part: MapPart | undefined, kind: keyof MapChange, id: string): boolean {
  return !part || (part.change[kind] as ReadonlySet<string>).has(id) === (part.of === 'changing');
}

/** Finds what changes from step to step, once for each. */
export class MapChanges {
  private readonly known = new Map<number, MapChange>();
  private sight: MapSight | undefined;

  constructor(private readonly facts: MapFacts) {}

  /** From the step before to this one (its index); of no size where both look the same. */
  into(step: number, sight: MapSight): MapChange {
    if (sight !== this.sight) this.known.clear();
    this.sight = sight;
    const known = this.known.get(step) ?? changeInto(this.facts, step, sight);
    this.known.set(step, known);
    return known;
  }

  /** Whether a change concerns so much that nothing is won by keeping the rest. */
  isOfMost({ nodes }: MapChange): boolean {
    return nodes.size > this.facts.layout.nodes.size * MOST;
  }
}

function changeInto(facts: MapFacts, step: number, sight: MapSight): MapChange {
  const { layout } = facts;
  const [before, now] = [0, 1].map((emphasis) => involvement(facts, { step, emphasis }, sight)) as [ReturnType<typeof involvement>, ReturnType<typeof involvement>];
  const edges = new Set([...layout.routes.keys()].filter((id) => before.edge(id) !== now.edge(id)));
  const over = [...edges].flatMap((id) => facts.path(id) ?? []).flatMap((path) => pieces(path)).map((piece) => inflate(piece, REACH));
  const titles = new Set([...layout.groups].filter(([, { titleBox }]) => over.some((piece) => overlaps(piece, titleBox))).map(([id]) => id));
  const nodes = new Set<NodeId>();
  // In the order of painting: what stands over something that changes is painted after it.
  const under: Rect[] = [...over];
  for (const [id, box] of layout.nodes) {
    if (before.node(id) === now.node(id) && !under.some((other) => overlaps(other, box))) continue;
    nodes.add(id);
    under.push(box);
  }
  return { edges, titles, nodes };
}
