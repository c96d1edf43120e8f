import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { STATUSES } from '../model.ts';
import { ACTION_LIST } from './actions.ts';
import type { ActionInput } from './actions.ts';
import { INLINE_ARCHITECTURE } from './architecture.ts';
import { byShape, closed, duration, HREF, ID, LANGUAGES, limited, LINK, list, map, open, REF, say, TEXT, VERSION, whole, word } from './parts.ts';

/** Where something is written down, with a title and a version. */
export const CITATION = closed('a citation', { href: HREF, title: v.optional(TEXT), version: v.optional(limited(80)) });
const CITATION_ITEM = byShape('an address or a map with `href`', { string: HREF, object: CITATION });
/** Where it is written down: an address, a map with `href`, or a list of these. */
export const CITE = byShape('an address or a map with `href`', {
  string: HREF,
  object: CITATION,
  array: list(CITATION_ITEM, 'a list of citations', 20),
});

/** A step as its author writes it. Recursive, so written out. */
export interface StepInput {
  id: string;
  title: v.InferInput<typeof TEXT>;
  say: v.InferInput<typeof TEXT>;
  aside?: v.InferInput<typeof TEXT> | undefined;
  cite?: v.InferInput<typeof CITE> | undefined;
  do?: ActionInput[] | undefined;
  deeper?: { level: number; steps: StepInput[] } | undefined;
}

const steps = (): v.GenericSchema<StepInput[]> => STEPS;
/** What takes the place of a step's actions from a level on. */
export const DEEPER = closed('`deeper`', { level: whole(2, LIMITS.level), steps: v.lazy(steps) });
/** One step of the story. */
export const STEP = closed('a step', {
  id: ID,
  title: TEXT,
  say: TEXT,
  aside: v.optional(TEXT),
  cite: v.optional(CITE),
  do: v.optional(ACTION_LIST),
  deeper: v.optional(DEEPER),
});
/** Steps in their order. */
export const STEPS: v.GenericSchema<StepInput[]> = v.pipe(
  list(STEP as v.GenericSchema<StepInput>, 'a list of steps', LIMITS.steps),
  v.nonEmpty(say('empty', 'There are no steps.', 'a list of steps')),
);

/** An option of a choice. */
export const OPTION = closed('an option', { title: TEXT, note: v.optional(TEXT) });
/** A named parameter of the scenario. */
export const CHOICE = closed('a choice', {
  title: TEXT,
  default: REF,
  options: v.pipe(
    map(OPTION, 'a map of options', LIMITS.options),
    v.check((options) => Object.keys(options).length > 0, say('empty', 'There are no options.')),
  ),
});

/** A named run of a model: its name, and its parameters, which the model itself checks. */
export const VALUE = open('a run of a model', { model: limited(LIMITS.id) });

/** A scenario file. */
export const SCENARIO = closed('a scenario', {
  hopline: VERSION,
  id: ID,
  architecture: byShape('a relative path or a map', { string: limited(2_000), object: INLINE_ARCHITECTURE }),
  languages: v.optional(LANGUAGES),
  title: TEXT,
  summary: v.optional(TEXT),
  open: v.optional(list(LINK, 'a list of edges', LIMITS.edges)),
  start: v.optional(map(word([...STATUSES, 'absent']), 'a map from components to what they are', LIMITS.components)),
  clock: v.optional(duration(LIMITS.simulatedSeconds)),
  values: v.optional(map(VALUE, 'a map of runs', LIMITS.values)),
  choices: v.optional(map(CHOICE, 'a map of choices', LIMITS.choices)),
  steps: STEPS,
});
