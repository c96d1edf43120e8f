import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Node, YAMLMap, YAMLSeq } from 'yaml';
import { atOnce, type Work } from '../shared/work.ts';
import type { Findings, Place } from './findings.ts';
import { show } from './findings.ts';
import { LIMITS } from './limits.ts';
import { composeWork, SourceDocument } from './source.ts';
import type { Entry } from './source.ts';

/** Keys that would reach into JavaScript's objects instead of the document's data. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** Control characters other than tab and line ends never stand in a text file. */
// oxlint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** Reads a text into plain data whose every place is known; undefined when it cannot be read, with the findings saying why. */
export function readSource(file: string, text: string, findings: Findings): SourceDocument | undefined {
  return atOnce(readWork(file, text, findings));
}

/** The same as work that may be interrupted: a long text takes longer than a page may stand still. */
export function* readWork(file: string, text: string, findings: Findings): Work<SourceDocument | undefined> {
  const source = new SourceDocument(file, text);
  if (!isReadable(source, findings)) return undefined;
  const { document, problems } = yield* composeWork(text);
  yield;
  for (const { code, message, offset, hint } of problems) findings.error(code, message, { document: source, path: [], offset }, { hint });
  if (!document || problems.length > 0) return undefined;
  const contents = document.contents;
  if (!contents || (isScalar(contents) && contents.value === null)) {
    findings.error(
      'empty-file',
      'The file has no content.',
      { document: source, path: [] },
      { expected: '`hopline: 1` and what follows it' },
    );
    return undefined;
  }
  source.start = contents.range?.[0] ?? 0;
  source.root = new Reader(source, findings).read(contents);
  return source;
}

function isReadable(document: SourceDocument, findings: Findings): boolean {
  const { text } = document;
  if (text.length > LIMITS.characters) {
    const details = { found: `${text.length} characters`, expected: `at most ${LIMITS.characters} characters` };
    findings.error('too-large', 'The file is too large.', { document, path: [] }, details);
    return false;
  }
  const control = CONTROL.exec(text);
  if (control) {
    const found = `U+${(control[0].codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
    const details = { found, hint: 'Scenarios are YAML files in UTF-8.' };
    findings.error('not-text', 'This is not a text file.', { document, path: [], offset: control.index }, details);
    return false;
  }
  const broken = text.indexOf('\ufffd');
  if (broken < 0) return true;
  findings.warning(
    'not-utf8',
    'A character could not be read.',
    { document, path: [], offset: broken },
    { hint: 'Save the file in UTF-8.' },
  );
  return true;
}

/** Turns YAML nodes into plain data; what the language does not have is a finding. */
class Reader {
  private readonly source: SourceDocument;
  private readonly findings: Findings;
  /** Of what is being read. */
  private readonly path: (string | number)[] = [];

  constructor(source: SourceDocument, findings: Findings) {
    this.source = source;
    this.findings = findings;
  }

  /** The nesting limit bounds the recursion. */
  read(node: Node | null): unknown {
    if (!node) return null;
    if (isAlias(node)) {
      this.refuse('alias', 'Aliases', node, `*${node.source}`, 'Write the value out.');
      return null;
    }
    if ('anchor' in node && node.anchor) this.refuse('anchor', 'Anchors', node, `&${node.anchor}`, `Remove \`&${node.anchor}\`.`);
    if (node.tag) this.refuse('tag', 'Tags', node, node.tag, `Remove \`${node.tag}\`.`);
    if (isMap(node)) return this.map(node as YAMLMap<Node, Node | null>);
    if (isSeq(node)) return this.list(node as YAMLSeq<Node>);
    return isScalar(node) ? plain(node.value) : null;
  }

  private list(node: YAMLSeq<Node>): unknown[] {
    const list: unknown[] = [];
    this.source.remember(list, node);
    for (const [index, item] of node.items.entries()) list.push(this.within(index, item));
    return list;
  }

  private map(node: YAMLMap<Node, Node | null>): Record<string, unknown> {
    const map = Object.create(null) as Record<string, unknown>;
    const entries = new Map<string, Entry>();
    this.source.remember(map, node, entries);
    for (const pair of node.items) {
      const key = this.key(pair, entries);
      if (key === undefined) continue;
      entries.set(key, pair);
      map[key] = this.within(key, pair.value);
    }
    return map;
  }

  private within(key: string | number, node: Node | null): unknown {
    this.path.push(key);
    const value = this.read(node);
    this.path.pop();
    return value;
  }

  private key({ key }: Entry, entries: ReadonlyMap<string, Entry>): string | undefined {
    const name = !isScalar(key) ? undefined : typeof key.value === 'string' ? key.value : (key.source ?? String(key.value));
    if (name !== undefined && name !== '<<' && !FORBIDDEN.has(name) && !entries.has(name)) return name;
    const place: Place = { document: this.source, path: [...this.path], offset: key?.range?.[0] ?? 0 };
    const found = name;
    if (name === undefined) {
      this.findings.error('bad-key', 'A key is a plain word.', place);
      return undefined;
    }
    if (name === '<<')
      this.findings.error('merge-key', 'Merge keys are not part of the language.', place, { found, hint: 'Write the entries out.' });
    else if (FORBIDDEN.has(name)) this.findings.error('forbidden-key', `\`${name}\` cannot be a key.`, place, { found });
    else this.findings.error('duplicate-key', `\`${show(name)}\` stands twice in the same map.`, place, { found });
    return undefined;
  }

  private refuse(code: string, what: string, node: Node, found: string, hint: string): void {
    const place = { document: this.source, path: [...this.path], offset: node.range?.[0] ?? 0 };
    this.findings.error(code, `${what} are not part of the language.`, place, { found, hint });
  }
}

function plain(value: unknown): unknown {
  return typeof value === 'bigint' ? Number(value) : value;
}
