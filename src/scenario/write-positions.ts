import { isMap, isScalar, parseDocument, type Node, type Pair, type YAMLMap } from 'yaml';
import type { NodeId } from './model.ts';

/** Top left corners in map px, by component or part; a part's are relative to its component, as they are written. */
export type Positions = ReadonlyMap<NodeId, { readonly x: number; readonly y: number }>;

interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** Keys in whose company a position is written: short ones at a component's beginning. */
const BEFORE = ['layer', 'group', 'icon', 'docs', 'port', 'kind'];

/**
 * Writes positions into the text of an architecture, or of a scenario that has one inside, and leaves all else as it is, comments included.
 * Ids that are not in the text are passed over. Throws where the text is no YAML.
 */
export function writePositions(text: string, positions: Positions): string {
  const document = parseDocument(text, { uniqueKeys: false });
  const [error] = document.errors;
  if (error) throw new Error(error.message);
  const root = mapAt(document.contents, 'architecture') ?? document.contents;
  const components = mapAt(root, 'components');
  const edits = [...positions].flatMap(([id, at]) => {
    const [component = id, part] = id.split('/');
    const node = part === undefined ? mapAt(components, component) : mapAt(mapAt(mapAt(components, component), 'parts'), part);
    return node ? [editFor(text, node, `[${at.x}, ${at.y}]`)] : [];
  });
  return edits
    .toSorted((a, b) => b.from - a.from)
    .reduce((done, { from, to, text: now }) => done.slice(0, from) + now + done.slice(to), text);
}

function editFor(text: string, node: YAMLMap, value: string): Edit {
  const written = pairOf(node, 'at');
  const range = (written?.value as Node | null | undefined)?.range;
  if (range) return { from: range[0], to: range[1], text: value };
  const start = node.range?.[0] ?? 0;
  if (node.flow) return { from: start + 1, to: start + 1, text: ` at: ${value},` };
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const before = BEFORE.map((key) => pairOf(node, key)).find((pair) => pair && isScalar(pair.value));
  const end = before ? lineEnd(text, (before.value as Node).range?.[1] ?? start) : start;
  return before
    ? { from: end, to: end, text: `${eol}${indent}at: ${value}` }
    : { from: start, to: start, text: `at: ${value}${eol}${indent}` };
}

/** Where a line's content and its comment are over, before the line break. */
function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  const line = end < 0 ? text.length : end;
  return text[line - 1] === '\r' ? line - 1 : line;
}

function mapAt(node: unknown, key: string): YAMLMap | undefined {
  const value = isMap(node) ? pairOf(node, key)?.value : undefined;
  return isMap(value) ? value : undefined;
}

function pairOf(node: YAMLMap, key: string): Pair | undefined {
  return node.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}
