import type { LooseAction } from './documents.ts';
import { durationSeconds } from '../shared/duration.ts';
import { edgeHint } from './edges.ts';
import type { ActionId, DiagramNode, EdgeId, NodeId, TrafficAction } from './model.ts';
import { resolveEnds } from './resolve-hops.ts';
import { Routes } from './routes.ts';
import type { Scope } from './scope.ts';
import type { Path } from './source.ts';

const EVERY_SECONDS = 0.3;
const SERVICE_SECONDS = 0.4;

/** Resolves `traffic`: its numbers, and the ways of its packets to the choice and from there to each member. */
export function resolveTraffic(action: LooseAction<'traffic'>, id: ActionId, path: Path, scope: Scope): TrafficAction | undefined {
  const at = [...path, 'traffic'];
  const label = scope.text(action, 'label', action.label, path);
  const detail = scope.detail(action, 'detail', action.detail, path);
  if (action.policy === 'source-hash' && action.sources === undefined) {
    scope.error('missing-sources', 'To choose by source, the traffic needs `sources`.', path, {
      expected: 'sources: a list of client addresses',
    });
  }
  const ends = resolveEnds(action.traffic, at, scope);
  const service = ends && scope.architecture.nodes.get(ends[1]);
  if (!ends || !service) return undefined;
  if (service.members.length === 0) {
    const hint = `Give ${service.id} \`members\` in the architecture, or use \`send\` or \`call\`.`;
    scope.error(
      'not-a-service',
      `\`${service.id}\` has no members that traffic could go to.`,
      at,
      { found: action.traffic, expected: 'a service', hint },
      service.id,
    );
    return undefined;
  }
  const ways = new TrafficWays(ends[0], service, at, scope).find();
  if (!ways) return undefined;
  return {
    verb: 'traffic',
    id,
    from: ends[0],
    service: service.id,
    ...ways,
    policy: action.policy ?? 'round-robin',
    per: action.per ?? 'connection',
    connections: action.connections ?? 1,
    requests: action.requests ?? 1,
    every: durationSeconds(action.every) ?? EVERY_SECONDS,
    serviceTime: durationSeconds(action['service-time']) ?? SERVICE_SECONDS,
    seed: String(action.seed ?? id),
    sources: (action.sources ?? []).filter((source) => source !== undefined),
    ...(label && { label }),
    ...(detail && { detail }),
  };
}

interface Ways {
  readonly entry: readonly EdgeId[];
  readonly exits: ReadonlyMap<NodeId, readonly EdgeId[]>;
}

/** Looks for the ways of packets: through `via`, else through the service's own box, else straight to the members. */
class TrafficWays {
  private readonly from: NodeId;
  private readonly service: DiagramNode;
  private readonly path: Path;
  private readonly scope: Scope;
  private readonly routes: Routes;

  constructor(from: NodeId, service: DiagramNode, path: Path, scope: Scope) {
    this.from = from;
    this.service = service;
    this.path = path;
    this.scope = scope;
    this.routes = new Routes(scope.architecture);
  }

  find(): Ways | undefined {
    const { via, id } = this.service;
    // An unknown one was reported where it stands.
    if (via !== undefined) return this.scope.architecture.nodes.has(via) ? this.through(via) : undefined;
    const hasEdges = [...this.scope.architecture.edges.values()].some((edge) => edge.from === id || edge.to === id);
    return hasEdges ? this.through(id) : this.straight();
  }

  private through(middle: NodeId): Ways | undefined {
    const entry = this.from === middle ? [] : this.routes.find(this.from, middle);
    if (!entry) return this.missing(this.from, middle);
    const exits = this.exitsFrom(middle);
    return exits && { entry, exits };
  }

  private straight(): Ways | undefined {
    const exits = this.exitsFrom(this.from);
    return exits && { entry: [], exits };
  }

  private exitsFrom(start: NodeId): ReadonlyMap<NodeId, readonly EdgeId[]> | undefined {
    const exits = new Map<NodeId, readonly EdgeId[]>();
    for (const member of this.service.members) {
      const way = this.routes.find(start, member);
      if (way) exits.set(member, way);
      else this.missing(start, member);
    }
    return exits.size === this.service.members.length ? exits : undefined;
  }

  private missing(from: NodeId, to: NodeId): undefined {
    const { architecture } = this.scope;
    this.scope.error('no-edge', `There is no way over declared edges from \`${from}\` to \`${to}\`.`, this.path, () => ({
      found: `${this.from} -> ${this.service.id}`,
      expected: `edges from ${from} to ${to}`,
      hint: edgeHint(architecture, from, to),
    }));
    return undefined;
  }
}
