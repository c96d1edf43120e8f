import type { PlayerTheme, PlayerView } from '../elements/requests.ts';
import type { Lang, LocalizedText } from '../shared/text.ts';

/** One scenario of a bundle. */
export interface BundleEntry {
  /** Names it in links; each is there once. */
  readonly id: string;
  /** Its text's name among the files of the page. */
  readonly file: string;
  readonly title: LocalizedText;
  readonly languages: readonly Lang[];
}

/** What a bundle's page is told of itself: `#hopline-bundle`, as JSON. */
export interface BundleData {
  readonly title: LocalizedText;
  /** Every language that one of the scenarios is told in. */
  readonly languages: readonly Lang[];
  /** What a link that says nothing else shows; no `lang`: the reader's own. */
  readonly defaults: { readonly lang?: Lang; readonly theme: PlayerTheme; readonly view: PlayerView; readonly level: number };
  readonly entries: readonly BundleEntry[];
}

/** The id of the element that holds the data. */
export const DATA_ID = 'hopline-bundle';
/** Names the file that a block of YAML holds. */
export const FILE_ATTRIBUTE = 'data-file';
/** The block's `&` and `<` are written as entities, as it could end or hide the page otherwise. */
export const ESCAPED_ATTRIBUTE = 'data-escaped';

/** What the page is told of itself; throws where it is no bundle. */
export function readBundle(page: Document): BundleData {
  const text = page.getElementById(DATA_ID)?.textContent;
  if (!text) throw new Error(`There is no #${DATA_ID} in this page.`);
  return JSON.parse(text) as BundleData;
}

/** The text of a file that stands in the page, as it was on the disk; throws where it is not there. */
export function fileText(page: Document, name: string): string {
  const block = [...page.querySelectorAll(`script[${FILE_ATTRIBUTE}]`)].find((script) => script.getAttribute(FILE_ATTRIBUTE) === name);
  if (!block) throw new Error(`${name} is not in this page.`);
  const text = block.textContent ?? '';
  return block.hasAttribute(ESCAPED_ATTRIBUTE) ? text.replaceAll('&lt;', '<').replaceAll('&amp;', '&') : text;
}
