import { DATA_ID, ESCAPED_ATTRIBUTE, FILE_ATTRIBUTE, type BundleData } from '../../bundle/bundle-data.ts';
import { esc } from '../../export/svg/markup.ts';
import { textIn, type Lang, type LocalizedText } from '../../shared/text.ts';

/** A text in each of the languages, of which the page shows the one that it is in; plain where they are all the same. */
export function spoken(languages: readonly Lang[], say: (lang: Lang) => string): string {
  const texts = languages.map(say);
  if (new Set(texts).size === 1) return esc(texts[0] ?? '');
  return languages.map((lang, at) => `<span${inLanguages([lang])} lang="${esc(lang)}">${esc(texts[at] ?? '')}</span>`).join('');
}

/** What makes an element seen in these languages of the page alone. */
export function inLanguages(languages: readonly Lang[]): string {
  return ` class="in" data-in="${esc(languages.join(' '))}"`;
}

/** The languages of a page in which something is seen that is there in some of them: in its own, and in those that have none the first one. */
export function shownIn(lang: Lang, own: readonly Lang[], languages: readonly Lang[]): Lang[] {
  return languages.filter((tag) => tag === lang || (lang === own[0] && !own.includes(tag)));
}

/** A text of the documents in each language. */
export function spokenText(text: LocalizedText | undefined, languages: readonly Lang[], fallbacks: readonly Lang[]): string {
  return spoken(languages, (lang) => textIn(text, lang, fallbacks));
}

/** Shows only what is in the page's language. */
export function languageRules(languages: readonly Lang[]): string {
  return languages.map((lang) => `html[lang="${lang}"] .in:not([data-in~="${lang}"]){display:none}`).join('\n');
}

/** What ends a block of data in a page, or hides its end. */
const MARKS = /<(?=\/script|script|!--)/i;

/** A file as a block of YAML in the page; one that could end the block is written with entities, which the page's script undoes. */
export function yamlBlock(name: string, text: string): string {
  const escaped = MARKS.test(text);
  const body = escaped ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : text;
  return `<script type="application/yaml" ${FILE_ATTRIBUTE}="${esc(name)}"${escaped ? ` ${ESCAPED_ATTRIBUTE}` : ''}>${body}</script>`;
}

/** What the page is told of itself. */
export function dataBlock(data: BundleData): string {
  return `<script type="application/json" id="${DATA_ID}">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`;
}

/** A text as a comment of the page. */
export function comment(text: string): string {
  return `<!--\n${text.trim().replaceAll(/-{2,}/g, '-').replaceAll(/<!|>/g, (mark) => (mark === '>' ? '›' : '‹!'))}\n-->`;
}
