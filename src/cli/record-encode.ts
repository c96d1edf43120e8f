import { CODEC_NAMES } from '../recorder/film-codec.ts';
import { BROWSER_VARIABLE } from './browser.ts';
import { findFfmpeg, GET_FFMPEG } from './ffmpeg.ts';
import { FFMPEG_ENCODERS } from './ffmpeg-arguments.ts';
import { embedText, TEXT_ENCODER } from './ffmpeg-captions.ts';
import { recordWithFfmpeg, type EncoderJob } from './ffmpeg-record.ts';
import type { FileSink } from './file-sink.ts';
import type { PartFile } from './part-file.ts';
import { codecOf, type RecordOrder } from './record-order.ts';
import type { Recorded, SessionRow } from './session-row.ts';
import { fittingSound } from './sound-file.ts';
import { UserError } from './terminal.ts';

/** Nobody here can encode it; the message says who was asked, and what helps. */
export class EncoderError extends UserError {}

/** The browsers that there are, and who hears what the person should know. */
interface Shop {
  readonly browsers: SessionRow;
  readonly remark: (text: string) => void;
}

/** Has a job made by whoever can: a browser, or, of H.264 where no browser has it and of ProRes, ffmpeg. Throws with what is missing and how to get it. */
export async function encode(job: EncoderJob, sink: FileSink, part: PartFile | undefined, shop: Shop): Promise<Recorded> {
  const { order: { work }, written } = job;
  if (work.kind === 'raw' && part) return recordWithFfmpeg(job, work, sink, part, shop.browsers);
  const recorded = await byBrowser(job, sink, part, shop);
  if (recorded.result.outcome === 'done') return recorded;
  if (work.kind !== 'film' || !part || codecOf(job.order) !== 'h264' || !(await findFfmpeg(FFMPEG_ENCODERS.h264))) throw noEncoder(job.order, recorded.asked);
  shop.remark(`${written}: no browser here encodes H.264, so ffmpeg does.`);
  return recordWithFfmpeg(job, { kind: 'raw', encoder: 'h264', range: work.range }, sink, part, shop.browsers);
}

/** What a browser cannot do alone, ffmpeg helps with where it is there: a sound, and in an mp4 the kind of captions that more players know. */
async function byBrowser({ order, sound }: EncoderJob, sink: FileSink, part: PartFile | undefined, { browsers }: Shop): Promise<Recorded> {
  const { work } = order;
  const { captions, ...bare } = order;
  const texts = work.kind === 'film' && work.format === 'mp4' && captions && part ? await findFfmpeg(TEXT_ENCODER) : undefined;
  const asked = texts ? bare : order;
  let recorded = await browsers.record(asked, sink, sound?.bytes);
  if (recorded.result.outcome === 'no-sound' && sound && work.kind === 'film') recorded = await browsers.record(asked, sink, await fittingSound(sound, work.format));
  if (recorded.result.outcome === 'no-sound') throw new UserError(`${sound?.written} cannot be put into this film.`);
  if (recorded.result.outcome === 'done' && texts && part && captions) await embedText(texts, part, captions);
  return recorded;
}

function noEncoder(order: RecordOrder, asked: readonly string[]): EncoderError {
  const codec = codecOf(order);
  const tried = `${asked.join(' and ')} cannot encode ${codec === undefined ? 'this' : CODEC_NAMES[codec]} at this size.`;
  if (codec === 'h264') return new EncoderError(`${tried} Write a .webm, or install Google Chrome or Microsoft Edge (${BROWSER_VARIABLE} may name one), or ${GET_FFMPEG}.`);
  const other = codec === 'av1' ? 'leave --codec out' : 'try a smaller --size';
  return new EncoderError(`${tried} Install Google Chrome or Microsoft Edge (${BROWSER_VARIABLE} may name one), or ${other}.`);
}
