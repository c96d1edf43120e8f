import { BufferTarget, CanvasSource, Mp4OutputFormat, Output, Quality, WebMOutputFormat, type VideoEncodingConfig } from 'mediabunny';
import { mendMetadata } from './avc-description.ts';

/** The files that a browser makes films as. */
export type FilmFormat = 'mp4' | 'webm';

/** How the pictures of a film are stored. */
export type FilmCodec = 'h264' | 'vp9' | 'av1';

/** What is chosen beside the kind of file; where nothing is, an mp4 has H.264 and a webm VP9. */
export interface FilmCoding {
  readonly codec?: FilmCodec;
  /** With its transparency; only VP9 in webm keeps it. */
  readonly transparent?: boolean;
}

/** What a film is encoded for. */
export interface FilmSize extends FilmCoding {
  readonly width: number;
  readonly height: number;
  readonly fps: number;
}

/** What each kind of file can hold; the first is what it has where nothing is said, as most players know it. */
export const FILM_CODECS: Readonly<Record<FilmFormat, readonly [FilmCodec, ...FilmCodec[]]>> = { mp4: ['h264', 'av1', 'vp9'], webm: ['vp9', 'av1'] };

/** As people call them. */
export const CODEC_NAMES: Readonly<Record<FilmCodec, string>> = { h264: 'H.264', vp9: 'VP9', av1: 'AV1' };

/** Largest picture in macroblocks, most macroblocks a second, and the level's number in a codec's name (ITU-T H.264, table A-1). */
const AVC_LEVELS = [
  [1_620, 40_500, 0x1e], [3_600, 108_000, 0x1f], [5_120, 216_000, 0x20], [8_192, 245_760, 0x28], [8_704, 522_240, 0x2a],
  [22_080, 589_824, 0x32], [36_864, 983_040, 0x33], [36_864, 2_073_600, 0x34], [139_264, 4_177_920, 0x3c], [139_264, 16_711_680, 0x3e],
] as const;

/** The name of H.264, high profile, at the least level that holds pictures of this size at this rate. */
export function avcName({ width, height, fps }: FilmSize): string {
  const blocks = Math.ceil(width / 16) * Math.ceil(height / 16);
  const level = AVC_LEVELS.find(([most, mostASecond]) => blocks <= most && blocks * fps <= mostASecond) ?? AVC_LEVELS[AVC_LEVELS.length - 1];
  return `avc1.6400${(level as (typeof AVC_LEVELS)[number])[2].toString(16)}`;
}

/** Between two key pictures of a film, seconds: a player that jumps decodes no more than that. */
export const KEY_INTERVAL = 2;

/** How a film is encoded: no frame is ever dropped to keep a bit rate, and text stays sharp. */
export function encodingOf(format: FilmFormat, size: FilmSize): VideoEncodingConfig {
  const { codec = FILM_CODECS[format][0], transparent } = size;
  const shared = { quality: new Quality('high'), latencyMode: 'quality', keyFrameInterval: KEY_INTERVAL, ...(transparent && { alpha: 'keep' as const }) } as const;
  return codec === 'h264' ? { ...shared, codec: 'avc', fullCodecString: avcName(size), onEncodedPacket: (_, metadata) => mendMetadata(metadata) } : { ...shared, codec };
}

const found = new Map<string, Promise<boolean>>();

/**
 * Whether this browser encodes a film, found out by encoding a frame: some say that they do H.264 and then throw. It is found out once: that takes as long as
 * some ten pictures.
 */
export function canEncode(format: FilmFormat, { width, height, fps, codec, transparent }: FilmSize): Promise<boolean> {
  const key = [format, width, height, fps, codec, transparent].join(' ');
  const known = found.get(key) ?? tryToEncode(format, { width, height, fps, ...(codec && { codec }), ...(transparent && { transparent }) });
  found.set(key, known);
  return known;
}

async function tryToEncode(format: FilmFormat, size: FilmSize): Promise<boolean> {
  if (typeof VideoEncoder === 'undefined') return false;
  const canvas = new OffscreenCanvas(size.width, size.height);
  canvas.getContext('2d', { alpha: size.transparent ?? false })?.fillRect(0, 0, size.width / 2, size.height);
  const output = new Output({ format: format === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat(), target: new BufferTarget() });
  try {
    const source = new CanvasSource(canvas, encodingOf(format, size));
    output.addVideoTrack(source, { frameRate: size.fps });
    await output.start();
    await source.add(0, 1 / size.fps);
    await output.finalize();
    return (output.target.buffer?.byteLength ?? 0) > 0;
  } catch {
    if (output.state !== 'canceled' && output.state !== 'finalized') await output.cancel().catch(() => undefined);
    return false;
  }
}
