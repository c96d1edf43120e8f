import { createHash } from 'node:crypto';
import { bundleWords } from '../../bundle/bundle-words.ts';
import type { BundleData } from '../../bundle/bundle-data.ts';
import type { CoverSheet } from '../../export/svg/cover-svg.ts';
import { esc } from '../../export/svg/markup.ts';
import type { FontFile } from '../../export/svg/page.ts';
import { THEMES, TOKEN_NAMES, type Theme, type ThemeName } from '../../look/tokens.ts';
import { FONT_FAMILY } from '../../look/type.ts';
import { scriptInPage } from '../../shared/script-in-page.ts';
import { textIn } from '../../shared/text.ts';
import { VERSION } from '../../shared/version.ts';
import { articleMarkup, galleryMarkup } from './bundle-content.ts';
import { comment, dataBlock, inLanguages, languageRules, shownIn, spoken, spokenText, yamlBlock } from './bundle-markup.ts';
import type { BundleScripts } from './bundle-scripts.ts';
import type { BundleSource, BundleSources } from './bundle-sources.ts';

/** What a bundle is put together from. */
export interface BundleParts extends BundleSources {
  readonly data: BundleData;
  readonly scripts: BundleScripts;
  readonly fonts: readonly FontFile[];
  /** One for each language of each scenario, in their order; for light surroundings and for dark ones, or for one theme. */
  readonly covers: CoverSheet;
}

/** Before anything is shown: with a script the gallery or the player is, and without the player after all the stories as text. */
const FIRST = "document.documentElement.className='script';addEventListener('load',()=>{if(!customElements.get('hopline-player'))document.documentElement.className=''})";
const MARK = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0a0f1e"/><path d="M17 16h6" stroke="#a78bfa" stroke-width="3"/>'
  + '<circle cx="12" cy="16" r="6.5" fill="none" stroke="#a78bfa" stroke-width="3.5"/><circle cx="24.5" cy="16" r="4" fill="#56b4e9"/></svg>';

/** The whole file: a page that asks for nothing, and says so to the browser. */
export function bundleHtml(parts: BundleParts): string {
  const { data, scripts, sources } = parts;
  const { languages } = data;
  const lang = data.defaults.lang ?? languages[0] ?? 'en';
  const styles = [fontRules(parts.fonts), [colourRules(parts), scripts.styles, parts.covers.rules, languageRules(languages)].join('\n')].map(normal);
  const code = [FIRST, scriptInPage(scripts.player), scriptInPage(scripts.page)].map(normal);
  const [only] = sources.length === 1 ? sources : [];
  const title = textIn(data.title, lang, languages);
  return `<!doctype html>
${comment(`Made by Hopline ${VERSION}. The licences of its scripts stand in front of them. The fonts in this file are subsets:\n\n${scripts.fontLicence}`)}
<html lang="${esc(lang)}"${data.defaults.theme === 'auto' ? '' : ` data-theme="${data.defaults.theme}"`}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(code, styles)}">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="generator" content="Hopline ${VERSION}">
<title>${esc(title)}</title>
${only ? `<meta name="description" content="${esc(textIn(only.scenario.summary, lang, languages))}">\n` : ''}<link rel="icon" href="data:image/svg+xml,${encodeURIComponent(MARK)}">
<script>${code[0]}</script>
${styles.map((style) => `<style>${style}</style>`).join('\n')}
</head>
<body>
${parts.covers.definitions}
<main>
<p class="without">${spoken(languages, (tag) => bundleWords(tag).without)}</p>
${only ? '' : galleryMarkup(spokenText(data.title, languages, languages), sources, languages, (source) => coversOf(source, parts))}
<div id="hopline-stage"><h1></h1></div>
${dataBlock(data)}
${storyMarkup(parts)}
</main>
<script>${code[1]}</script>
<script>${code[2]}</script>
</body>
</html>
`;
}

/** Each story to read beside the file that it is told from: what has the same words close to each other becomes smaller when it is compressed. */
function storyMarkup(parts: BundleParts): string {
  const { data: { languages }, sources, files } = parts;
  const [level, cover] = sources.length === 1 ? [1, coversOf] as const : [2, () => ''] as const;
  const written = new Set<string>();
  const told = sources.flatMap((source) => {
    const block = written.has(source.file) ? [] : [yamlBlock(source.file, files[source.file] ?? '')];
    written.add(source.file);
    return [...block, articleMarkup(source, languages, cover(source, parts), level)];
  });
  return [...told, ...Object.entries(files).filter(([name]) => !written.has(name)).map(([name, text]) => yamlBlock(name, text))].join('\n');
}

/** The pictures of a scenario, of which the page shows the one in its language. */
function coversOf(source: BundleSource, { sources, covers, data: { languages } }: BundleParts): string {
  const first = sources.slice(0, sources.indexOf(source)).reduce((sum, one) => sum + one.traces.length, 0);
  const { languages: own } = source.scenario;
  if (own.length === 1) return covers.covers[first] ?? '';
  return own.map((lang, at) => `<div${inLanguages(shownIn(lang, own, languages))}>${covers.covers[first + at]}</div>`).join('');
}

function fontRules(fonts: readonly FontFile[]): string {
  return fonts.map(({ weight, data }) => `@font-face{font-family:'${FONT_FAMILY}';font-weight:${weight};src:url(data:font/woff2;base64,${data}) format('woff2')}`).join('\n');
}

/** The page's colours by the reader's system, or by the theme that was chosen; pictures have those of light or dark surroundings. */
function colourRules({ covers, data }: BundleParts): string {
  const fixed = data.defaults.theme === 'contrast';
  const rule = (selector: string, name: ThemeName): string => `${selector}{color-scheme:${THEMES[name].scheme};${own(THEMES[name])};${covers.colours(fixed || name === 'light' ? 0 : 1)}}`;
  const system = [rule(':root', 'light'), `@media (prefers-color-scheme:dark){${rule(':root', 'dark')}}`, `@media (prefers-contrast:more){${rule(':root', 'contrast')}}`];
  const chosen = (['light', 'dark', 'contrast'] as const).map((name) => rule(`:root[data-theme='${name}']`, name));
  return [...system, ...chosen, `@media print{${rule(':root:root:root', 'light')}}`].join('\n');
}

function own(theme: Theme): string {
  return TOKEN_NAMES.map((name) => `--ui-${name}:${name in theme.accents ? theme.accents[name as keyof Theme['accents']] : theme[name as 'page']}`).join(';');
}

/** A browser reads every end of a line as one sign, and takes the hash of that. */
function normal(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n');
}

/** Nothing is loaded, and nothing runs but the scripts of this file. */
function policy(code: readonly string[], styles: readonly string[]): string {
  const hashes = (texts: readonly string[]): string => texts.map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`).join(' ');
  return [
    "default-src 'none'", `script-src ${hashes(code)}`, `style-src ${hashes(styles)}`, 'font-src data:', 'img-src data: blob:', "base-uri 'none'", "form-action 'none'",
    "require-trusted-types-for 'script'", 'trusted-types lit-html',
  ].join('; ');
}
