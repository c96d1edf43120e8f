import { concatenated } from '../shared/bytes.ts';
import { BitReader, BitWriter, escaped, putBits, unescaped } from './avc-bits.ts';
import type { AvcStream } from './avc-stream.ts';
import { u32 } from './container-bytes.ts';

const SLICE = 1;
const KEY_SLICE = 5;
/** All slices of the picture are of this kind: predicted from the picture before. */
const PREDICTED = 5;
/** In the order of showing a frame counts twice: once for each of its fields. */
const FIELDS = 2;
/** A header ends well within so many bytes. */
const HEADER_BYTES = 32;

interface Place {
  /** Bit in the unit without its escapes. */
  readonly at: number;
  readonly value: number;
}

/**
 * Writes pictures that equal the one before into an H.264 stream, without an encoder: such a picture is one slice that skips all of its macroblocks
 * (ITU-T H.264, 7.3.4 and 8.4.1.1), some fifteen bytes. The encoder knows nothing of them, so each picture that comes after them until the next key picture gets
 * the number and the place that are then its own (7.4.3): both stand at the front of its slices in fields of fixed length.
 */
export class AvcRepeats {
  /** How many stand between the last key picture and here. */
  private inserted = 0;
  private number = 0;
  private order = 0;
  /** How important the last picture is to those that follow: 0 where they are not predicted from it. */
  private importance = 0;

  constructor(private readonly stream: AvcStream) {}

  /** True: the last picture can be repeated. */
  get ready(): boolean {
    return this.importance > 0;
  }

  /** The next picture that the encoder made, as it is to be written. */
  next(picture: Uint8Array): Uint8Array {
    const units = this.unitsOf(picture);
    const shown = units.find((unit) => [SLICE, KEY_SLICE].includes(kindOf(unit)));
    if (!shown) return picture;
    if (kindOf(shown) === KEY_SLICE) this.inserted = 0;
    const { number, order } = this.placesIn(unescaped(shown.subarray(0, HEADER_BYTES)));
    this.importance = (shown[0]! >> 5) & 3;
    this.number = this.wrapped(number.value + this.inserted, this.stream.numberBits);
    this.order = this.wrapped((order?.value ?? 0) + FIELDS * this.inserted, this.stream.orderBits);
    return this.inserted === 0 ? picture : this.joined(units.map((unit) => (kindOf(unit) === SLICE ? this.renumbered(unit) : unit)));
  }

  /** The last picture once more. */
  repeat(): Uint8Array {
    const { pps, blocks, numberBits, orderBits, smoothing } = this.stream;
    this.inserted++;
    this.number = this.wrapped(this.number + 1, numberBits);
    this.order = this.wrapped(this.order + FIELDS, orderBits);
    const bits = new BitWriter().bits(0, 1).bits(this.importance, 2).bits(SLICE, 5);
    bits.golomb(0).golomb(PREDICTED).golomb(pps).bits(this.number, numberBits).bits(this.order, orderBits);
    // As many references as usual, in their usual order, kept as usual; the quality as it was; nothing is smoothed again.
    bits.bits(0, 3).golomb(0);
    if (smoothing) bits.golomb(1);
    return this.joined([escaped(bits.golomb(blocks).end())]);
  }

  private renumbered(unit: Uint8Array): Uint8Array {
    const bytes = unescaped(unit).slice();
    const { number, order } = this.placesIn(bytes);
    putBits(bytes, number.at, this.stream.numberBits, this.number);
    if (order) putBits(bytes, order.at, this.stream.orderBits, this.order);
    return escaped(bytes);
  }

  /** Where a slice's header has the picture's number and its place in the order of showing (7.3.3). */
  private placesIn(unit: Uint8Array): { readonly number: Place; readonly order: Place | undefined } {
    const { numberBits, orderBits } = this.stream;
    const bits = new BitReader(unit);
    bits.bits(8);
    for (let i = 0; i < 3; i++) bits.golomb();
    const number = { at: bits.position, value: bits.bits(numberBits) };
    if (kindOf(unit) === KEY_SLICE) bits.golomb();
    return { number, order: orderBits > 0 ? { at: bits.position, value: bits.bits(orderBits) } : undefined };
  }

  private unitsOf(picture: Uint8Array): Uint8Array[] {
    const { lengthSize } = this.stream;
    const units: Uint8Array[] = [];
    for (let at = 0; at + lengthSize < picture.length;) {
      const length = new BitReader(picture.subarray(at, at + lengthSize)).bits(8 * lengthSize);
      units.push(picture.subarray(at + lengthSize, at + lengthSize + length));
      at += lengthSize + length;
    }
    return units;
  }

  private joined(units: readonly Uint8Array[]): Uint8Array {
    return concatenated(units.flatMap((unit) => [u32(unit.length).subarray(-this.stream.lengthSize), unit]));
  }

  private wrapped(value: number, bits: number): number {
    return value % 2 ** bits;
  }
}

function kindOf(unit: Uint8Array): number {
  return (unit[0] ?? 0) & 0x1f;
}
