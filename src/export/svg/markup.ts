/** A number as SVG writes it: at most two decimals, nothing that says nothing. */
export function n(value: number, decimals = 2): string {
  const text = value.toFixed(decimals);
  const short = text.includes('.') ? text.replace(/\.?0+$/, '') : text;
  return short === '-0' ? '0' : short.replace(/^(-?)0\./, '$1.');
}

/** What XML cannot carry at all: most control characters, halves of surrogate pairs. */
// oxlint-disable-next-line no-control-regex
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** A text for XML, also within an attribute; characters that XML does not know are left out. */
export function esc(text: string): string {
  return text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (character) => ENTITIES[character] as string);
}

/** What an element says of itself; undefined: nothing of that name. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; attributes are escaped, `inner` is markup. */
export function element(name: string, attributes: Attributes, inner = ''): string {
  let head = `<${name}`;
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === '') continue;
    head += ` ${key}="${typeof value === 'number' ? n(value) : esc(value)}"`;
  }
  return inner === '' ? `${head}/>` : `${head}>${inner}</${name}>`;
}
