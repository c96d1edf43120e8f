import type { Stamp, SyncMessage } from './sync-message.ts';

/** What a message asks of the one that hears it. */
export type Verdict =
  | 'nothing'
  /** Somebody has come and wants to know where we are. */
  | 'answer'
  /** Somebody has acted: go there. */
  | 'follow'
  /** The same word again, from the one whose it is: only a little may be amiss. */
  | 'correct';

/** Nobody's word yet: somebody may be there who knows better. */
const JOINING = -1;
/** The word of one that was alone when it came; who has been there longer has a higher one. */
const ALONE = 0;
const ANSWERED = 1;

/**
 * One of several players in step, without page, clock and channel. Who is acted on takes the next turn and leads; the others take the highest
 * word that they have heard. To follow is to be silent: only an act and an arrival are ever told, so no word comes back as an echo, and in
 * whatever order words arrive all end with the same one.
 */
export class SyncPeer {
  private stamp: Stamp = { turn: JOINING, by: '' };
  private readonly others = new Set<string>();

  constructor(readonly id: string) {}

  /** How many others are known to be there. */
  get peers(): number {
    return this.others.size;
  }

  /** The word that holds is its own. */
  get leads(): boolean {
    return this.stamp.turn > JOINING && this.stamp.by === this.id;
  }

  /** The word that holds here. */
  get word(): Stamp {
    return this.stamp;
  }

  /** Somebody acts here; undefined while it has just come and is to hear first what the others say. */
  act(): Stamp | undefined {
    return this.stamp.turn === JOINING ? undefined : this.take(this.stamp.turn + 1);
  }

  /** Nobody has answered in good time. */
  settle(): void {
    if (this.stamp.turn === JOINING) this.take(ALONE);
  }

  /** The word for one that asks: who answers counts for more than who has only just come. */
  answer(): Stamp {
    return this.stamp.turn < ANSWERED ? this.take(ANSWERED) : this.stamp;
  }

  hear(message: SyncMessage): Verdict {
    if (message.from === this.id) return 'nothing';
    if (message.type === 'bye') this.others.delete(message.from);
    else this.others.add(message.from);
    if (message.type !== 'state') return message.type === 'hello' ? 'answer' : 'nothing';
    const { turn, by, to } = message;
    if (to !== undefined && to !== this.id) return 'nothing';
    if (isNewer(message, this.stamp)) {
      this.stamp = { turn, by };
      return 'follow';
    }
    const isSame = turn === this.stamp.turn && by === this.stamp.by;
    return isSame && !message.hidden && (message.from === by || to === this.id) ? 'correct' : 'nothing';
  }

  private take(turn: number): Stamp {
    return (this.stamp = { turn, by: this.id });
  }
}

function isNewer(one: Stamp, other: Stamp): boolean {
  return one.turn > other.turn || (one.turn === other.turn && one.by > other.by);
}
