/* oxlint-disable unicorn/no-thenable -- `then` is a key of the language, and of JSON Schema */
import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { POLICIES, STATUSES } from '../model.ts';
import type { Verb } from '../model.ts';
import { byShape, closed, CODE, duration, ID, limited, LINK, list, record, REF, say, TEXT, whole, within, word, YES } from './parts.ts';

/** What the inspector shows of a hop. */
export const DETAIL = closed('a detail', {
  protocol: v.optional(limited(LIMITS.text)),
  verb: v.optional(limited(LIMITS.text)),
  path: v.optional(limited(LIMITS.text)),
  payload: v.optional(limited(LIMITS.payload)),
  note: v.optional(TEXT),
});

const takes = { takes: v.optional(duration()) };
// The order of the keys is that of the canonical form: what is short first.
const label = { label: v.optional(TEXT) };
const detail = { detail: v.optional(DETAIL) };
const failing = { fails: v.optional(CODE), dropped: v.optional(YES), timeout: v.optional(YES), refused: v.optional(YES) };
const undeclared = { undeclared: v.optional(YES) };

/** How full something is. */
export const GAUGE = closed('a gauge', { value: within(0, 1), label: v.optional(TEXT) });
const GAUGE_OR_NONE = byShape('a gauge or null', { object: GAUGE, null: v.null() });
const BADGE = byShape('a text or null', { string: TEXT, object: TEXT, null: v.null() });
const COUNT = byShape('a whole number or null', { number: whole(0, 1_000_000_000), null: v.null() });
const IDS = (such: string) => ({ string: REF, array: v.pipe(list(REF, 'a list of ids', LIMITS.components), v.nonEmpty(say('empty', 'The list is empty.', such))) });
const FOCUS = byShape('`all`, an id or a list of ids', IDS('ids, or `all`'));
const HIGHLIGHT = byShape('an id or a list of ids', IDS('ids'));

/** An action in a document, as its author writes it. Recursive, so written out; the schemas below are held against it. */
export type ActionInput = FlatActionInput | EveryInput | ParallelInput | ChooseInput;
type FlatActionInput = { [K in keyof typeof FLAT]: v.InferInput<(typeof FLAT)[K]> }[keyof typeof FLAT];
/** Runs its actions again and again. */
export interface EveryInput {
  every: string | number;
  times: number;
  do: ActionInput[];
}
/** Runs its branches at once. */
export interface ParallelInput {
  parallel: (ActionInput | ActionInput[])[];
  stagger?: string | number | undefined;
}
/** Runs the actions of the chosen option. */
export interface ChooseInput {
  choose: string;
  then: Record<string, ActionInput[]>;
}

const FLAT = {
  send: closed('`send`', { send: LINK, as: v.optional(ID), ...label, ...failing, ...takes, ...undeclared, ...detail }),
  call: closed('`call`', {
    call: LINK,
    ...label,
    returns: v.optional(TEXT),
    ...failing,
    'service-time': v.optional(duration()),
    ...takes,
    ...undeclared,
    ...detail,
    'returns-detail': v.optional(DETAIL),
  }),
  reply: closed('`reply`', { reply: REF, ...label, ...failing, ...takes, ...detail }),
  event: closed('`event`', { event: LINK, ...label, ...takes, ...detail }),
  work: closed('`work`', { work: REF, ...label, ...takes, ...detail }),
  set: closed('`set`', {
    set: REF,
    status: v.optional(word(STATUSES)),
    badge: v.optional(BADGE),
    count: v.optional(COUNT),
    subtitle: v.optional(TEXT),
    weight: v.optional(within(0, 1_000_000)),
    gauge: v.optional(GAUGE_OR_NONE),
  }),
  create: closed('`create`', { create: REF, from: v.optional(REF), status: v.optional(word(STATUSES)) }),
  remove: closed('`remove`', { remove: REF }),
  open: closed('`open`', { open: LINK, label: v.optional(TEXT) }),
  close: closed('`close`', { close: LINK, label: v.optional(TEXT) }),
  focus: closed('`focus`', { focus: FOCUS }),
  highlight: closed('`highlight`', { highlight: HIGHLIGHT }),
  note: closed('`note`', { note: REF, text: TEXT }),
  wait: closed('`wait`', { wait: duration() }),
  clock: closed('`clock`', { clock: duration(LIMITS.simulatedSeconds), illustrative: v.optional(YES), takes: v.optional(duration()), label: v.optional(TEXT) }),
  traffic: closed('`traffic`', {
    traffic: LINK,
    policy: v.optional(word(POLICIES)),
    seed: v.optional(byShape('a seed', { string: limited(80), number: within(-1e15, 1e15) })),
    sources: v.optional(
      v.pipe(list(limited(80), 'a list of client addresses', LIMITS.connections), v.nonEmpty(say('empty', 'The list is empty.'))),
    ),
    per: v.optional(word(['connection', 'request'])),
    connections: v.optional(whole(1, LIMITS.connections)),
    requests: v.optional(whole(1, LIMITS.requests)),
    every: v.optional(duration()),
    'service-time': v.optional(duration()),
    label: v.optional(TEXT),
    detail: v.optional(DETAIL),
  }),
};

const unknownVerb = v.custom<never>(
  () => false,
  (issue) =>
    JSON.stringify({
      code: 'no-verb',
      message: 'An action is a map with a verb.',
      expected: 'such as `send: a -> b`',
      input: typeof issue.input,
    }),
);
/** An action: its verb says which schema counts. Actions without exactly one verb are found by `verbs.ts`, before. */
export const ACTION: v.GenericSchema<ActionInput> = v.lazy((input) => {
  const verb = verbOf(input);
  return (verb === undefined ? unknownVerb : ACTIONS[verb]) as v.GenericSchema<ActionInput>;
});

/** A list of actions that run one after another. */
export const ACTION_LIST = list(ACTION, 'a list of actions', LIMITS.actions);
const BRANCH = byShape('an action or a list of actions', { object: ACTION, array: ACTION_LIST });

/** The schema of each verb, in the order of the reference. */
export const ACTIONS = {
  ...FLAT,
  every: closed('`every`', { every: duration(), times: whole(1, LIMITS.times), do: ACTION_LIST }),
  parallel: closed('`parallel`', {
    parallel: v.pipe(
      list(BRANCH, 'a list of branches', LIMITS.actions),
      v.nonEmpty(say('empty', 'There are no branches.', 'a list of branches')),
    ),
    stagger: v.optional(duration()),
  }),
  choose: closed('`choose`', { choose: REF, then: record(REF, ACTION_LIST, 'a map from options to lists of actions') }),
} satisfies Record<Verb, v.GenericSchema>;

/** All verbs. */
export const VERBS = Object.keys(ACTIONS) as readonly Verb[];

/** The verbs of a map, in the order in which they stand; `every` is none where it is the interval of `traffic`. */
export function verbsOf(input: unknown): Verb[] {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return [];
  const verbs = Object.keys(input).filter((key): key is Verb => Object.hasOwn(ACTIONS, key));
  return verbs.includes('traffic') ? verbs.filter((verb) => verb !== 'every') : verbs;
}

/** The verb of an action: the one that stands first; undefined where there is none. */
export function verbOf(input: unknown): Verb | undefined {
  return verbsOf(input)[0];
}

/** The keys that a verb allows, the verb first. */
export function keysOf(verb: Verb): readonly string[] {
  return Object.keys(ACTIONS[verb].entries);
}
