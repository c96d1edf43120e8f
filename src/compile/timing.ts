import type { Architecture, NodeId, Outcome } from '../scenario/model.ts';
import type { Point } from '../shared/geometry.ts';

/** How long things take where the author does not say; seconds. The look's motion table is the source. */
export const TIMING = {
  hop: { near: 0.7, far: 1.1, unplaced: 0.8 },
  event: 0.5,
  packet: 0.45,
  work: 1.2,
  presence: 0.4,
  /** Between two actions of a list, and after the last fact of a step. */
  beat: 0.12,
  service: 0.25,
  leastAct: 0.4,
  leastHold: 0.8,
} as const;

/** Distances in map px at which a hop takes the shortest and the longest time. */
const NEAR = 400;
const FAR = 1600;

/** Seconds of a request or reply between two components: longer with the distance where the author placed both. */
export function hopDuration(architecture: Architecture, from: NodeId, to: NodeId): number {
  const a = placeOf(architecture, from);
  const b = placeOf(architecture, to);
  if (!a || !b) return TIMING.hop.unplaced;
  const share = (Math.hypot(a.x - b.x, a.y - b.y) - NEAR) / (FAR - NEAR);
  const seconds = TIMING.hop.near + (TIMING.hop.far - TIMING.hop.near) * Math.min(1, Math.max(0, share));
  return Math.round(seconds * 100) / 100;
}

/** How far along its way a hop gets, 0–1: short of the receiver when it does not arrive. */
export function reach(outcome: Outcome): number {
  switch (outcome.kind) {
    case 'dropped': return 0.6;
    case 'timeout': return 0.75;
    case 'refused': return 0.9;
    default: return 1;
  }
}

/** True when the receiver gets it, be it a failure code. */
export function arrives(outcome: Outcome): boolean {
  return outcome.kind === 'ok' || outcome.kind === 'error';
}

function placeOf(architecture: Architecture, id: NodeId): Point | undefined {
  const node = architecture.nodes.get(id);
  if (!node?.parent) return node?.at;
  const outer = placeOf(architecture, node.parent);
  return outer && { x: outer.x + (node.at?.x ?? 0), y: outer.y + (node.at?.y ?? 0) };
}
