import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitReader, BitWriter, escaped, unescaped } from '../../../src/recorder/avc-bits.ts';
import { AvcRepeats } from '../../../src/recorder/avc-repeats.ts';
import { readAvcStream, type AvcStream } from '../../../src/recorder/avc-stream.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

/** As Chromium's encoder writes it for 1920 × 1080. */
const CHROMIUM = '01 64 0c 2a ff e1 00 15 67 64 0c 2a ac 19 1a 80 78 02 27 e5 9b 80 86 80 83 c2 21 1a 80 01 00 04 68 ce 3c 80 fd f8 f8 00';
/** As Firefox's encoder writes it for 1280 × 720: with arithmetic codes. */
const ARITHMETIC = '01 64 00 1f ff e1 00 18 67 64 00 1f ac d9 40 50 05 ba 10 00 00 03 00 10 01 e8 48 00 f1 83 19 60 01 00 06 68 eb e3 cb 22 c0 fd f8 f8 00';

describe('what a stream says of itself', () => {
  it('is read from its description', () => {
    expect(readAvcStream(bytes(CHROMIUM))).toEqual({ lengthSize: 4, pps: 0, blocks: 120 * 68, numberBits: 15, orderBits: 16, smoothing: true });
  });

  it('is not taken where pictures could not be repeated', () => {
    expect(readAvcStream(bytes(ARITHMETIC))).toBeUndefined();
    // Two sequence parameter sets; arithmetic codes; what is cut off.
    expect(readAvcStream(bytes(CHROMIUM.replace('ff e1', 'ff e2')))).toBeUndefined();
    expect(readAvcStream(bytes(CHROMIUM.replace('68 ce 3c 80', '68 ee 3c 80')))).toBeUndefined();
    for (let length = 0; length < 36; length++) expect(readAvcStream(bytes(CHROMIUM).subarray(0, length)), `${length}`).toBeUndefined();
  });
});

/** A stream whose numbers soon start anew. */
const SHORT: AvcStream = { lengthSize: 4, pps: 2, blocks: 3600, numberBits: 4, orderBits: 5, smoothing: true };
const KEY = 5;

interface Slice {
  readonly kind: number;
  readonly first: number;
  readonly number: number;
  readonly order: number | undefined;
  /** What comes after the fields that are read here, as zeros and ones. */
  readonly rest: string;
}

function slice({ numberBits, orderBits, pps }: AvcStream, kind: number, first: number, number: number, payload: Uint8Array): Uint8Array {
  const bits = new BitWriter().bits(0, 1).bits(3, 2).bits(kind, 5).golomb(first).golomb(kind === KEY ? 7 : 5).golomb(pps).bits(number % 2 ** numberBits, numberBits);
  if (kind === KEY) bits.golomb(1);
  bits.bits((2 * number) % 2 ** orderBits, orderBits);
  for (const byte of payload) bits.bits(byte, 8);
  return escaped(bits.end());
}

function access(units: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(units.flatMap((unit) => [0, 0, 0, unit.length, ...unit]));
}

function slicesOf({ numberBits, orderBits }: AvcStream, picture: Uint8Array): Slice[] {
  const found: Slice[] = [];
  for (let at = 0; at < picture.length; at += 4 + new DataView(picture.buffer, picture.byteOffset).getUint32(at)) {
    const unit = unescaped(picture.subarray(at + 4, at + 4 + new DataView(picture.buffer, picture.byteOffset).getUint32(at)));
    const bits = new BitReader(unit);
    const kind = bits.bits(8) & 0x1f;
    if (kind !== 1 && kind !== KEY) continue;
    const [first] = [bits.golomb(), bits.golomb(), bits.golomb()];
    const number = bits.bits(numberBits);
    if (kind === KEY) bits.golomb();
    const order = orderBits > 0 ? bits.bits(orderBits) : undefined;
    found.push({ kind, first, number, order, rest: Array.from({ length: 8 * unit.length - bits.position }, () => bits.bits(1)).join('') });
  }
  return found;
}

describe.each([['with an order of showing', SHORT], ['as they are stored', { ...SHORT, orderBits: 0 }]])('pictures that are repeated, %s', (_, stream) => {
  it('are counted with those that the encoder made, which keep all else that they are', () => {
    const made = fc.record({ kind: fc.constantFrom(1, 1, 1, KEY), payload: fc.array(fc.constantFrom(0, 0, 0, 1, 3, 255), { minLength: 2, maxLength: 12 }), repeats: fc.nat(5) });
    fc.assert(fc.property(fc.array(made, { minLength: 1, maxLength: 30 }), (pictures) => {
      const repeats = new AvcRepeats(stream);
      let encoded = 0;
      let number = 0;
      for (const [at, { kind, payload, repeats: count }] of pictures.entries()) {
        const real = at === 0 ? KEY : kind;
        encoded = real === KEY ? 0 : encoded + 1;
        number = real === KEY ? 0 : number + 1;
        const before = access([Uint8Array.of(6, 5, 1, 9, 128), slice(stream, real, 0, encoded, Uint8Array.from(payload)), slice(stream, real, 1800, encoded, Uint8Array.from(payload))]);
        const after = repeats.next(before);
        const [was, is] = [slicesOf(stream, before), slicesOf(stream, after)];
        expect(is.map(({ rest, kind: of, first }) => [rest, of, first])).toEqual(was.map(({ rest, kind: of, first }) => [rest, of, first]));
        for (const each of is) expect(each).toMatchObject(placeOf(stream, number));
        expect(repeats.ready).toBe(true);
        for (let i = 0; i < count; i++) {
          number++;
          const [again, ...more] = slicesOf(stream, repeats.repeat());
          expect(again).toMatchObject({ kind: 1, first: 0, ...placeOf(stream, number) });
          expect(more).toEqual([]);
        }
      }
    }));
  });
});

function placeOf({ numberBits, orderBits }: AvcStream, number: number): Pick<Slice, 'number' | 'order'> {
  return { number: number % 2 ** numberBits, order: orderBits > 0 ? (2 * number) % 2 ** orderBits : undefined };
}

it('repeats nothing before there is a picture, and none from which no other one is predicted', () => {
  const repeats = new AvcRepeats(SHORT);
  expect(repeats.ready).toBe(false);
  const unused = slice(SHORT, 1, 0, 1, Uint8Array.of(1));
  unused[0]! &= 0x1f;
  repeats.next(access([unused]));
  expect(repeats.ready).toBe(false);
});
