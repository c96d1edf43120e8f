import { basename } from 'node:path';
import type { RecordOptions } from './record-options.ts';
import { UsageError } from './terminal.ts';

/** One file (or row of files) to make: a scenario in one variant and look, and the name that the person gave or would expect. */
export interface Product {
  readonly file: string;
  readonly out: string;
  /** As `RecordOptions`, with one language, theme, level and view. */
  readonly options: RecordOptions;
}

/** What may differ among products, by its name in a file's name. */
const LISTS = ['lang', 'theme', 'level', 'view'] as const;
const PLACEHOLDER = /\{(\w+)\}/g;

/** Every combination of scenarios and of what the flags list, in the order in which they were written; each with a name of its own. Throws where two would have the same. */
export function productsOf(files: readonly string[], options: RecordOptions): Product[] {
  const combinations = LISTS.reduce<RecordOptions[]>(
    (found, key) => found.flatMap((one) => listed(options[key]).map((value) => (value === undefined ? one : { ...one, [key]: value }))),
    [options],
  );
  const several = LISTS.filter((key) => listed(options[key]).length > 1);
  const template = templateOf(options, files.length, several);
  const products = files.flatMap((file) => combinations.map((one) => ({ file, options: one, out: nameOf(template, file, one) })));
  const twice = products.find(({ out }, at) => products.findIndex((other) => other.out === out) !== at);
  if (!twice) return products;
  const missing = [...(files.length > 1 ? ['name'] : []), ...several].map((key) => `{${key}}`).filter((key) => !template.includes(key));
  throw new UsageError(`Several files would be called "${twice.out}". ${missing.length > 0 ? `Put ${missing.join(' and ')} into the name.` : 'Give their scenarios different names.'}`);
}

/**
 * The products that one of several machines makes: every `count`th, beginning with the `index`th; `2/4` is the second of four, or, where the first is
 * numbered 0 as many job runners do, the third. Throws with what would be right.
 */
export function shardOf<T>(products: readonly T[], written: string | undefined, firstWritten = '1'): T[] {
  if (!/^[01]$/.test(firstWritten)) throw new UsageError(`--first-shard is 0 or 1, the number that your job runner gives to the first share, not "${firstWritten}".`);
  if (written === undefined) return [...products];
  const first = Number(firstWritten);
  const [, index = NaN, count = NaN] = (/^(\d{1,6})\/(\d{1,6})$/.exec(written) ?? []).map(Number);
  const share = index - first;
  if (share >= 0 && share < count) return products.filter((_, at) => at % count === share);
  const example = first === 0 ? '1/4, the second of four where the first is 0' : '2/4, the second of four';
  const hint = first === 1 && index === 0 && count > 0 ? ' Where the first is 0, add --first-shard 0.' : '';
  throw new UsageError(`--shard is such as ${example}, not "${written}".${hint}`);
}

function templateOf({ out, at }: RecordOptions, files: number, several: readonly string[]): string {
  const usual = `{name}${several.map((key) => `-{${key}}`).join('')}${at === undefined ? '.mp4' : '.png'}`;
  if (out === undefined) return usual;
  // A folder is meant where the name ends as one, and where several files cannot have one name.
  if (/[\\/]$/.test(out)) return `${out}${usual}`;
  return files > 1 && !/\.\w+$/.test(out) ? `${out}/${usual}` : out;
}

/** A name with the product's own words in place of `{name}`, `{lang}` …; throws where it asks for others. */
export function nameOf(template: string, file: string, options: RecordOptions): string {
  const { lang = 'default', theme, level, view } = options;
  const known: Readonly<Record<string, string>> = { name: usualName(file, ''), lang, theme, level, view };
  return template.replace(PLACEHOLDER, (all, key: string) => {
    const value = known[key];
    if (value === undefined) throw new UsageError(`The name "${template}" has ${all} in it; there are {name}, ${LISTS.map((one) => `{${one}}`).join(', ')}.`);
    return value;
  });
}

function listed(written: string | undefined): (string | undefined)[] {
  if (written === undefined) return [undefined];
  const values = written.split(',').map((value) => value.trim()).filter(Boolean);
  return values.length > 0 ? [...new Set(values)] : [written];
}

/** The name of what is made of a scenario where nobody gives it one. */
export function usualName(file: string, ending: string): string {
  return `${basename(file).replace(/\.ya?ml$/i, '')}${ending}`;
}
