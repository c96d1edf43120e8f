import type { ArchitectureContext } from './architecture-context.ts';
import type { ComponentDocument, InlineArchitecture, Loose } from './documents.ts';
import { resolveEdges } from './resolve-edges.ts';
import { resolveGroups } from './resolve-groups.ts';
import type { Details } from './findings.ts';
import { KINDS } from './kinds.ts';
import { LIMITS } from './limits.ts';
import type { Architecture, DiagramNode, EdgeId, DiagramEdge, Group, GroupId, Layer, NodeId } from './model.ts';
import type { Path } from './source.ts';
import { NO_TEXT } from './texts.ts';
import { didYouMean } from './nearest.ts';

type Component = Loose<ComponentDocument>;
type Part = NonNullable<NonNullable<Component['parts']>[string]>;
interface Draft {
  members: readonly NodeId[];
  weights: ReadonlyMap<NodeId, number>;
}

/** Resolves every id and fills in every default of an architecture; what does not fit is a finding. */
export function resolveArchitecture(source: Loose<InlineArchitecture>, context: ArchitectureContext): Architecture {
  const { texts, base, document } = context;
  const groups = resolveGroups(source.groups ?? {}, context);
  const layers = resolveLayers(source, context);
  const nodes = new Nodes(source, context, groups, layers).resolve();
  const edges = resolveEdges(source.edges ?? [], nodes, context);
  return {
    id: source.id ?? '',
    title: texts.read(source, 'title', source.title, base) ?? NO_TEXT,
    layers,
    groups,
    nodes,
    edges: edges as ReadonlyMap<EdgeId, DiagramEdge>,
    icons: new Map(Object.entries(source.icons ?? {}).filter((icon): icon is [string, string] => typeof icon[1] === 'string')),
    source: document.file,
  };
}

function resolveLayers(source: Loose<InlineArchitecture>, { texts, base }: ArchitectureContext): Layer[] {
  return Object.entries(source.layers ?? {}).map(([id, layer]) => {
    const path = [...base, 'layers', id];
    const title = texts.read(layer, 'title', layer?.title, path);
    const about = texts.read(layer, 'about', layer?.about, path, true);
    const items = (layer?.items ?? []).map((item, index) => texts.read(layer?.items, index, item, [...path, 'items'])).filter((item) => item !== undefined);
    return { id, title: title ?? NO_TEXT, ...(about && { about }), items };
  });
}

/** Resolves components and their parts. */
class Nodes {
  private readonly nodes = new Map<NodeId, DiagramNode>();
  private readonly weights = new Map<NodeId, number>();
  private readonly source: Loose<InlineArchitecture>;
  private readonly context: ArchitectureContext;
  private readonly groups: ReadonlyMap<GroupId, Group>;
  private readonly layers: ReadonlySet<string>;
  private readonly icons: ReadonlySet<string>;

  constructor(
    source: Loose<InlineArchitecture>,
    context: ArchitectureContext,
    groups: ReadonlyMap<GroupId, Group>,
    layers: readonly Layer[],
  ) {
    this.source = source;
    this.context = context;
    this.groups = groups;
    this.layers = new Set(layers.map((layer) => layer.id));
    this.icons = new Set([...Object.values(KINDS).map((kind) => kind.icon), ...Object.keys(source.icons ?? {})]);
  }

  resolve(): ReadonlyMap<NodeId, DiagramNode> {
    const components = this.source.components ?? {};
    for (const [id, component] of Object.entries(components)) this.component(id, component ?? {});
    for (const [id, weight] of this.weights) {
      const node = this.nodes.get(id);
      if (node) this.nodes.set(id, { ...node, weight });
    }
    if (this.nodes.size > LIMITS.components) {
      this.error('limit', `There are more than ${LIMITS.components} components and parts.`, ['components'], {
        found: String(this.nodes.size),
      });
    }
    return this.nodes;
  }

