/** Shorter path data is not worth a reference. */
const LEAST = 48;
const PATH = /<path([^>]*?) d="([^"]+)"([^>]*)\/>/g;

/** Markup in which path data that stands in it several times is defined once and referred to; the definitions are apart, and have ids that begin with `prefix`. */
export function sharePaths(markup: string, prefix = 'p'): { readonly markup: string; readonly definitions: readonly string[] } {
  const counts = new Map<string, number>();
  for (const [, , data = ''] of markup.matchAll(PATH)) counts.set(data, (counts.get(data) ?? 0) + 1);
  const ids = new Map<string, string>();
  for (const [data, count] of counts) if (count > 1 && data.length >= LEAST) ids.set(data, `${prefix}${ids.size.toString(36)}`);
  return {
    markup: markup.replace(PATH, (all, before: string, data: string, after: string) => (ids.has(data) ? `<use href="#${ids.get(data)}"${before}${after}/>` : all)),
    definitions: [...ids].map(([data, id]) => `<path id="${id}" d="${data}"/>`),
  };
}
