import * as v from 'valibot';
import type { Details, Findings, Place } from './findings.ts';
import { show } from './findings.ts';
import { didYouMean } from './nearest.ts';
import { keysOf, VERBS, verbOf } from './schema/actions.ts';
import type { Say } from './schema/parts.ts';
import type { Path, SourceDocument } from './source.ts';

interface Message extends Say {
  /** Names that would have been right. */
  readonly keys?: readonly string[];
}

/**
 * Holds a value of a document against its schema: every breach becomes a diagnostic, and the faulty parts are taken out of the value,
 * so that what is left can be checked further.
 */
export function validate(document: SourceDocument, value: unknown, path: Path, schema: v.GenericSchema, findings: Findings): void {
  const parse = () => v.safeParse(schema, value, { abortPipeEarly: true }).issues;
  let issues = parse();
  if (issues && document.filled.size > 0 && issues.filter((issue) => madeText(document, value, issue)).length > 0) issues = parse();
  if (!issues) return;
  for (const issue of issues) if (filledBy(document, value, issue) !== 'nothing') report(document, path, issue, findings);
  for (const issue of issues) prune(value, issue);
}

function report(document: SourceDocument, base: Path, issue: v.BaseIssue<unknown>, findings: Findings): void {
  const message = JSON.parse(issue.message) as Message;
  const path = [...base, ...keysTo(issue)];
  const key = path.at(-1);
  if (message.code === 'missing-key') {
    findings.error(message.code, upper(message.message), { document, path: path.slice(0, -1) }, { expected: unquote(message.expected) });
  } else if (message.code === 'unknown-key') {
    unknownKey({ document, path, on: 'key' }, message, issue, findings);
  } else if (message.code === 'no-verb') {
    noVerb({ document, path }, issue, message, findings);
  } else {
    const place: Place = { document, path, on: isKeyIssue(issue) ? 'key' : 'value' };
    // An alias, say, was refused already: that it has no value either is no news.
    if (message.code === 'wrong-type' && issue.input === null && findings.hasErrorAt(place)) return;
    findings.error(message.code, named(message.message, key), place, () => ({
      found: show(issue.input),
      expected: message.expected,
      hint: message.keys && typeof issue.input === 'string' ? didYouMean(issue.input, message.keys) : message.hint,
    }));
  }
}

function unknownKey(place: Place, message: Message, issue: v.BaseIssue<unknown>, findings: Findings): void {
  const name = String(place.path.at(-1));
  const keys = message.keys ?? [];
  const parent = issue.path?.at(-1)?.input;
  const verb = verbOf(parent);
  if (verb && (VERBS as readonly string[]).includes(name) && keys.includes(verb)) {
    const hint = 'Make it an action of its own; use `parallel` for two things at once.';
    findings.error('two-verbs', `An action has one verb, but this one has \`${verb}\` and \`${name}\`.`, place, {
      found: name,
      expected: 'one verb',
      hint,
    });
    return;
  }
  findings.error('unknown-key', `${upper(message.message).replace('no such key', `no key \`${show(name)}\``)}`, place, () => ({
    found: show(name),
    expected: keys.join(', '),
    hint: didYouMean(name, keys),
  }));
}

function noVerb(place: Place, issue: v.BaseIssue<unknown>, message: Message, findings: Findings): void {
  const input = issue.input;
  if (typeof input !== 'object' || input === null || Array.isArray(input)) {
    findings.error('wrong-type', message.message, place, { found: show(input), expected: message.expected });
    return;
  }
  const modifiers = new Set(VERBS.flatMap((verb) => keysOf(verb)));
  const unknown = Object.keys(input).find((key) => !modifiers.has(key));
  if (unknown === undefined) {
    findings.error('no-verb', 'This action has no verb.', place, {
      found: Object.keys(input).join(', ') || 'an empty map',
      expected: `one of ${VERBS.join(', ')}`,
    });
    return;
  }
  const details = (): Details => ({ found: show(unknown), expected: `one of ${VERBS.join(', ')}`, hint: didYouMean(unknown, VERBS) });
  findings.error('unknown-verb', `\`${show(unknown)}\` is not a verb.`, { ...place, path: [...place.path, unknown], on: 'key' }, details);
}

function keysTo(issue: v.BaseIssue<unknown>): (string | number)[] {
  return (issue.path ?? []).map((item) => item.key as string | number);
}

function isKeyIssue(issue: v.BaseIssue<unknown>): boolean {
  const last = issue.path?.at(-1);
  return last !== undefined && 'origin' in last && last.origin === 'key';
}

/** `This must be a text.` of a known key becomes `` `title` must be a text. `` */
function named(message: string, key: string | number | undefined): string {
  return typeof key === 'string' && message.startsWith('This ') ? `\`${show(key)}\` ${message.slice(5)}` : message;
}

function upper(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function unquote(text: string | undefined): string | undefined {
  return text?.replaceAll('"', '');
}

/** A number or truth that a placeholder gave, and that stands where a text is asked for, becomes one. */
function madeText(document: SourceDocument, root: unknown, issue: v.BaseIssue<unknown>): boolean {
  if (typeof issue.input !== 'number' && typeof issue.input !== 'boolean') return false;
  if (filledBy(document, root, issue) !== 'result' || (JSON.parse(issue.message) as Message).code !== 'wrong-type') return false;
  const path = keysTo(issue);
  const last = path.pop() as string;
  (holderOf(root, path) as Record<string, unknown>)[last] = String(issue.input);
  return true;
}

function filledBy(document: SourceDocument, root: unknown, issue: v.BaseIssue<unknown>): 'result' | 'nothing' | undefined {
  if (document.filled.size === 0) return undefined;
  const path = keysTo(issue);
  const last = path.pop();
  const parent = holderOf(root, path);
  return parent && last !== undefined ? document.filled.get(parent)?.get(last) : undefined;
}

function holderOf(root: unknown, path: readonly (string | number)[]): object | undefined {
  let holder: unknown = root;
  for (const key of path) {
    if (typeof holder !== 'object' || holder === null) return undefined;
    holder = (holder as Record<string | number, unknown>)[key];
  }
  return typeof holder === 'object' && holder !== null ? holder : undefined;
}

/** Takes out what is wrong: a key of a map, an item of a list (which leaves a hole), or the faulty part of a pair of numbers. */
function prune(root: unknown, issue: v.BaseIssue<unknown>): void {
  const path = keysTo(issue);
  const last = path.pop();
  const parent = holderOf(root, path);
  if (last === undefined || !parent) return;
  if (Array.isArray(parent)) parent[last as number] = undefined;
  else delete (parent as Record<string, unknown>)[String(last)];
}