  private component(id: NodeId, component: Component): void {
    const path = ['components', id];
    if (this.groups.has(id)) {
      this.error('duplicate-id', `\`${id}\` is a group and a component.`, path, { found: id, hint: 'Give one of them another id.' }, 'key');
    }
    this.known(component.group, this.groups.keys(), 'unknown-group', 'group', [...path, 'group']);
    this.known(component.layer, this.layers, 'unknown-layer', 'layer', [...path, 'layer']);
    this.known(component.via, Object.keys(this.source.components ?? {}), 'unknown-component', 'component', [...path, 'via']);
    const { members } = this.members(component, id, path);
    const parts = Object.entries(component.parts ?? {});
    const size = component.size;
    this.nodes.set(id, {
      ...this.described(id, component, path, component.members === undefined ? 'component' : 'service'),
      ...(component.group !== undefined && this.groups.has(component.group) && { group: component.group }),
      ...(component.layer !== undefined && { layer: component.layer }),
      parts: parts.map(([part]) => `${id}/${part}`),
      members,
      ...(component.via !== undefined && { via: component.via }),
      present: component.present ?? true,
      status: component.status ?? 'ready',
      ...(size?.[0] !== undefined && size[1] !== undefined && { size: { width: size[0], height: size[1] } }),
    });
    for (const [part, value] of parts) this.part(id, part, value ?? {}, [...path, 'parts', part]);
  }

  private part(parent: NodeId, id: string, part: Part, path: Path): void {
    const node = this.described(`${parent}/${id}`, part, path, 'component');
    this.nodes.set(node.id, { ...node, parent, parts: [], members: [], present: true, status: 'ready' });
  }

  private described(id: NodeId, value: Component | Part, path: Path, fallbackKind: string) {
    const { texts, base } = this.context;
    const at = [...base, ...path];
    const kind = this.kind(value.kind, path) ?? fallbackKind;
    const subtitle = texts.read(value, 'subtitle', value.subtitle, at);
    const role = texts.read(value, 'role', value.role, at, true);
    const [x, y] = value.at ?? [];
    return {
      id,
      kind,
      title: texts.read(value, 'title', value.title, at) ?? NO_TEXT,
      ...(subtitle && { subtitle }),
      ...(role && { role }),
      ...(value.port !== undefined && { port: String(value.port) }),
      ...(value.docs !== undefined && { docs: value.docs }),
      icon: this.icon(value.icon, path) ?? KINDS[kind]?.icon ?? 'component',
      ...(x !== undefined && y !== undefined && { at: { x, y } }),
      weight: 1,
    };
  }

  private kind(kind: string | undefined, path: Path): string | undefined {
    return this.known(kind, Object.keys(KINDS), 'unknown-kind', 'kind', [...path, 'kind']) ? kind : undefined;
  }

  private icon(icon: string | undefined, path: Path): string | undefined {
    return this.known(icon, this.icons, 'unknown-icon', 'icon', [...path, 'icon']) ? icon : undefined;
  }

  private members(component: Component, id: NodeId, path: Path): Draft {
    const { members } = component;
    const weights = new Map<NodeId, number>();
    const list: NodeId[] = [];
    const add = (member: NodeId | undefined, weight: number | undefined, key: string | number): void => {
      if (member === undefined || !this.isMember(member, id, list, [...path, 'members', key], !Array.isArray(members))) return;
      list.push(member);
      if (weight !== undefined) this.weights.set(member, weight);
    };
    if (Array.isArray(members)) {
      for (const [index, item] of members.entries()) {
        if (typeof item === 'object') add(item?.id, item?.weight, index);
        else add(item, undefined, index);
      }
    } else {
      for (const [member, value] of Object.entries(members ?? {})) add(member, value?.weight, member);
    }
    return { members: list, weights };
  }

  private isMember(member: NodeId, service: NodeId, before: readonly NodeId[], path: Path, isKey: boolean): boolean {
    const on = isKey ? 'key' : 'value';
    if (!this.known(member, Object.keys(this.source.components ?? {}), 'unknown-component', 'component', path, on)) return false;
    if (member === service) this.error('own-member', 'A service cannot be its own member.', path, { found: member }, on);
    else if (before.includes(member)) this.error('duplicate-id', `\`${member}\` is a member twice.`, path, { found: member }, on);
    else return true;
    return false;
  }

  private known(
    id: string | undefined,
    ids: Iterable<string>,
    code: string,
    what: string,
    path: Path,
    on: 'key' | 'value' = 'value',
  ): boolean {
    if (id === undefined) return false;
    const all = [...ids];
    if (all.includes(id)) return true;
    this.error(code, `There is no ${what} \`${id}\`.`, path, () => ({ found: id, expected: `a ${what}`, hint: didYouMean(id, all) }), on);
    return false;
  }

  private error(code: string, message: string, path: Path, details: Details | (() => Details), on: 'key' | 'value' = 'value'): void {
    this.context.findings.error(code, message, { document: this.context.document, path: [...this.context.base, ...path], on }, details);
  }
}
