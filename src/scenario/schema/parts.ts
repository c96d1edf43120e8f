// valibot: modular, a few KB in the player's bundle, and its types and JSON Schema come from the same source.
import * as v from 'valibot';
import { DURATION_PATTERN, durationSeconds } from '../../shared/duration.ts';
import { LIMITS } from '../limits.ts';

/** What a schema says about a breach; `validate` turns it into a diagnostic. Travels as the issue's message. */
export interface Say {
  readonly code: string;
  readonly message: string;
  readonly expected?: string;
  readonly hint?: string;
}

/** The message of a schema: a `Say` as text. */
export function say(code: string, message: string, expected?: string, hint?: string): string {
  return JSON.stringify({ code, message, expected, hint } satisfies Record<keyof Say, unknown>);
}

/** A closed map: any other key is an error that names the nearest one. `what` is said in its messages, such as `a step`. */
export function closed<const T extends v.ObjectEntries>(
  what: string,
  entries: T,
): v.StrictObjectSchema<T, (issue: v.StrictObjectIssue) => string> {
  const keys = Object.keys(entries);
  return notList(
    v.strictObject(entries, (issue) => {
      if (issue.expected === 'Object') return say('wrong-type', `This is not ${what}.`, `a map (${keys.slice(0, 4).join(', ')} …)`);
      if (issue.expected === 'never') return JSON.stringify({ code: 'unknown-key', message: `${what} has no such key.`, keys });
      return JSON.stringify({
        code: 'missing-key',
        message: `${what} needs ${issue.expected}.`.replaceAll('"', '`'),
        expected: issue.expected,
      });
    }),
  );
}

/** A map that needs some keys, and may have any other. */
export function open<const T extends v.ObjectEntries>(what: string, entries: T) {
  return notList(
    v.looseObject(entries, (issue) =>
      issue.expected === 'Object'
        ? say('wrong-type', `This is not ${what}.`, `a map (${Object.keys(entries).join(', ')} …)`)
        : say('missing-key', `${what} needs ${issue.expected}.`.replaceAll('"', '`'), issue.expected),
    ),
  );
}

/** For valibot a list is an object too; for an author it is not. */
function notList<T extends v.GenericSchema>(schema: T): T {
  const run: T['~run'] = (dataset, config) => schema['~run'](Array.isArray(dataset.value) ? { value: 'a list' } : dataset, config);
  return { ...schema, '~run': run };
}

/** A map whose keys are not fixed. */
export function record<K extends v.GenericSchema<string, string>, T extends v.GenericSchema>(key: K, value: T, expected: string) {
  return notList(v.record(key, value, say('wrong-type', `This must be ${expected}.`, expected)));
}

type ShapeName = 'string' | 'number' | 'boolean' | 'null' | 'array' | 'object';
type Shapes = Readonly<Partial<Record<ShapeName, v.GenericSchema>>>;
type Values<T extends Shapes> = T[keyof T] extends infer S ? (S extends v.GenericSchema ? v.InferInput<S> : never) : never;

/** One of several schemas, told apart by the kind of value, so that the messages are those of the one that was meant. */
export function byShape<const T extends Shapes>(expected: string, shapes: T): v.GenericSchema<Values<T>> {
  const other = v.custom<never>(() => false, say('wrong-type', `This must be ${expected}.`, expected));
  // Documents have no `undefined`; the generator of the JSON Schema asks with it, and gets them all.
  const all = { kind: 'schema', type: 'union', options: [...new Set(Object.values(shapes))] } as unknown as v.GenericSchema;
  return v.lazy((input) => (input === undefined ? all : (shapes[shapeOf(input)] ?? other))) as unknown as v.GenericSchema<Values<T>>;
}

function shapeOf(input: unknown): ShapeName {
  if (input === null) return 'null';
  if (Array.isArray(input)) return 'array';
  const type = typeof input;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'object';
}

/** `[a-z0-9][a-z0-9-]*`. */
export const ID_PATTERN = /^[a-z0-9][a-z0-9-]*$/;

const idMessage = say(
  'bad-id',
  'An id has lowercase letters, digits and hyphens, and starts with a letter or digit.',
  '[a-z0-9][a-z0-9-]*',
);
/** The id of something that the document declares. */
export const ID = v.pipe(
  string('an id'),
  v.maxLength(LIMITS.id, say('too-long', `An id has at most ${LIMITS.id} characters.`)),
  v.regex(ID_PATTERN, idMessage),
);

/** The id of a component, of a part (`api-server/authn`), or of something else that is declared elsewhere. */
export const REF = v.pipe(string('an id'), v.nonEmpty(say('empty', 'An id is missing.', 'an id')));

/** `a -> b`. */
export const LINK_PATTERN = /^\s*(\S+)\s+->\s+(\S+)\s*$/;
/** Two components, the first one dials or sends. */
export const LINK = v.pipe(
  string('two ids, `a -> b`'),
  v.regex(LINK_PATTERN, say('bad-link', 'Two ids with an arrow between them are needed.', 'a -> b')),
);

