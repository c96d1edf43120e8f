import { basename, dirname, relative, resolve, sep } from 'node:path';
import { embedAddress } from '../embed/embed-address.ts';
import { frameMarkup, frameSize } from '../embed/frame-markup.ts';
import { oEmbedFor } from '../embed/oembed.ts';
import type { EmbedSettings } from '../embed/settings.ts';
import { packFiles, PackedFilesError, type FileBundle } from '../shared/packed-files.ts';
import { textIn } from '../shared/text.ts';
import { numberOf } from './record-options.ts';
import { readStory, type Story } from './record-story.ts';
import { storeText } from './store-text.ts';
import { UsageError, UserError, type Terminal } from './terminal.ts';

/** Flags of `hopline embed`, as written. */
export interface EmbedOptions {
  readonly page: string;
  readonly src?: string;
  readonly lang?: string;
  readonly theme?: string;
  readonly level?: string;
  readonly view?: string;
  readonly path?: string;
  readonly step?: string;
  readonly autoplay?: boolean;
  readonly loop?: boolean;
  readonly controls: boolean;
  readonly origin?: string;
  readonly width?: string;
  readonly height?: string;
  readonly address?: boolean;
  readonly oembed?: boolean;
  readonly out?: string;
}

const WORDS = { theme: ['auto', 'dark', 'light', 'contrast'], view: ['map', 'sequence', 'split'] } as const;
/** Addresses of this length are taken by everything that browsers, messengers and servers do with them. */
const LONG_ADDRESS = 8000;

/** `hopline embed`: says how a page shows a story in a frame: the markup, its address alone, or its oEmbed document. The exit code is 0 where that is written. */
export async function embedCommand(file: string, options: EmbedOptions, terminal: Terminal): Promise<number> {
  checkWords(options);
  const { out, oembed, address: alone } = options;
  if (oembed && alone) throw new UsageError('Ask for the address alone or for the oEmbed document, not for both.');
  const size = sizeOf(options);
  const story = await readStory(file, { level: options.level ?? '1', ...(options.lang && { lang: options.lang }), ...(options.path && { path: options.path }) }, terminal.cwd);
  const address = await addressOf(story, options);
  const { scenario, variant } = story.trace;
  const title = textIn(scenario.title, variant.lang, scenario.languages);
  const text = alone ? address : oembed ? documentOf(address, title, options) : frameMarkup(address, { ...size, title });
  if (!options.src && address.length > LONG_ADDRESS) terminal.err(`The address has ${address.length} characters, and some places cut long ones. Put the scenario beside the embed page and name it with --src.`);
  if (out === undefined) terminal.out(text);
  else await storeText(resolve(terminal.cwd, out), `${text}\n`);
  return 0;
}

async function addressOf(story: Story, options: EmbedOptions): Promise<string> {
  const { page, src, origin } = options;
  const origins = origin?.split(',').map((each) => each.trim()).filter(Boolean) ?? [];
  const step = stepOf(story, options.step);
  const settings: EmbedSettings = {
    ...(options.lang && { lang: options.lang }), ...(options.theme && { theme: options.theme }), ...(options.level && { level: options.level }),
    ...(options.view && { view: options.view }), ...(options.path && { path: options.path }), ...(step && { step }),
    ...(options.autoplay && { autoplay: true }), ...(options.loop && { loop: true }), ...(!options.controls && { controls: false }),
  };
  return embedAddress(page, { ...(src ? { src } : { doc: await packed(story) }), origins, settings });
}

async function packed({ file, texts }: Story): Promise<string> {
  const [, ...others] = Object.entries(texts);
  // By the names that the scenario has for them; where they lie on this disk is nobody's business.
  const named = others.map(([path, text]) => ({ name: relative(dirname(file), path).split(sep).join('/'), text }));
  const files: FileBundle = [{ name: basename(file), text: texts[file] ?? '' }, ...named];
  try {
    return await packFiles(files);
  } catch (error) {
    if (error instanceof PackedFilesError) throw new UserError(`${file} is too large for an address. Put it beside the embed page and name it with --src.`);
    throw error;
  }
}

function documentOf(address: string, title: string, { page, width, height }: EmbedOptions): string {
  if (!/^https?:\/\//.test(page)) throw new UsageError(`--oembed needs the whole address of the embed page, --page https://…, not "${page}".`);
  const size = { ...(width && { maxwidth: Number(width) }), ...(height && { maxheight: Number(height) }) };
  return JSON.stringify(oEmbedFor(address, { title, ...size }), null, 2);
}

function sizeOf({ width, height, controls }: EmbedOptions): { readonly width: number; readonly height: number } {
  const size = frameSize({ controls, ...(width && { width: numberOf('--width', width, 100, 10_000) }) });
  return height ? { ...size, height: numberOf('--height', height, 100, 10_000) } : size;
}

function checkWords(options: EmbedOptions): void {
  for (const [name, words] of Object.entries(WORDS)) {
    const word = options[name as keyof typeof WORDS];
    if (word !== undefined && !words.includes(word as never)) throw new UsageError(`--${name} is one of ${words.join(', ')}, not "${word}".`);
  }
}

function stepOf({ trace }: Story, step: string | undefined): string | undefined {
  if (step === undefined || trace.steps.some(({ id, number }) => id === step || String(number) === step)) return step;
  throw new UsageError(`There is no step "${step}" in this variant. There are ${trace.steps.map(({ id }) => id).join(', ')}.`);
}
