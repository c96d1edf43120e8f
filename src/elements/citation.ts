import type { Citation } from '../scenario/model.ts';
import { textIn, type Lang } from '../shared/text.ts';

/** A citation or docs link that is safe to show: `label` reads `kubernetes.io › Components › etcd`. */
export interface SafeLink {
  readonly href: string;
  readonly label: string;
}

/** The link when its address is https or relative, undefined for every other scheme; `base` is the address it is relative to. */
export function safeLink(address: string, base: string, label?: string): SafeLink | undefined {
  const url = resolve(address, base);
  if (!url) return undefined;
  return { href: url.href, label: label || labelOf(url) };
}

/** As `safeLink`, with the citation's own title and version where it has them. */
export function citationLink(citation: Citation, base: string, lang: Lang, fallbacks: readonly Lang[]): SafeLink | undefined {
  const link = safeLink(citation.href, base, textIn(citation.title, lang, fallbacks));
  if (!link || !citation.version) return link;
  return { href: link.href, label: `${link.label} (${citation.version})` };
}

function resolve(address: string, base: string): URL | undefined {
  if (/^\s*[a-z][a-z0-9+.-]*:/i.test(address) && !/^\s*https:/i.test(address)) return undefined;
  try {
    const url = new URL(address, base);
    const relative = url.origin === new URL(base).origin;
    return url.protocol === 'https:' || (relative && /^(https?|file):$/.test(url.protocol)) ? url : undefined;
  } catch {
    return undefined;
  }
}

function labelOf(url: URL): string {
  const parts = url.pathname.split('/').filter(Boolean);
  const page = parts.pop()?.replace(/\.(html?|md)$/, '');
  const anchor = decode(url.hash.slice(1));
  return [url.host.replace(/^www\./, ''), page ? capital(words(decode(page))) : '', words(anchor)].filter(Boolean).join(' › ');
}

function words(text: string): string {
  return text.replace(/[-_]+/g, ' ').trim();
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
