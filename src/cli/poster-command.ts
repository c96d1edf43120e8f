import { extname } from 'node:path';
import { stepAt } from '../compile/search.ts';
import { tellingMoment } from '../compile/telling-moment.ts';
import type { Trace } from '../compile/trace.ts';
import { stillSvg } from '../export/svg/still-svg.ts';
import { layoutMapAuto } from '../layout/map.ts';
import { pictureTime } from '../recorder/film-times.ts';
import { recordCommand } from './record-command.ts';
import { usualName } from './record-products.ts';
import { readStory, type VariantOptions } from './record-story.ts';
import { storeSheet, svgThemes } from './svg-command.ts';
import { asUsage, UsageError, type Terminal } from './terminal.ts';

/** Flags of `hopline poster`, as written. */
export interface PosterOptions extends VariantOptions {
  readonly out?: string;
  readonly at?: string;
  /** Undefined: what suits the kind of file. */
  readonly theme?: string;
  readonly view?: string;
  readonly size?: string;
}

/** `hopline poster`: the one picture that stands for a story, as PNG or SVG; the exit code is 0 where it is written. */
export async function posterCommand(file: string, options: PosterOptions, terminal: Terminal, version: string): Promise<number> {
  const written = options.out ?? usualName(file, '.png');
  const ending = extname(written).toLowerCase();
  if (ending !== '.png' && ending !== '.svg') throw new UsageError(`The name "${written}" should end in .png or .svg.`);
  if (ending === '.svg') return svgPoster(file, written, options, terminal);
  const { theme = 'dark', view = 'map', level, at: asked } = options;
  const at = asked ?? writtenMoment((await readStory(file, options, terminal.cwd)).trace);
  const order = { ...options, out: written, at, theme, view, level, rate: '1', captions: 'burn' };
  return recordCommand([file], order, terminal, version);
}

async function svgPoster(file: string, written: string, options: PosterOptions, terminal: Terminal): Promise<number> {
  if (options.size !== undefined) throw new UsageError('--size is for a .png; an .svg is as large as the page shows it.');
  if (options.view !== undefined && options.view !== 'map') throw new UsageError('An .svg shows the map; for another --view write a .png.');
  const themes = svgThemes(options.theme ?? 'auto');
  const { trace } = await readStory(file, options, terminal.cwd);
  const { at } = options;
  const moment = at === undefined ? tellingMoment(trace) : asUsage(() => pictureTime(trace, at));
  const sheet = stillSvg({ trace, map: await layoutMapAuto(trace.scenario), themes }, moment);
  await storeSheet(written, sheet, trace.steps['still' in moment ? moment.still : stepAt(trace, moment.time)]?.title ?? '', terminal);
  return 0;
}

/** The telling moment as a person would write it. */
function writtenMoment(trace: Trace): string {
  const moment = tellingMoment(trace);
  return 'still' in moment ? (trace.steps[moment.still]?.id ?? '0') : `${moment.time}s`;
}
