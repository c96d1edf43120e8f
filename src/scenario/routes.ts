import { componentOf } from '../shared/node-id.ts';
import type { Architecture, DiagramEdge, EdgeId, NodeId } from './model.ts';

/** Finds ways of packets over declared edges, in their direction. Edges of kind `uses` carry nothing. */
export class Routes {
  private readonly outgoing = new Map<NodeId, DiagramEdge[]>();

  constructor(architecture: Pick<Architecture, 'edges'>) {
    for (const edge of architecture.edges.values()) {
      if (edge.kind === 'uses') continue;
      const list = this.outgoing.get(edge.from);
      if (list) list.push(edge);
      else this.outgoing.set(edge.from, [edge]);
    }
  }

  /** The shortest way over edges of kind `data`, else over any; ties go to the edge that is declared first; undefined when there is none. */
  find(from: NodeId, to: NodeId): readonly EdgeId[] | undefined {
    return this.search(from, to, (edge) => edge.kind === 'data') ?? this.search(from, to, () => true);
  }

  private search(from: NodeId, to: NodeId, allowed: (edge: DiagramEdge) => boolean): readonly EdgeId[] | undefined {
    const cameBy = new Map<NodeId, { edge: DiagramEdge; before: NodeId }>();
    const seen = new Set([from]);
    let front = [from];
    while (front.length > 0) {
      const next: NodeId[] = [];
      for (const node of front) {
        for (const edge of this.edgesOf(node)) {
          if (!allowed(edge) || seen.has(edge.to)) continue;
          seen.add(edge.to);
          cameBy.set(edge.to, { edge, before: node });
          if (edge.to === to || edge.to === componentOf(to)) return trace(cameBy, edge.to, from);
          next.push(edge.to);
        }
      }
      front = next;
    }
    return undefined;
  }

  /** Those of the part itself, then those of its component. */
  private edgesOf(node: NodeId): readonly DiagramEdge[] {
    const own = this.outgoing.get(node) ?? [];
    const component = componentOf(node);
    return component === node ? own : [...own, ...(this.outgoing.get(component) ?? [])];
  }
}

function trace(cameBy: ReadonlyMap<NodeId, { edge: DiagramEdge; before: NodeId }>, end: NodeId, start: NodeId): readonly EdgeId[] {
  const ids: EdgeId[] = [];
  for (let node = end; node !== start;) {
    const step = cameBy.get(node);
    if (!step) break;
    ids.unshift(step.edge.id);
    node = step.before;
  }
  return ids;
}
