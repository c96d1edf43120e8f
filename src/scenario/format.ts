/* oxlint-disable unicorn/no-thenable -- `then` is a key of the language, and of JSON Schema */
import { isMap, isScalar, isSeq, visit } from 'yaml';
import type { Document, Node, Pair, YAMLMap, YAMLSeq } from 'yaml';
import { ACTIONS, DETAIL, GAUGE, verbsOf } from './schema/actions.ts';
import { ARCHITECTURE, COMPONENT, GROUP, LAYER, LISTED_MEMBER, LONG_EDGE, MEMBER, PART } from './schema/architecture.ts';
import { CHOICE, CITATION, DEEPER, OPTION, SCENARIO, STEP, VALUE } from './schema/scenario.ts';
import { composeText } from './source.ts';

/** Texts longer than this are broken between words. */
const LINE_WIDTH = 140;

type Role = keyof typeof SCHEMAS;
/** What a key holds: one thing of a role, a map or a list of such, actions, or numbers that stay on one line. */
type Content = Role | `map of ${Role}` | `list of ${Role}` | 'action' | 'list of action' | 'map of actions' | 'branches' | 'one line';

const SCHEMAS = {
  scenario: SCENARIO,
  architecture: ARCHITECTURE,
  layer: LAYER,
  group: GROUP,
  component: COMPONENT,
  part: PART,
  member: MEMBER,
  listedMember: LISTED_MEMBER,
  edge: LONG_EDGE,
  value: VALUE,
  choice: CHOICE,
  option: OPTION,
  step: STEP,
  deeper: DEEPER,
  citation: CITATION,
  detail: DETAIL,
  gauge: GAUGE,
};

const CONTENT: { readonly [R in Role]?: Readonly<Record<string, Content>> } = {
  scenario: { architecture: 'architecture', languages: 'one line', values: 'map of value', choices: 'map of choice', steps: 'list of step' },
  architecture: {
    languages: 'one line',
    layers: 'map of layer',
    groups: 'map of group',
    components: 'map of component',
    edges: 'list of edge',
  },
  group: { at: 'one line', size: 'one line' },
  component: { at: 'one line', size: 'one line', parts: 'map of part', members: 'map of member' },
  part: { at: 'one line' },
  choice: { options: 'map of option' },
  step: { cite: 'citation', do: 'list of action', deeper: 'deeper' },
  deeper: { steps: 'list of step' },
};
const ACTION_CONTENT: Readonly<Record<string, Content>> = {
  detail: 'detail',
  'returns-detail': 'detail',
  gauge: 'gauge',
  do: 'list of action',
  parallel: 'branches',
  then: 'map of actions',
};

/**
 * The canonical form of an architecture or scenario: keys in the order of the grammar, the verb of an action first, a line for each
 * language, comments kept. Text that is no valid YAML comes back as it is. Formatting twice changes nothing more.
 */
export function formatDocument(text: string): string {
  const { document, problems } = composeText(text);
  if (!document || problems.length > 0 || !isMap(document.contents) || hasAliases(document)) return text;
  const root = document.contents as YAMLMap;
  tidy(root, root.has('components') && !root.has('steps') ? 'architecture' : 'scenario');
  return document.toString({ indent: 2, indentSeq: true, lineWidth: LINE_WIDTH, flowCollectionPadding: false, commentString: comment });
}

/** Aliases come after their anchors: nothing may change places. The parser refuses them anyway. */
function hasAliases(document: Document.Parsed): boolean {
  let found = false;
  visit(document, {
    Alias: () => {
      found = true;
      return visit.BREAK;
    },
  });
  return found;
}

/** As the library does, but without blanks at line ends. */
function comment(text: string): string {
  return text.replace(/^(?!$)(?: $)?/gm, '#').replace(/[ \t]+$/gm, '');
}

function tidy(node: unknown, content: Content | undefined): void {
  if (isMap(node)) tidyMap(node as YAMLMap, content);
  else if (isSeq(node)) tidyList(node as YAMLSeq, content);
}

function tidyMap(map: YAMLMap, content: Content | undefined): void {
  if (map.items.length > 0) map.flow = false;
  if (content?.startsWith('map of ')) {
    const inner = content === 'map of actions' ? 'list of action' : (content.slice(7) as Role);
    for (const pair of map.items) tidy(pair.value, inner);
    return;
  }
  const [order, contents] = grammarOf(map, content);
  map.items = inOrder(map.items, order);
  for (const pair of map.items) tidy(pair.value, contents[keyOf(pair)]);
}

/** The keys of a map in their order, and what they hold; nothing for a map of languages. */
function grammarOf(map: YAMLMap, content: Content | undefined): [readonly string[], Readonly<Record<string, Content>>] {
  if (content === 'action' || content === 'branches' || content === 'list of action') return actionGrammar(map);
  const role = content?.replace('list of ', '') as Role | undefined;
  const schema = role && SCHEMAS[role];
  return schema ? [Object.keys(schema.entries), CONTENT[role] ?? {}] : [[], {}];
}

function actionGrammar(map: YAMLMap): [readonly string[], Readonly<Record<string, Content>>] {
  const keys = Object.fromEntries(map.items.map((pair) => [keyOf(pair), true]));
  const verb = verbsOf(keys)[0];
  return [verb ? Object.keys(ACTIONS[verb].entries) : [], ACTION_CONTENT];
}

function tidyList(list: YAMLSeq, content: Content | undefined): void {
  const isPlain = list.items.every((item) => isScalar(item) && !hasComment(item));
  list.flow = isPlain && (content === 'one line' || list.items.length === 0 || list.flow === true);
  for (const item of list.items) tidy(item, itemContent(item, content));
}

function itemContent(item: unknown, content: Content | undefined): Content | undefined {
  if (content === 'branches') return isSeq(item) ? 'list of action' : 'action';
  if (content === 'list of action') return 'action';
  if (content === 'map of member') return 'listedMember';
  return content?.startsWith('list of ') ? (content.slice(8) as Role) : content;
}

function hasComment(node: Node): boolean {
  return Boolean(node.comment ?? node.commentBefore ?? node.spaceBefore);
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}

/** Known keys in the order of the grammar, then the others as they stand. */
function inOrder(pairs: Pair[], order: readonly string[]): Pair[] {
  if (order.length === 0) return pairs;
  const rank = (pair: Pair): number => {
    const index = order.indexOf(keyOf(pair));
    return index < 0 ? order.length : index;
  };
  const before = pairs[0];
  const sorted = pairs.toSorted((a, b) => rank(a) - rank(b));
  if (before !== sorted[0]) keepSpace(before, sorted[0]);
  return sorted;
}

/** An empty line before what was first would now stand in the middle, and one before what is first now would stand on top. */
function keepSpace(before: Pair | undefined, now: Pair | undefined): void {
  for (const pair of [before, now]) if (pair && isScalar(pair.key)) pair.key.spaceBefore = false;
}
