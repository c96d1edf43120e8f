import type { LooseAction } from './documents.ts';
import type { ActionId, Architecture, GroupId, HighlightAction, NodeId } from './model.ts';
import { didYouMean } from './nearest.ts';
import type { Scope } from './scope.ts';
import type { Path } from './source.ts';

/** Resolves `highlight`: ids of components and parts, of groups, of layers; the first kind that has an id is meant. */
export function resolveHighlight(
  action: LooseAction<'highlight'>,
  id: ActionId,
  path: Path,
  scope: Scope,
): HighlightAction | undefined {
  const { highlight } = action;
  if (highlight === undefined) return undefined;
  const nodes = new Set<NodeId>();
  const groups = new Set<GroupId>();
  const named = new Set<NodeId>();
  const add = (target: string | undefined, at: Path): void => {
    if (target === undefined) return;
    const { architecture } = scope;
    warnOfTwo(target, at, scope);
    if (architecture.nodes.has(target)) for (const set of [nodes, named]) set.add(target);
    else if (architecture.groups.has(target)) addGroup(target, architecture, nodes, groups);
    else if (architecture.layers.some((layer) => layer.id === target)) addLayer(target, architecture, nodes);
    else unknown(target, at, scope);
  };
  if (typeof highlight === 'string') add(highlight, [...path, 'highlight']);
  else for (const [index, target] of highlight.entries()) add(target, [...path, 'highlight', index]);
  return nodes.size + groups.size > 0 ? { verb: 'highlight', id, nodes: [...nodes], groups: [...groups], named: [...named] } : undefined;
}

/** A group, the groups inside it, and all that stands in them. */
function addGroup(id: GroupId, { groups: all, nodes: every }: Architecture, nodes: Set<NodeId>, groups: Set<GroupId>): void {
  const isIn = (group: GroupId | undefined): boolean => group === id || (group !== undefined && isIn(all.get(group)?.parent));
  for (const group of all.keys()) if (isIn(group)) groups.add(group);
  for (const node of every.values()) if (isIn(node.group)) nodes.add(node.id);
}

function addLayer(id: string, { nodes: every }: Architecture, nodes: Set<NodeId>): void {
  for (const node of every.values()) if (node.layer === id) nodes.add(node.id);
}

function kindsOf(id: string, { nodes, groups, layers }: Architecture): string[] {
  return [
    ...(nodes.has(id) ? ['component'] : []),
    ...(groups.has(id) ? ['group'] : []),
    ...(layers.some((layer) => layer.id === id) ? ['layer'] : []),
  ];
}

function warnOfTwo(id: string, at: Path, scope: Scope): void {
  const [meant, ...others] = kindsOf(id, scope.architecture);
  if (others.length === 0) return;
  const message = `\`${id}\` is a ${meant} and a ${others.join(' and a ')}: the ${meant} is lit.`;
  scope.warning('ambiguous-id', message, at, { found: id, hint: 'Give one of them another id.' });
}

function unknown(id: string, at: Path, scope: Scope): void {
  const { nodes, groups, layers } = scope.architecture;
  scope.error('unknown-component', `There is no component, group or layer \`${id}\`.`, at, () => ({
    found: id,
    expected: 'a component, a part, a group or a layer of the architecture',
    hint: didYouMean(id, [...nodes.keys(), ...groups.keys(), ...layers.map((layer) => layer.id)]),
  }), id);
}
