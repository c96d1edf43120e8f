import type { Loose, ScenarioDocument } from './documents.ts';
import type { Findings } from './findings.ts';
import type { Architecture, DiagramNode, NodeId } from './model.ts';
import { didYouMean } from './nearest.ts';
import type { SourceDocument } from './source.ts';

/** What stands under `start` of a component that is not there before the first step. */
export const ABSENT = 'absent';

/**
 * The architecture as a scenario finds it: what its `start` says of components takes the place of what the architecture says. Everything later sees only this
 * one. An unknown component is a finding.
 */
export function atStart(architecture: Architecture, start: Loose<ScenarioDocument>['start'], document: SourceDocument, findings: Findings): Architecture {
  if (!start) return architecture;
  const nodes = new Map<NodeId, DiagramNode>(architecture.nodes);
  for (const [id, status] of Object.entries(start)) {
    const node = nodes.get(id);
    if (node) {
      if (status !== undefined) nodes.set(id, status === ABSENT ? { ...node, present: false } : { ...node, present: true, status });
      continue;
    }
    const ids = [...nodes.values()].filter(({ parent }) => parent === undefined).map((known) => known.id);
    findings.error('unknown-component', `There is no component \`${id}\`.`, { document, path: ['start', id], on: 'key' }, () => ({
      found: id, expected: 'a component of the architecture', hint: didYouMean(id, ids),
    }));
  }
  return { ...architecture, nodes };
}
