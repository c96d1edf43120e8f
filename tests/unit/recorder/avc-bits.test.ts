import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BitReader, BitWriter, escaped, putBits, unescaped } from '../../../src/recorder/avc-bits.ts';

/** Zeros and small numbers are what escapes are about. */
const unit = fc.array(fc.oneof(fc.constantFrom(0, 0, 0, 1, 2, 3, 4), fc.nat(255)), { maxLength: 60 }).map((bytes) => Uint8Array.from(bytes));

it('reads what it wrote', () => {
  const field = fc.oneof(
    fc.record({ kind: fc.constant('bits' as const), count: fc.integer({ min: 1, max: 32 }), seed: fc.nat() }),
    fc.record({ kind: fc.constant('golomb' as const), value: fc.nat(2 ** 31 - 1) }),
  );
  fc.assert(fc.property(fc.array(field, { maxLength: 20 }), (fields) => {
    const writer = new BitWriter();
    for (const each of fields) {
      if (each.kind === 'bits') writer.bits(each.seed % 2 ** each.count, each.count);
      else writer.golomb(each.value);
    }
    const reader = new BitReader(writer.end());
    for (const each of fields) {
      if (each.kind === 'bits') expect(reader.bits(each.count)).toBe(each.seed % 2 ** each.count);
      else expect(reader.golomb()).toBe(each.value);
    }
    expect(reader.flag()).toBe(true);
  }));
});

it.each([[0, '1'], [1, '010'], [2, '011'], [3, '00100'], [7, '0001000'], [8, '0001001']] as const)('writes %i as the standard does, table 9-2', (value, bits) => {
  const [byte = 0] = new BitWriter().golomb(value).end();
  expect(byte.toString(2).padStart(8, '0').slice(0, bits.length)).toBe(bits);
});

it('puts a number in the place of another one and leaves alone what is around it', () => {
  fc.assert(fc.property(fc.uint8Array({ minLength: 6, maxLength: 12 }), fc.nat(15), fc.integer({ min: 1, max: 24 }), fc.nat(), (bytes, at, count, seed) => {
    const before = new BitReader(bytes);
    const [front, , back] = [before.bits(at), before.bits(count), before.bits(8)];
    putBits(bytes, at, count, seed % 2 ** count);
    const after = new BitReader(bytes);
    expect([after.bits(at), after.bits(count), after.bits(8)]).toEqual([front, seed % 2 ** count, back]);
  }));
});

it('never looks like the start of another unit once it is escaped, and is whole again afterwards', () => {
  fc.assert(fc.property(unit, (bytes) => {
    const safe = escaped(bytes);
    expect(unescaped(safe)).toEqual(bytes);
    for (let at = 0; at + 2 < safe.length; at++) {
      if (safe[at] === 0 && safe[at + 1] === 0) expect(safe[at + 2]).toBeGreaterThan(2);
    }
  }));
  expect(escaped(Uint8Array.of(0, 0, 1, 0, 0, 0, 0))).toEqual(Uint8Array.of(0, 0, 3, 1, 0, 0, 3, 0, 0));
});
