/** What an author wrote of a flow in a slide's Markdown. */
export interface FlowTag {
  /** Where it stands in the text: from, and up to. */
  readonly start: number;
  readonly end: number;
  /** Its attributes as they are written, with what stands before each. */
  readonly attributes: string;
  /** The scenario between its tags, undefined where it names a file. */
  readonly yaml: string | undefined;
}

const ATTRIBUTES = String.raw`(?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>=\x60]+))?)*`;
const TAG = new RegExp(String.raw`<Hopline(${ATTRIBUTES})\s*(?:/>|>(?:\s*?\n(\x60{3,}|~{3,})ya?ml[^\n]*\n([^]*?)\n\2[ \t]*\n\s*|\s*)</Hopline>)`, 'g');
/** What stands as code in a slide is not meant: fences, and words in backticks. */
const CODE = /^(`{3,}|~{3,})[^\n]*\n[^]*?^\1[ \t]*$|(`+)(?!`)[^\n]*?[^`\n]\2(?!`)/gm;

/** The flows in a slide, in the order in which they stand there. */
export function flowTags(markdown: string): FlowTag[] {
  const tags = [...markdown.matchAll(TAG)].map((match) => ({ start: match.index, end: match.index + match[0].length, attributes: match[1] ?? '', yaml: match[3] }));
  const code = [...markdown.matchAll(CODE)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
  return tags.filter((tag) => !code.some(({ start, end }) => start < tag.start && tag.start < end));
}

/** What an attribute says; undefined where it is not there, or is an expression that only the browser knows. */
export function attributeOf({ attributes }: FlowTag, name: string): string | undefined {
  const match = new RegExp(String.raw`(?:^|\s)(:?)${name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>=\x60]+))`).exec(attributes);
  const value = match?.[2] ?? match?.[3] ?? match?.[4];
  // A bound number or word is one that is known here too.
  if (match?.[1]) return /^\d+$/.test(value ?? '') ? value : /^'([^']*)'$/.exec(value ?? '')?.[1];
  return value;
}

/** Whether an attribute is there, as a word or as an expression. */
export function hasAttribute({ attributes }: FlowTag, name: string): boolean {
  return new RegExp(String.raw`(?:^|\s):?${name}(?=[\s=]|$)`).test(attributes);
}

/** The tag with more attributes, and nothing between its tags: what it plays is in them. */
export function writtenTag({ attributes }: FlowTag, more: Readonly<Record<string, string | number>>): string {
  return `<Hopline${attributes}${Object.entries(more).map(([name, value]) => ` ${name}="${value}"`).join('')}></Hopline>`;
}
