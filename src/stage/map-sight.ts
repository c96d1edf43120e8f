import type { Frame, HopFrame } from '../compile/frame.ts';
import type { SceneState, Trace } from '../compile/trace.ts';
import type { GroupId, NodeId } from '../scenario/model.ts';
import { componentOf } from '../shared/node-id.ts';
import type { LayerView } from './viewer.ts';

/** Of a hop between components that the viewer's lit layer leaves out: it can still be followed. */
const ASIDE = 0.45;

/** What a viewer sees of the map through the layers that they light and hide. */
export interface MapSight {
  /** Two sights with the same key show the same. */
  readonly key: string;
  /** What stands in the lit layer; undefined: none is lit. */
  readonly lit: readonly NodeId[] | undefined;
  /** Whether a component or part is left out. */
  hides(node: NodeId): boolean;
  /** Whether nothing of a group is left. */
  hidesGroup(group: GroupId): boolean;
  /** 0–1: how much of a node's strength is left where one layer is lit. */
  strength(node: NodeId): number;
  /** The frame without the hops and movements of what is left out. */
  frame(frame: Frame): Frame;
  /** The facts without those of what is left out. */
  state(state: SceneState): SceneState;
}

/** Of a viewer who neither lights nor hides a layer. */
const WHOLE: MapSight = {
  key: '', lit: undefined, hides: () => false, hidesGroup: () => false, strength: () => 1, frame: (frame) => frame, state: (state) => state,
};

/** The sight of a story through layers: by their ids, `lit` alone at full strength, `hidden` not at all. */
export function sightOf(trace: Trace, layers: LayerView | undefined): MapSight {
  if (!layers || (layers.lit === undefined && layers.hidden.size === 0)) return WHOLE;
  const { nodes, groups } = trace.scenario.architecture;
  const layerOf = (id: NodeId): string | undefined => {
    const node = nodes.get(componentOf(id));
    // The tag of a service hangs under the component that chooses.
    return node?.layer ?? (node?.via === undefined ? undefined : nodes.get(componentOf(node.via))?.layer);
  };
  const hidden = new Set<NodeId>();
  for (const { id, via } of nodes.values()) {
    const own = layerOf(id);
    const carrier = via === undefined ? undefined : layerOf(via);
    if ((own !== undefined && layers.hidden.has(own)) || (carrier !== undefined && layers.hidden.has(carrier))) hidden.add(id);
  }
  const seen = new Set<GroupId>();
  for (const node of nodes.values()) {
    if (hidden.has(node.id)) continue;
    for (let group = node.group; group !== undefined && !seen.has(group); group = groups.get(group)?.parent) seen.add(group);
  }
  const hides = (id: NodeId): boolean => hidden.has(id);
  const strength = (id: NodeId): number => (layers.lit === undefined || layerOf(id) === layers.lit ? 1 : 0);
  return {
    key: `${layers.lit ?? ''}|${[...layers.hidden].join()}`,
    lit: layers.lit === undefined ? undefined : [...nodes.keys()].filter((id) => strength(id) === 1),
    hides,
    // A group that never had anything in it stays.
    hidesGroup: (id) => !seen.has(id) && hasMembers(trace, id),
    strength,
    frame: (frame) => ({ ...frame, hops: hopsSeen(trace, frame.hops, hides, strength), presence: frame.presence.filter(({ node }) => !hides(node)) }),
    state: (state) => without(state, hidden),
  };
}

function hasMembers(trace: Trace, id: GroupId): boolean {
  const { nodes, groups } = trace.scenario.architecture;
  const isIn = (group: GroupId | undefined): boolean => group === id || (group !== undefined && isIn(groups.get(group)?.parent));
  return [...nodes.values()].some(({ group }) => isIn(group));
}

function hopsSeen(trace: Trace, hops: readonly HopFrame[], hides: (id: NodeId) => boolean, strength: (id: NodeId) => number): HopFrame[] {
  return hops.flatMap((hop) => {
    const message = trace.messages[hop.message];
    if (!message || hides(message.from) || hides(message.to)) return [];
    if (Math.max(strength(message.from), strength(message.to)) === 1) return [hop];
    return [{ ...hop, head: hop.head * ASIDE, label: hop.label * ASIDE, ring: 0 }];
  });
}

function without(state: SceneState, hidden: ReadonlySet<NodeId>): SceneState {
  const keep = <V>(map: ReadonlyMap<NodeId, V>): ReadonlyMap<NodeId, V> => new Map([...map].filter(([id]) => !hidden.has(id)));
  const { present, notes, lit } = state;
  const left = (set: ReadonlySet<NodeId>): ReadonlySet<NodeId> => new Set([...set].filter((id) => !hidden.has(id)));
  return { ...state, present: left(present), notes: keep(notes), lit: left(lit) };
}
