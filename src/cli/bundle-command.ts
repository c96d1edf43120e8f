import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BundleData } from '../bundle/bundle-data.ts';
import { bundleWords } from '../bundle/bundle-words.ts';
import type { PlayerTheme, PlayerView } from '../elements/requests.ts';
import { coverSheet, type CoverStory } from '../export/svg/cover-svg.ts';
import { THEMES } from '../look/tokens.ts';
import { textIn, UNTAGGED, type Lang, type LocalizedText } from '../shared/text.ts';
import { lettersOf } from './bundle/bundle-letters.ts';
import { bundleHtml } from './bundle/bundle-page.ts';
import { bundleScripts } from './bundle/bundle-scripts.ts';
import { readSources, type BundleSource, type BundleSources } from './bundle/bundle-sources.ts';
import { findScenarios } from './documents.ts';
import { embeddedFonts } from './embedded-fonts.ts';
import { bytesOf } from './gif-fit.ts';
import { interruptible, untilAborted } from './interruptible.ts';
import { numberOf } from './record-options.ts';
import { usualName } from './record-products.ts';
import { storeText } from './store-text.ts';
import { UsageError, UserError, type Terminal } from './terminal.ts';

/** Flags of `hopline bundle`, as written. */
export interface BundleOptions {
  readonly out?: string;
  readonly title?: string;
  readonly lang?: string;
  readonly theme: string;
  readonly view: string;
  readonly level: string;
  readonly maxSize: string;
  readonly json?: boolean;
}

/** What is said of a file that was written. */
interface BundleReport {
  readonly file: string;
  readonly bytes: number;
  readonly gzipBytes: number;
  readonly scenarios: readonly { readonly id: string; readonly title: string; readonly languages: readonly Lang[] }[];
}

const PLAYER_THEMES: readonly PlayerTheme[] = ['auto', 'dark', 'light', 'contrast'];
const VIEWS: readonly PlayerView[] = ['map', 'sequence', 'split'];
/** The languages of the interface. */
const INTERFACE: readonly Lang[] = ['en', 'ko'];

/** `hopline bundle`: scenarios become one HTML file that plays without a network; the exit code is 0 where it is written, 130 where Ctrl+C came first. */
export async function bundleCommand(files: readonly string[], options: BundleOptions, terminal: Terminal): Promise<number> {
  const paths = await findScenarios(files, terminal.cwd);
  const out = options.out ?? (paths.length === 1 ? usualName(paths[0] ?? '', '.html') : 'scenarios.html');
  if (!/\.html?$/i.test(out)) throw new UsageError(`The name "${out}" should end in .html.`);
  const most = bytesOf(options.maxSize);
  if (!most) throw new UsageError(`--max-size is such as 500KB or 1MB, not "${options.maxSize}".`);
  const look = lookOf(options);
  return interruptible(terminal, async (signal) => {
    const made = await readSources(paths, terminal.cwd, signal);
    const html = await untilAborted(pageOf(made, dataOf(made, options, look)), signal);
    const report: BundleReport = {
      file: out, bytes: Buffer.byteLength(html), gzipBytes: gzipSync(html, { level: 9 }).length,
      scenarios: made.sources.map(({ id, scenario: { title, languages } }) => ({ id, languages: tagged(languages), title: textIn(title, languages[0] ?? UNTAGGED, languages) })),
    };
    if (report.gzipBytes > most) throw new UserError(tooLarge(report, most));
    signal.throwIfAborted();
    await storeText(resolve(terminal.cwd, out), html);
    terminal.out(options.json ? JSON.stringify(report, null, 2) : `${out}: ${count(report)}, ${kb(report.bytes)}, ${kb(report.gzipBytes)} compressed`);
    return 0;
  });
}

async function pageOf(made: BundleSources, data: BundleData): Promise<string> {
  const { theme } = data.defaults;
  const themes = theme === 'contrast' ? [THEMES.contrast] : [THEMES.light, THEMES.dark];
  const covers = coverSheet(made.sources.flatMap(coverStories), themes);
  const [scripts, fonts] = await Promise.all([bundleScripts(), embeddedFonts(lettersOf(made, Object.values(data.title).join('\n'), data.languages))]);
  return bundleHtml({ ...made, data, scripts, fonts, covers });
}

function coverStories({ traces, map }: BundleSource): CoverStory[] {
  return traces.map((trace) => {
    const { variant: { lang }, scenario: { title, languages } } = trace;
    return { trace, map, label: bundleWords(lang).picture(textIn(title, lang, languages)) };
  });
}

type Look = Omit<BundleData['defaults'], 'lang'>;

function lookOf({ theme, view, level }: BundleOptions): Look {
  const oneOf = <T extends string>(flag: string, written: string, known: readonly T[]): T => {
    const found = known.find((one) => one === written);
    if (!found) throw new UsageError(`${flag} is one of ${known.join(', ')}, not "${written}".`);
    return found;
  };
  return { theme: oneOf('--theme', theme, PLAYER_THEMES), view: oneOf('--view', view, VIEWS), level: Math.round(numberOf('--level', level, 1, 99)) };
}

function dataOf({ sources }: BundleSources, { title, lang }: BundleOptions, look: Look): BundleData {
  const told = tagged([...new Set(sources.flatMap(({ scenario }) => scenario.languages))]);
  // Where nobody says what language it is, the interface still has the reader's.
  const languages = told.length > 0 ? told : INTERFACE;
  if (lang !== undefined && !languages.includes(lang)) throw new UsageError(`--lang is one of ${languages.join(', ')}, not "${lang}".`);
  return {
    title: title === undefined ? titleOf(sources, languages) : { und: title },
    languages,
    defaults: { ...look, ...(lang !== undefined && { lang }) },
    entries: sources.map(({ id, file, scenario }) => ({ id, file, title: scenario.title, languages: scenario.languages })),
  };
}

/** Of one scenario its own; of several the architecture's where they are all in the same one. */
function titleOf(sources: readonly BundleSource[], languages: readonly Lang[]): LocalizedText {
  const [first, ...others] = sources;
  if (first && others.length === 0) return first.scenario.title;
  const where = first?.scenario.architecture;
  if (where?.title && others.every(({ scenario }) => scenario.architecture.id === where.id)) return where.title;
  return Object.fromEntries(languages.map((lang) => [lang, bundleWords(lang).scenarios]));
}

function tooLarge({ file, gzipBytes, scenarios }: BundleReport, most: number): string {
  const less = scenarios.length > 1 ? 'Put fewer scenarios into it, or allow' : 'Allow';
  return `${file} would be ${kb(gzipBytes)} compressed, and at most ${kb(most)} are allowed; it was not written. ${less} more with --max-size.`;
}

function tagged(languages: readonly Lang[]): Lang[] {
  return languages.filter((lang) => lang !== UNTAGGED);
}

function count({ scenarios }: BundleReport): string {
  return scenarios.length === 1 ? (scenarios[0]?.title ?? '') : `${scenarios.length} scenarios`;
}

function kb(bytes: number): string {
  return `${Math.ceil(bytes / 1000)} KB`;
}
