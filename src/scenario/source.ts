import { Composer, isMap, Lexer, LineCounter, Parser } from 'yaml';
import type { CST, Document, Node, Pair, ParsedNode, YAMLMap, YAMLSeq } from 'yaml';
import { atOnce, type Work } from '../shared/work.ts';
import { LIMITS } from './limits.ts';
import { syntaxProblems } from './syntax.ts';
import type { SyntaxProblem } from './syntax.ts';

/** Keys and indices from a document's root. */
export type Path = readonly (string | number)[];
export type Collection = YAMLMap<Node, Node | null> | YAMLSeq<Node>;
export type Entry = Pair<Node, Node | null>;

/** One document as plain data, with the place of everything in it. */
export class SourceDocument {
  readonly file: string;
  readonly text: string;
  /** Plain data: objects without a prototype, arrays, scalars. */
  root: unknown = null;
  /** Offset at which the content starts. */
  start = 0;
  /**
   * By map or list, and key in it: what stands in the place of a placeholder. `result`: a number or truth that is all of the value; where
   * a text is asked for, it is one. `nothing`: what could not be found, which was reported.
   */
  readonly filled = new Map<object, Map<string | number, 'result' | 'nothing'>>();
  private readonly lines: LineCounter;
  /** Strong: they live as long as the document, and weak ones cost the garbage collector as much as the rest of reading. */
  private readonly collections = new Map<object, Collection>();
  private readonly entries = new Map<object, ReadonlyMap<string, Entry>>();

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
    this.lines = lineStarts(text);
  }

  /** Remembers the YAML node that a plain object or array was made from. */
  remember(value: object, node: Collection, entries?: ReadonlyMap<string, Entry>): void {
    this.collections.set(value, node);
    if (entries) this.entries.set(value, entries);
  }

  /** The YAML node of a plain object or array of this document. */
  nodeOf(value: object): Collection | undefined {
    return this.collections.get(value);
  }

  /** Key and value nodes of an entry of a map of this document. */
  entryOf(value: object, key: string): Entry | undefined {
    return this.entries.get(value)?.get(key);
  }

  /** 1-based line and column of an offset in the text. */
  position(offset: number): { line: number; column: number } {
    const { line, col } = this.lines.linePos(Math.max(0, Math.min(offset, this.text.length)));
    return { line: Math.max(1, line), column: Math.max(1, col) };
  }

  /** Line and column of a value, of its key, or of a word in it. What is not there is where its nearest ancestor is. */
  locate(path: Path, on: 'key' | 'value' = 'value', within?: string): { line: number; column: number } {
    let value: unknown = this.root;
    let node: Node | null | undefined = typeof value === 'object' && value !== null ? this.nodeOf(value) : undefined;
    let start = startOf(node) ?? this.start;
    for (const [depth, key] of path.entries()) {
      if (typeof value !== 'object' || value === null) break;
      const entry = this.entryOf(value, String(key));
      const item = entry ? entry.value : itemOf(this.nodeOf(value), key);
      if (!entry && !item) break;
      const last = depth === path.length - 1;
      start = startOf(last && on === 'key' ? entry?.key : item) ?? startOf(entry?.key) ?? start;
      node = item;
      value = (value as Record<string | number, unknown>)[key];
    }
    return this.position(start + (within ? this.wordOffset(node, start, within) : 0));
  }

  private wordOffset(node: Node | null | undefined, start: number, word: string): number {
    const text = this.text.slice(start, node?.range?.[1] ?? start);
    const isApart = (at: number): boolean => !/[\w/-]/.test(text.charAt(at - 1)) && !/[\w/-]/.test(text.charAt(at + word.length));
    for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) if (isApart(at)) return at;
    return 0;
  }
}

export interface ComposedText {
  readonly document?: Document.Parsed<ParsedNode>;
  readonly problems: readonly SyntaxProblem[];
}

/** Composes YAML text into nodes at once. Throws nothing. */
export function composeText(text: string): ComposedText {
  return atOnce(composeWork(text));
}

/** Composes YAML text into nodes; stops at nesting beyond the limit before anything recursive sees it. Throws nothing. */
export function* composeWork(text: string): Work<ComposedText> {
  const tokens = yield* tokenize(text);
  yield;
  if (!Array.isArray(tokens)) return { problems: [tokens] };
  // Duplicate keys are found by our own linear check: the library's is quadratic. The core schema knows no merge keys.
  const composer = new Composer({
    version: '1.2',
    schema: 'core',
    merge: false,
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: 'silent',
  });
  const [document, second] = withoutStacks(() => [...composer.compose(tokens, true, text.length)]);
  if (!document) return { problems: [{ code: 'empty-file', message: 'The file is empty.', offset: 0 }] };
  const problems = syntaxProblems(document);
  if (second) problems.push({ code: 'several-documents', message: 'A file holds exactly one document.', offset: second.range[0] });
  return { document: document as Document.Parsed<ParsedNode>, problems };
}

/** Words and signs after which reading may be interrupted: the time that they take is about a millisecond. */
const TOKENS_AT_ONCE = 256;

function* tokenize(text: string): Work<CST.Token[] | SyntaxProblem> {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    const offset = parser.offset;
    if (parser.stack.length > LIMITS.nesting + 2) {
      return { code: 'too-deep', message: `Maps and lists are nested deeper than ${LIMITS.nesting} levels.`, offset };
    }
    if (++count % TOKENS_AT_ONCE === 0) yield;
    if (count > LIMITS.tokens) return { code: 'too-large', message: `The file has more than ${LIMITS.tokens} words and signs.`, offset };
  }
  for (const token of parser.end()) tokens.push(token);
  return tokens;
}

/** A file full of errors makes an error object for each: collecting their stacks would take most of the time. */
function withoutStacks<T>(work: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function itemOf(node: Collection | undefined, key: string | number): Node | null | undefined {
  return node && !isMap(node) && typeof key === 'number' ? node.items[key] : undefined;
}

function startOf(node: Node | null | undefined): number | undefined {
  return node?.range?.[0];
}

function lineStarts(text: string): LineCounter {
  const lines = new LineCounter();
  lines.addNewLine(0);
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.addNewLine(at + 1);
  return lines;
}
