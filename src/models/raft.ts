import { seededRandom } from '../shared/random.ts';
import { model } from './model.ts';
import { amount, list, or, seconds, text, whole } from './parameter.ts';

/**
 * An election among the members of a Raft cluster after some have failed. Each follower waits 1 to 2 times the election timeout since
 * the last heartbeat; the first one stands for election and needs a majority of all members. The few milliseconds of its two rounds
 * of votes are left out. Source: the tuning and failure pages of etcd's documentation.
 */
export const raft = model(
  {
    members: whole(1, 15),
    failed: or([], list(whole(1, 15), 15)),
    leader: or(1, whole(1, 15)),
    term: or(1, whole(0, 1_000_000)),
    heartbeat: or(0.1, seconds(60)),
    'election-timeout': or(1, amount(0.001, 600)),
    seed: or('raft', text()),
  },
  ({ members, failed, leader, term, heartbeat, 'election-timeout': timeout, seed }) => {
    const quorum = Math.floor(members / 2) + 1;
    const numbers = Array.from({ length: members }, (_, index) => index + 1);
    const alive = numbers.filter((number) => !failed.includes(number));
    const available = alive.length >= quorum;
    const random = seededRandom(`raft ${seed}`);
    const drawn = numbers.filter((number) => number !== leader).map((number) => [number, timeout * (1 + random())] as const);
    const first = drawn.filter(([number]) => alive.includes(number)).sort((a, b) => a[1] - b[1])[0];
    // A living leader with a majority stays; without a majority a pre-vote fails, and the term stays as it is.
    const elects = available && !alive.includes(leader) && first !== undefined;
    const after = elects ? first[1] : 0;
    return {
      quorum,
      tolerated: members - quorum,
      alive: alive.length,
      available,
      timeouts: Object.fromEntries(drawn),
      candidate: elects ? first[0] : available ? leader : (first?.[0] ?? 0),
      'elected-after': after,
      'missed-heartbeats': heartbeat > 0 ? Math.floor(after / heartbeat) : 0,
      votes: alive.length,
      term: elects ? term + 1 : term,
    };
  },
);
