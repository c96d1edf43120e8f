import { durationSeconds } from '../shared/duration.ts';

/** Something that is wrong with what was given to a model. */
export interface ParameterProblem {
  readonly kind: 'unknown' | 'missing' | 'bad';
  /** Keys and indices from the parameters' map. */
  readonly path: readonly (string | number)[];
  /** What would have been right. */
  readonly expected: string;
  /** Of an unknown name: the names that there are. */
  readonly names?: readonly string[];
}

type Place = readonly (string | number)[];
/** A JSON Schema of what an author may write, for editors. */
type Json = Readonly<Record<string, unknown>>;

/** How a parameter is read from what an author wrote: undefined with a problem where it is not right. */
export interface Parameter<T> {
  readonly json: Json;
  /** What an author may leave out. */
  readonly fallback?: unknown;
  readonly optional?: boolean;
  read(value: unknown, at: Place, problems: ParameterProblem[]): T | undefined;
}

/** Parameters by name. */
export type Parameters = Readonly<Record<string, Parameter<unknown>>>;
/** What a model gets: every parameter read, every default filled in. */
export type Given<P extends Parameters> = { readonly [K in keyof P]: P[K] extends Parameter<infer T> ? T : never };

const NUMBER_OR_TEXT: Json = { anyOf: [{ type: 'number' }, { type: 'string' }] };

function simple<T>(expected: string, json: Json, read: (value: unknown) => T | undefined): Parameter<T> {
  return {
    json,
    read(value, path, problems) {
      const found = read(value);
      if (found === undefined) problems.push({ kind: 'bad', path, expected });
      return found;
    },
  };
}

/** A number in a range. */
export function amount(least: number, most: number): Parameter<number> {
  return simple(`a number from ${least} to ${most}`, { type: 'number', minimum: least, maximum: most }, (value) =>
    typeof value === 'number' && value >= least && value <= most ? value : undefined,
  );
}

/** A whole number in a range. */
export function whole(least: number, most: number): Parameter<number> {
  return simple(`a whole number from ${least} to ${most}`, { type: 'integer', minimum: least, maximum: most }, (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most ? (value as number) : undefined,
  );
}

/** A duration, in seconds: `100ms`, `2s`, `5m`, or a number of seconds. */
export function seconds(most = 86_400): Parameter<number> {
  return simple(`a duration, at most ${most}s`, NUMBER_OR_TEXT, (value) => {
    const found = typeof value === 'number' || typeof value === 'string' ? durationSeconds(value) : undefined;
    return found !== undefined && found <= most ? found : undefined;
  });
}

/** A short text; a number is one too. */
export function text(): Parameter<string> {
  return simple('a text of at most 253 characters', NUMBER_OR_TEXT, (value) => {
    const written = typeof value === 'number' ? String(value) : value;
    return typeof written === 'string' && written !== '' && written.length <= 253 ? written : undefined;
  });
}

const UNITS: Readonly<Record<string, number>> = {
  '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40,
};

/** An amount of CPU in thousandths of a core: `500m`, `2`. */
export function cpu(): Parameter<number> {
  return simple('an amount of CPU, such as 500m or 2', NUMBER_OR_TEXT, (value) => {
    const match = /^(\d{1,9}(?:\.\d{1,6})?)(m?)$/.exec(String(value));
    return match ? Math.round(Number(match[1]) * (match[2] ? 1 : 1000)) : undefined;
  });
}

/** An amount of memory in bytes: `512Mi`, `2Gi`. */
export function memory(): Parameter<number> {
  return simple('an amount of memory, such as 512Mi or 2Gi', NUMBER_OR_TEXT, (value) => {
    const match = /^(\d{1,15}(?:\.\d{1,6})?)([kMGT]|[KMGT]i)?$/.exec(String(value));
    return match ? Math.round(Number(match[1]) * (UNITS[match[2] ?? ''] as number)) : undefined;
  });
}

/** A number of things, or a percentage of all, such as `25%`. */
export function share(most: number): Parameter<number | string> {
  return simple(`a whole number up to ${most}, or a percentage such as 25%`, NUMBER_OR_TEXT, (value) => {
    if (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most) return value as number;
    return typeof value === 'string' && /^(\d{1,2}|100)%$/.test(value) ? value : undefined;
  });
}

/** A list of at most `most`. */
export function list<T>(item: Parameter<T>, most = 100): Parameter<readonly T[]> {
  const expected = `a list of at most ${most}`;
  return {
    json: { type: 'array', items: item.json, maxItems: most },
    read(value, path, problems) {
      if (!Array.isArray(value) || value.length > most) {
        problems.push({ kind: 'bad', path, expected });
        return undefined;
      }
      const items = value.map((each, index) => item.read(each, [...path, index], problems));
      return items.includes(undefined) ? undefined : (items as T[]);
    },
  };
}

/** One thing, or a list of them. */
export function oneOrList<T>(item: Parameter<T>, most = 100): Parameter<readonly T[]> {
  const many = list(item, most);
  return {
    json: { anyOf: [item.json, many.json] },
    read(value, path, problems) {
      if (Array.isArray(value)) return many.read(value, path, problems);
      const one = item.read(value, path, problems);
      return one === undefined ? undefined : [one];
    },
  };
}

/** A map from names to things of one kind. */
export function map<T>(item: Parameter<T>, most = 50): Parameter<ReadonlyMap<string, T>> {
  const expected = `a map of 1 to ${most} names`;
  return {
    json: { type: 'object', additionalProperties: item.json, minProperties: 1, maxProperties: most },
    read(value, path, problems) {
      const entries = isMap(value) ? Object.entries(value) : [];
      if (entries.length === 0 || entries.length > most) {
        problems.push({ kind: 'bad', path, expected });
        return undefined;
      }
      const found = new Map<string, T>();
      for (const [name, each] of entries) {
        const one = item.read(each, [...path, name], problems);
        if (one !== undefined) found.set(name, one);
      }
      return found.size === entries.length ? found : undefined;
    },
  };
}

/** A map with names of its own. */
export function fields<P extends Parameters>(parameters: P): Parameter<Given<P>> {
  const names = Object.keys(parameters);
  const required = names.filter((name) => !parameters[name]?.optional && parameters[name]?.fallback === undefined);
  return {
    json: {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, describe(parameters[name] as Parameter<unknown>)])),
      required,
      additionalProperties: false,
    },
    read(value, path, problems) {
      if (!isMap(value)) {
        problems.push({ kind: 'bad', path, expected: `a map (${names.join(', ')})` });
        return undefined;
      }
      const before = problems.length;
      for (const name of Object.keys(value)) {
        if (!names.includes(name)) problems.push({ kind: 'unknown', path: [...path, name], expected: names.join(', '), names });
      }
      const given: Record<string, unknown> = {};
      for (const [name, parameter] of Object.entries(parameters)) {
        const written = value[name] ?? parameter.fallback;
        if (written !== undefined) given[name] = parameter.read(written, [...path, name], problems);
        else if (!parameter.optional) problems.push({ kind: 'missing', path: [...path, name], expected: name });
      }
      return problems.length > before ? undefined : (given as Given<P>);
    },
  };
}

/** With a value, as an author would write it, for when it is left out. */
export function or<T>(fallback: number | string | readonly unknown[], parameter: Parameter<T>): Parameter<T> {
  return { ...parameter, fallback };
}

/** What may be left out, and is then undefined. */
export function maybe<T>(parameter: Parameter<T>): Parameter<T | undefined> {
  return { ...parameter, optional: true };
}

function describe({ json, fallback }: Parameter<unknown>): Json {
  return fallback === undefined ? json : { ...json, default: fallback };
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
