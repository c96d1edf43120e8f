/** Origins that the host of an embed page names in a `<meta>` of it, separated by spaces; `*` is every one. */
export function originsNamed(page: Document, name: string): readonly string[] {
  return page.querySelector<HTMLMetaElement>(`meta[name="${name}"]`)?.content.split(/\s+/).filter(Boolean) ?? [];
}

/**
 * The whole address of a scenario that an address or a message names, relative to the embed page; undefined where the page must not read it: another
 * origin than its own is only read where its host has named it.
 */
export function allowedSource(address: string, page: string, origins: readonly string[]): string | undefined {
  if (!URL.canParse(address, page)) return undefined;
  const url = new URL(address, page);
  if (url.protocol !== 'https:' && url.protocol !== 'http:' && url.protocol !== 'file:') return undefined;
  // Of a file, the browser itself says no; it has no origin to compare.
  const same = url.protocol === new URL(page).protocol && url.host === new URL(page).host;
  return same || origins.includes('*') || origins.includes(url.origin) ? url.href : undefined;
}