/** A string, with a message of ours. */
export function string(expected: string): v.StringSchema<string> {
  const quoted = expected === 'a text' ? 'Put it in quotes.' : undefined;
  return v.string(say('wrong-type', `This must be ${expected}.`, expected, quoted));
}

/** A text of at most `limit` characters. */
export function limited(limit: number) {
  return v.pipe(
    string('a text'),
    v.maxLength(limit, say('too-long', `The text is longer than ${limit} characters.`, `at most ${limit} characters`)),
  );
}

const filled = v.pipe(limited(LIMITS.text), v.nonEmpty(say('empty', 'The text is empty.', 'a text')));
const LANG = v.pipe(
  v.string(),
  v.regex(
    /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/,
    say(
      'bad-language',
      'This is not a language.',
      'a language such as `en` or `ko`',
      'A text with a comma or colon in it stands in quotes.',
    ),
  ),
);
/** A language with nothing after it is a warning, not an error: it counts as not written. */
const blank = v.null();
/** One text, or a map of languages. */
export const TEXT = byShape('a text or a map of languages', {
  string: filled,
  object: v.pipe(
    record(LANG, byShape('a text', { string: filled, null: blank }), 'a map of languages'),
    v.check((map) => Object.keys(map).length > 0, say('empty', 'The text is empty.', 'a map of languages')),
  ),
});

const seconds = v.pipe(number('a duration'), v.minValue(0, say('bad-duration', 'A duration is not negative.', 'such as 700ms or 2s')));
/** `700ms`, `2s`, `1.5s`, `5m`, `2h`, or a number of seconds; at most `limit` seconds. */
export function duration(limit: number = LIMITS.seconds) {
  const wrong = say('bad-duration', 'This is not a duration.', 'such as 700ms, 2s, 1.5s, 5m, 2h, or a number of seconds');
  const long = say('too-long', `This is longer than ${limit} seconds.`, `at most ${limit}s`);
  return byShape('a duration', {
    string: v.pipe(
      string('a duration'),
      v.regex(DURATION_PATTERN, wrong),
      v.check((value) => (durationSeconds(value) ?? 0) <= limit, long),
    ),
    number: v.pipe(seconds, v.maxValue(limit, long)),
  });
}

/** A finite number. */
export function number(expected: string) {
  const message = say('wrong-type', `This must be ${expected}.`, expected);
  return v.pipe(v.number(message), v.finite(say('bad-number', 'This number is not finite.', expected)));
}

/** A number in a range. */
export function within(least: number, most: number, expected = `a number from ${least} to ${most}`) {
  const message = say('bad-number', `This must be ${expected}.`, expected);
  return v.pipe(number(expected), v.minValue(least, message), v.maxValue(most, message));
}

/** A whole number in a range. */
export function whole(least: number, most: number) {
  const expected = `a whole number from ${least} to ${most}`;
  return v.pipe(within(least, most, expected), v.integer(say('bad-number', `This must be ${expected}.`, expected)));
}

/** Exactly one of some words. */
export function word<const T extends readonly string[]>(words: T) {
  return v.picklist(
    words,
    JSON.stringify({ code: 'unknown-word', message: 'This word is not known here.', expected: words.join(', '), keys: words }),
  );
}

/** A list, at most `limit` long. */
export function list<T extends v.GenericSchema>(item: T, expected: string, limit = Number.MAX_SAFE_INTEGER) {
  const message = say('wrong-type', `This must be ${expected}.`, expected);
  return v.pipe(v.array(item, message), v.maxLength(limit, say('limit', `There are more than ${limit} of them.`, `at most ${limit}`)));
}

/** A map from ids. */
export function map<T extends v.GenericSchema>(value: T, expected: string, limit = Number.MAX_SAFE_INTEGER) {
  const few = say('limit', `There are more than ${limit} of them.`, `at most ${limit}`);
  return v.pipe(
    record(ID, value, expected),
    v.check((entries) => Object.keys(entries).length <= limit, few),
  );
}

/** True or false. */
export const FLAG = v.boolean(say('wrong-type', 'This must be true or false.', 'true or false'));
/** Only `true`. */
export const YES = v.literal(true, say('wrong-type', 'This can only be true.', 'true', 'Leave the key out otherwise.'));
/** A code such as 422, as a number or a word. */
export const CODE = byShape('a code', { string: filled, number: within(0, 99_999) });

const SAFE_LINK = /^(?:https:\/\/[^\s\\]+|(?![A-Za-z][A-Za-z0-9+.-]*:|\/\/)[^\s\\]+)$/;
const unsafe = say('bad-link-address', 'A link is an https: address or a relative one.', 'https://… or a relative address');
/** An https: or relative address; nothing that runs. */
export const HREF = v.pipe(limited(2_000), v.regex(SAFE_LINK, unsafe));

/** The version of the language. */
export const VERSION = v.literal(
  1,
  say(
    'wrong-version',
    'This version of the language is not known.',
    '1',
    'Write `hopline: 1`, or use the version of Hopline that the file was made for.',
  ),
);
/** The languages that the document promises. */
export const LANGUAGES = v.pipe(list(LANG, 'a list of languages', 50), v.nonEmpty(say('empty', 'No language is listed.', '[en]')));
