import type { Citation } from '../../../src/scenario/model.ts';

/** Where a page or file says in its address which version it is of. */
const WRITTEN = [/\/(?:release|branch)-(\d+\.\d+)\//, /\/docs\/v(\d+\.\d+)(?:\/|$)/, /\/(?:blob|tree)\/v?(\d+(?:\.\d+)+)\//];
/** `v1.36`, `v0.8.1`, `1.1.0`, a branch that has no releases, or when it was read: `2026-07`. */
const VERSION = /^(v?\d+(\.\d+){0,2}|main|master|20\d\d(-\d\d){0,2})$/;
/** Enhancement proposals have a number instead of a version. */
const PROPOSAL = /^https:\/\/github\.com\/kubernetes\/enhancements\/(blob|tree)\/master\/keps\/[a-z-]+\/\d+-/;
const VERSIONED = /^https:\/\/(kubernetes\.io|etcd\.io|github\.com|raw\.githubusercontent\.com)\//;

/** What is wrong with a citation, in words; none where it is well-formed. */
export function faultsOf({ href, title, version }: Citation): string[] {
  const faults: string[] = [];
  let url: URL | undefined;
  try {
    url = new URL(href);
  } catch {
    return [`${href}: is no whole address`];
  }
  const say = (fault: string): number => faults.push(`${href}: ${fault}`);
  if (url.protocol !== 'https:') say('is not https');
  if (url.pathname.length < 2) say('is a site, not a page');
  if (/\s|%20|["<>\\^`{|}]|\.$|\/\/.*\/\//.test(href)) say('has a character that addresses do not have');
  if ((href.match(/#/g) ?? []).length > 1 || href.endsWith('#')) say('has a broken fragment');
  if (url.hash !== '' && !/^#[\w.:~!$&'()*+,;=@%/?-]+$/.test(url.hash)) say('has a broken fragment');
  if (url.hostname === 'kubernetes.io' && !/^\/(docs|blog|releases)\/.*[^/]\/$/.test(url.pathname)) say('is no page of the documentation, or lacks its last slash');
  // Headings become lower case; only the generated reference of the API names its types as they are written.
  if (url.hostname === 'kubernetes.io' && url.hash !== url.hash.toLowerCase() && !/^\/docs\/reference\/(kubernetes-api|config-api)\//.test(url.pathname)) say('has a fragment that is not in lower case');
  if (title === undefined || Object.values(title).some((text) => text.trim() === '')) say('has no title');
  if (VERSIONED.test(href) && !PROPOSAL.test(href) && version === undefined) say('has no version');
  if (version !== undefined && !VERSION.test(version)) say(`has the odd version ${version}`);
  const written = WRITTEN.map((pattern) => pattern.exec(href)?.[1]).find(Boolean);
  if (written !== undefined && version?.replace(/^v/, '') !== written) say(`is of version ${written}, not ${version ?? 'of none'}`);
  return faults;
}
