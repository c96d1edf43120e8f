import type { InlineArchitecture, Loose } from './documents.ts';
import type { Accent, Group, GroupId } from './model.ts';
import { NO_TEXT } from './texts.ts';
import type { ArchitectureContext } from './architecture-context.ts';
import { didYouMean } from './nearest.ts';

type Groups = NonNullable<Loose<InlineArchitecture>['groups']>;

/** Resolves groups: who stands inside whom, and the accents that nested groups inherit. */
export function resolveGroups(groups: Groups, context: ArchitectureContext): ReadonlyMap<GroupId, Group> {
  const resolved = new Map<GroupId, Group>();
  const cyclic = findCycles(groups, context);
  for (const [id, group] of Object.entries(groups)) {
    const path = [...context.base, 'groups', id];
    const [x, y] = group?.at ?? [];
    const [width, height] = group?.size ?? [];
    const parent = cyclic.has(id) ? undefined : knownParent(groups, id, context);
    resolved.set(id, {
      id,
      title: context.texts.read(group, 'title', group?.title, path) ?? NO_TEXT,
      accent: cyclic.has(id) ? 'neutral' : inheritedAccent(groups, id),
      ...(parent !== undefined && { parent }),
      ...(x !== undefined && y !== undefined && { at: { x, y } }),
      ...(width !== undefined && height !== undefined && { size: { width, height } }),
    });
  }
  return resolved;
}

function knownParent(groups: Groups, id: GroupId, { base, document, findings }: ArchitectureContext): GroupId | undefined {
  const parent = groups[id]?.in;
  if (parent === undefined || Object.hasOwn(groups, parent)) return parent;
  const place = { document, path: [...base, 'groups', id, 'in'] };
  findings.error('unknown-group', `There is no group \`${parent}\`.`, place, () => ({
    found: parent,
    expected: 'a group',
    hint: didYouMean(parent, Object.keys(groups)),
  }));
  return undefined;
}

/** Every group on or under a cycle; the cycle is reported once, where its first group says `in`. */
function findCycles(groups: Groups, { base, document, findings }: ArchitectureContext): ReadonlySet<GroupId> {
  const cyclic = new Set<GroupId>();
  for (const id of Object.keys(groups)) {
    const chain: GroupId[] = [];
    let current: GroupId | undefined = id;
    while (current !== undefined && Object.hasOwn(groups, current) && !chain.includes(current)) {
      chain.push(current);
      current = groups[current]?.in;
    }
    if (current === undefined || !chain.includes(current)) continue;
    const isNew = !chain.some((group) => cyclic.has(group));
    for (const group of chain) cyclic.add(group);
    if (!isNew) continue;
    const cycle = [...chain.slice(chain.indexOf(current)), current].join(' in ');
    const place = { document, path: [...base, 'groups', current, 'in'] };
    findings.error('group-cycle', 'A group stands inside itself.', place, { found: cycle, hint: 'Take one of the `in` away.' });
  }
  return cyclic;
}

function inheritedAccent(groups: Groups, id: GroupId): Accent {
  for (let current: GroupId | undefined = id; current !== undefined; current = groups[current]?.in) {
    const accent = groups[current]?.accent;
    if (accent !== undefined) return accent;
  }
  return 'neutral';
}
