import { stampText, type FilmTags } from './film-stamp.ts';

/** A chunk of a PNG file. */
export interface PngChunk {
  readonly type: string;
  readonly data: Uint8Array;
}

/** What every PNG file begins with. */
export const PNG_SIGNATURE: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The chunks of a PNG file, in their order. */
export function readChunks(png: Uint8Array): PngChunk[] {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const chunks: PngChunk[] = [];
  for (let at = PNG_SIGNATURE.length; at + 12 <= png.length; ) {
    const length = view.getUint32(at);
    chunks.push({ type: String.fromCharCode(...png.subarray(at + 4, at + 8)), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/** The bytes of a chunk: its length, type, data and check sum. */
export function chunkBytes(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  for (let at = 0; at < 4; at++) bytes[4 + at] = type.charCodeAt(at);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, checkSum(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** Behind the signature and the header's 25 bytes. */
export const AFTER_HEADER = PNG_SIGNATURE.length + 25;

/** A file's stamp as a chunk of text. */
export function stampChunk(tags: FilmTags): Uint8Array {
  return chunkBytes('tEXt', Uint8Array.from(`Comment\0${stampText(tags)}`, (letter) => letter.charCodeAt(0)));
}

/** A PNG file with its stamp behind its header. */
export function stamped(png: Uint8Array, tags: FilmTags): Uint8Array<ArrayBuffer> {
  const stamp = stampChunk(tags);
  const all = new Uint8Array(png.length + stamp.length);
  all.set(png.subarray(0, AFTER_HEADER));
  all.set(stamp, AFTER_HEADER);
  all.set(png.subarray(AFTER_HEADER), AFTER_HEADER + stamp.length);
  return all;
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value;
});

/** CRC-32 as the PNG specification asks for. */
function checkSum(bytes: Uint8Array): number {
  let value = 0xffffffff;
  for (const byte of bytes) value = (TABLE[(value ^ byte) & 0xff] as number) ^ (value >>> 8);
  return ~value >>> 0;
}
