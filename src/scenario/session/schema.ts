import * as v from 'valibot';
import { byShape, closed, HREF, ID, LANGUAGES, list, record, REF, say, TEXT, VERSION, whole, within } from '../schema/parts.ts';

/** At most so many of anything in a session: far above what a day has room for. */
const MANY = 200;

const PLACE = /^[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*$/;
/** Folder and name of a scenario, and the ids that lead to a step of it. */
const TO = v.pipe(
  v.string(say('wrong-type', 'This must be a place in a scenario.', 'folder/scenario/step')),
  v.regex(PLACE, say('bad-place', 'A place is a folder, a scenario, and the ids of a step.', 'such as `kubernetes/pod-creation/store`')),
);

/** A place in a scenario, with what it is shown by. */
export const LONG_PLACE = closed('a link', {
  to: TO,
  text: v.optional(TEXT),
  level: v.optional(whole(1, 9)),
  choices: v.optional(record(ID, REF, 'a map of options by choice')),
});
/** A place in a scenario: `folder/scenario/step`, or a map with `to`. */
export const SESSION_LINK = byShape('a place in a scenario', { string: TO, object: LONG_PLACE });
const LINKS = list(SESSION_LINK, 'a list of places in scenarios', MANY);

const pointEntries = { term: TEXT, text: v.optional(TEXT), handout: v.optional(TEXT), links: v.optional(LINKS) };
/** Something that is named, with what it means. */
export const POINT = closed('a point', pointEntries);
/** A point of the discussion. */
export const PROMPT = closed('a prompt', { id: ID, ...pointEntries, question: TEXT });
const minutes = within(0.5, 600, 'a number of minutes');
/** A section of the discussion. */
export const ROUND = closed('a round', {
  id: ID,
  title: TEXT,
  minutes,
  links: v.optional(LINKS),
  prompts: some(PROMPT, 'a list of prompts'),
});
/** The discussion. */
export const DISCUSSION = closed('a discussion', { topic: TEXT, rounds: some(ROUND, 'a list of rounds') });

/** An item of a checklist. */
export const CHECKLIST_ITEM = closed('a checklist item', {
  id: ID,
  text: TEXT,
  why: TEXT,
  handout: v.optional(TEXT),
  links: v.optional(LINKS),
  unlinked: v.optional(TEXT),
});
/** A checklist. */
export const CHECKLIST = closed('a checklist', { id: ID, title: TEXT, items: some(CHECKLIST_ITEM, 'a list of items') });

/** A layer of the architecture. */
export const SESSION_LAYER = closed('a layer', {
  id: ID,
  title: TEXT,
  handout: v.optional(TEXT),
  points: some(POINT, 'a list of points'),
  links: v.optional(LINKS),
});

/** One stop on the way of a phase. */
export const STATION = closed('a station', { id: ID, title: TEXT, text: v.optional(TEXT), links: v.optional(LINKS) });
/** A phase of adoption. */
export const PHASE = closed('a phase', {
  id: ID,
  title: TEXT,
  text: v.optional(TEXT),
  stations: some(STATION, 'a list of stations'),
  links: v.optional(LINKS),
});

/** A page to read on. */
export const REFERENCE = closed('a reference', { title: TEXT, href: HREF });

/** What stands under one heading of a part. */
export const SECTION = closed('a section', {
  id: ID,
  title: TEXT,
  text: v.optional(TEXT),
  handout: v.optional(TEXT),
  points: v.optional(some(POINT, 'a list of points')),
  scenarios: v.optional(some(SESSION_LINK, 'a list of places in scenarios')),
  layers: v.optional(some(SESSION_LAYER, 'a list of layers')),
  checklists: v.optional(some(CHECKLIST, 'a list of checklists')),
  phases: v.optional(some(PHASE, 'a list of phases')),
  discussion: v.optional(DISCUSSION),
  references: v.optional(some(REFERENCE, 'a list of references')),
});

/** A part of the session. */
export const SESSION_PART = closed('a part', {
  id: ID,
  title: TEXT,
  minutes: v.optional(minutes),
  notes: v.optional(TEXT),
  sections: some(SECTION, 'a list of sections'),
});

/** A session file. */
export const SESSION = closed('a session', {
  hopline: VERSION,
  id: ID,
  languages: v.optional(LANGUAGES),
  title: TEXT,
  summary: v.optional(TEXT),
  position: v.optional(TEXT),
  closing: v.optional(TEXT),
  parts: some(SESSION_PART, 'a list of parts'),
});

/** A session as its author writes it. */
export type SessionDocument = v.InferInput<typeof SESSION>;

/** A list with something in it. */
function some<T extends v.GenericSchema>(item: T, expected: string) {
  return v.pipe(list(item, expected, MANY), v.nonEmpty(say('empty', 'The list is empty.', expected)));
}
