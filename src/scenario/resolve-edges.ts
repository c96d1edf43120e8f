import type { EdgeDocument, Loose } from './documents.ts';
import { edgeId, parseLink } from './edges.ts';
import type { DiagramEdge, DiagramNode, EdgeId, NodeId, Side } from './model.ts';
import type { ArchitectureContext } from './architecture-context.ts';
import type { Path } from './source.ts';
import { didYouMean } from './nearest.ts';

type Edges = readonly (Loose<EdgeDocument> | undefined)[];
type Nodes = ReadonlyMap<NodeId, DiagramNode>;

/** Resolves edges: both ends exist, no edge stands twice or ends where it begins. */
export function resolveEdges(edges: Edges, nodes: Nodes, context: ArchitectureContext): ReadonlyMap<EdgeId, DiagramEdge> {
  const resolved = new Map<EdgeId, DiagramEdge>();
  for (const [index, edge] of edges.entries()) {
    const isLong = typeof edge === 'object';
    const base = [...context.base, 'edges', index];
    const path = isLong ? [...base, 'link'] : base;
    const ends = parseLink(isLong ? edge.link : edge);
    if (!ends || !areEnds(ends, path, nodes, context)) continue;
    const id = edgeId(...ends);
    if (resolved.has(id)) {
      const hint = 'Two components have at most one edge in each direction.';
      context.findings.error(
        'duplicate-edge',
        `The edge \`${ends.join(' -> ')}\` stands twice.`,
        { document: context.document, path },
        { found: ends.join(' -> '), hint },
      );
      continue;
    }
    resolved.set(id, makeEdge(id, ends, isLong ? edge : {}, base, context));
  }
  return resolved;
}

function makeEdge(
  id: EdgeId,
  [from, to]: readonly [NodeId, NodeId],
  edge: Loose<Exclude<EdgeDocument, string>>,
  path: Path,
  { texts }: ArchitectureContext,
): DiagramEdge {
  const label = texts.read(edge, 'label', edge.label, path);
  const [fromSide, toSide] = (edge.sides?.trim().split(/\s+/) ?? []) as Side[];
  return {
    id,
    from,
    to,
    kind: edge.kind ?? 'request',
    ...(edge.protocol !== undefined && { protocol: edge.protocol }),
    ...(label && { label }),
    ...(fromSide && toSide && { fromSide, toSide }),
  };
}

function areEnds(ends: readonly [NodeId, NodeId], path: Path, nodes: Nodes, { document, findings }: ArchitectureContext): boolean {
  const unknown = ends.filter((end) => !nodes.has(end));
  for (const end of new Set(unknown)) {
    const place = { document, path, within: end };
    findings.error('unknown-component', `There is no component \`${end}\`.`, place, () => ({
      found: end,
      expected: 'a component',
      hint: didYouMean(end, nodes.keys()),
    }));
  }
  if (unknown.length > 0) return false;
  if (ends[0] !== ends[1]) return true;
  findings.error(
    'self-edge',
    'An edge ends where it begins.',
    { document, path },
    { found: ends.join(' -> '), hint: 'What a component does by itself is `work`.' },
  );
  return false;
}
