import * as v from 'valibot';
import { LIMITS } from '../limits.ts';
import { ACCENTS, STATUSES } from '../model.ts';
import {
  byShape,
  closed,
  FLAG,
  HREF,
  ID,
  LANGUAGES,
  limited,
  LINK,
  list,
  map,
  record,
  REF,
  say,
  TEXT,
  VERSION,
  within,
  word,
} from './parts.ts';

const coordinate = within(-LIMITS.coordinate, LIMITS.coordinate);
const extent = within(8, LIMITS.coordinate);
const POINT = v.strictTuple([coordinate, coordinate], say('wrong-type', 'A position has two numbers.', '[x, y]'));
const SIZE = v.strictTuple([extent, extent], say('wrong-type', 'A size has two numbers.', '[width, height]'));
const PORT = byShape('a port', { string: limited(80), number: within(0, 65_535) });

const described = {
  kind: v.optional(REF),
  icon: v.optional(REF),
  title: TEXT,
  subtitle: v.optional(TEXT),
  role: v.optional(TEXT),
  port: v.optional(PORT),
  docs: v.optional(HREF),
};

/** A box inside a component. */
export const PART = closed('a part', { ...described, at: v.optional(POINT) });

/** A member under its id. */
export const MEMBER = closed('a member', { weight: v.optional(within(0, 1_000_000)) });
/** A member in a list. */
export const LISTED_MEMBER = closed('a member', { id: REF, weight: v.optional(within(0, 1_000_000)) });
const MEMBER_ITEM = byShape('an id', { string: REF, object: LISTED_MEMBER });
/** Members of a service: a list, or a map with weights. */
export const MEMBERS = byShape('a list of components', {
  array: list(MEMBER_ITEM, 'a list of components', LIMITS.components),
  object: record(REF, byShape('a map', { object: MEMBER, null: v.null() }), 'a map of members'),
});

/** Something that takes part. */
export const COMPONENT = closed('a component', {
  ...described,
  group: v.optional(REF),
  layer: v.optional(REF),
  at: v.optional(POINT),
  size: v.optional(SIZE),
  present: v.optional(FLAG),
  status: v.optional(word(STATUSES)),
  parts: v.optional(map(PART, 'a map of parts', LIMITS.components)),
  members: v.optional(MEMBERS),
  via: v.optional(REF),
});

/** A frame around components. */
export const GROUP = closed('a group', {
  title: TEXT,
  accent: v.optional(word(ACCENTS)),
  in: v.optional(REF),
  at: v.optional(POINT),
  size: v.optional(SIZE),
});

const SIDES = /^(top|right|bottom|left)\s+(top|right|bottom|left)$/;
/** The long form of an edge. */
export const LONG_EDGE = closed('an edge', {
  link: LINK,
  sides: v.optional(
    v.pipe(
      limited(20),
      v.regex(
        SIDES,
        say('bad-sides', 'Two sides are needed.', 'such as `bottom top`', 'The side of the one that dials, then the side of the other.'),
      ),
    ),
  ),
  protocol: v.optional(limited(80)),
  kind: v.optional(word(['request', 'watch', 'data', 'uses'])),
  label: v.optional(TEXT),
});
/** An edge: `a -> b`, or a map with `link`. */
export const EDGE = byShape('an edge, `a -> b`', { string: LINK, object: LONG_EDGE });

const PATH_DATA = v.pipe(
  limited(LIMITS.payload),
  v.regex(/^[MmLlHhVvCcSsQqTtAaZz0-9eE+\-.,\s]+$/, say('bad-icon', 'An icon is SVG path data.', 'such as `M4 12 h16`')),
);

/** A layer, such as a tier. */
export const LAYER = closed('a layer', {
  title: TEXT,
  about: v.optional(TEXT),
  items: v.optional(list(TEXT, 'a list of texts', LIMITS.layers)),
});

/** The entries of an architecture file. */
export const ARCHITECTURE_ENTRIES = {
  hopline: VERSION,
  id: ID,
  title: TEXT,
  languages: v.optional(LANGUAGES),
  layers: v.optional(map(LAYER, 'a map of layers', LIMITS.layers)),
  groups: v.optional(map(GROUP, 'a map of groups', LIMITS.groups)),
  components: map(COMPONENT, 'a map of components', LIMITS.components),
  edges: v.optional(list(EDGE, 'a list of edges', LIMITS.edges)),
  icons: v.optional(map(PATH_DATA, 'a map of icons', 200)),
};
/** What there is and where it stands: a file of its own. */
export const ARCHITECTURE = closed('an architecture', ARCHITECTURE_ENTRIES);
/** An architecture inside a scenario: the version is that of the scenario. */
export const INLINE_ARCHITECTURE = closed('an architecture', { ...ARCHITECTURE_ENTRIES, hopline: v.optional(VERSION) });
