import { concatenated } from '../shared/bytes.ts';

/** Bytes of their own. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** A byte. */
export function u8(value: number): Bytes {
  return Uint8Array.of(value);
}

/** Four bytes, highest first. */
export function u32(value: number): Bytes {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

/** Eight bytes, highest first; rounded. */
export function u64(value: number): Bytes {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(Math.round(value)));
  return bytes;
}

/** UTF-8. */
export function text(value: string): Bytes {
  return concatenated([new TextEncoder().encode(value)]);
}

/** An element of Matroska's: its id, its length in eight bytes, its data. */
export function element(id: readonly number[], data: Uint8Array): Bytes {
  const length = u64(data.length);
  length[0] = 1;
  return concatenated([Uint8Array.from(id), length, data]);
}

/** Where some bytes first stand in others, from a place on; -1 where they do not. */
export function indexOfBytes(bytes: Uint8Array, wanted: readonly number[], from: number): number {
  for (let at = Math.max(0, from); at + wanted.length <= bytes.length; at++) if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  return -1;
}
