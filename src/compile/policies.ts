import type { NodeId, Policy } from '../scenario/model.ts';
import { never } from '../shared/never.ts';
import { hash32, seededRandom } from '../shared/random.ts';

/** A member that may be picked at this instant. */
export interface Candidate {
  readonly id: NodeId;
  /** Above 0. */
  readonly weight: number;
}

/** Picks one of the members that are ready now, given in the order of the document; it keeps its own counters between picks. */
export interface Picker {
  /** `source` is the client's address. Undefined when there is no candidate. */
  pick(candidates: readonly Candidate[], source: string): NodeId | undefined;
  /** The reply has left the member: what was picked there counts no more. */
  release(member: NodeId): void;
}

/** The picker of a policy; `members` are all that the service may have, in the order of the document. */
export function createPicker(policy: Policy, members: readonly NodeId[], seed: string): Picker {
  switch (policy) {
    case 'round-robin': return new RoundRobin(members);
    case 'weighted': return new SmoothWeighted();
    case 'random': return new SeededRandomPick(seed);
    case 'least-connections': return new LeastConnections();
    case 'source-hash': return new SourceHash();
    default: return never(policy);
  }
}

/** The next after the last used one, as IPVS `rr` does. The pointer is a place in the whole list: who is away only loses its turn. */
class RoundRobin implements Picker {
  private last = -1;
  private readonly places: ReadonlyMap<NodeId, number>;

  constructor(members: readonly NodeId[]) {
    this.places = new Map(members.map((id, place) => [id, place]));
  }

  pick(candidates: readonly Candidate[]): NodeId | undefined {
    const next = candidates.find(({ id }) => this.placeOf(id) > this.last) ?? candidates[0];
    if (next) this.last = this.placeOf(next.id);
    return next?.id;
  }

  private placeOf(id: NodeId): number {
    return this.places.get(id) ?? 0;
  }

  release(): void {}
}

/**
 * Smooth weighted round robin as in nginx: each gains its weight, the highest is taken and pays the sum. Weights 5, 1, 1 give
 * a a b a c a a: bursts are avoided, and a changed weight counts from the next pick on.
 */
class SmoothWeighted implements Picker {
  private readonly credit = new Map<NodeId, number>();

  pick(candidates: readonly Candidate[]): NodeId | undefined {
    let best: NodeId | undefined;
    let highest = -Infinity;
    let total = 0;
    for (const { id, weight } of candidates) {
      const credit = (this.credit.get(id) ?? 0) + weight;
      this.credit.set(id, credit);
      total += weight;
      if (credit > highest) [best, highest] = [id, credit];
    }
    if (best !== undefined) this.credit.set(best, highest - total);
    return best;
  }

  release(): void {}
}

/** Each ready member equally likely, as kube-proxy's nftables mode does (`numgen random mod n`). */
class SeededRandomPick implements Picker {
  private readonly random: () => number;

  constructor(seed: string) {
    this.random = seededRandom(seed);
  }

  pick(candidates: readonly Candidate[]): NodeId | undefined {
    if (candidates.length === 0) return undefined;
    return candidates[Math.floor(this.random() * candidates.length)]?.id;
  }

  release(): void {}
}

/** The fewest active ones, counted from the pick until the reply has left; the first in the list wins a tie. */
class LeastConnections implements Picker {
  private readonly active = new Map<NodeId, number>();

  pick(candidates: readonly Candidate[]): NodeId | undefined {
    let best: NodeId | undefined;
    let fewest = Infinity;
    for (const { id } of candidates) {
      const active = this.active.get(id) ?? 0;
      if (active < fewest) [best, fewest] = [id, active];
    }
    if (best !== undefined) this.active.set(best, fewest + 1);
    return best;
  }

  release(member: NodeId): void {
    this.active.set(member, Math.max(0, (this.active.get(member) ?? 0) - 1));
  }
}

const SLOTS = 256;

/** A table of 256 slots filled from the list in order, each as often as its weight, as IPVS `sh` does; the address's hash is the slot. */
class SourceHash implements Picker {
  pick(candidates: readonly Candidate[], source: string): NodeId | undefined {
    const turns = candidates.flatMap(({ id, weight }) => Array<NodeId>(Math.max(1, Math.round(weight))).fill(id));
    if (turns.length === 0) return undefined;
    const slot = hash32(source) % SLOTS;
    return turns[slot % turns.length];
  }

  release(): void {}
}
