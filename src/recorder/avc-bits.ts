/** Reads the bits of an H.264 parameter set or slice header, the most significant first (ITU-T H.264, 7.2 and 9.1). Past the end it reads zeros. */
export class BitReader {
  /** How many bits have been read. */
  position = 0;

  constructor(private readonly bytes: Uint8Array) {}

  /** An unsigned number of so many bits, 32 at most: `u(n)`. */
  bits(count: number): number {
    let value = 0;
    for (let i = 0; i < count; i++, this.position++) value = value * 2 + (((this.bytes[this.position >> 3] ?? 0) >> (7 - (this.position & 7))) & 1);
    return value;
  }

  flag(): boolean {
    return this.bits(1) === 1;
  }

  /** An unsigned number that takes the fewer bits the smaller it is: `ue(v)`. A signed one, `se(v)`, takes as many. */
  golomb(): number {
    let zeros = 0;
    while (zeros < 32 && !this.flag()) zeros++;
    return 2 ** zeros - 1 + this.bits(zeros);
  }
}

/** Writes what `BitReader` reads. */
export class BitWriter {
  private readonly written: number[] = [];
  private count = 0;

  bits(value: number, count: number): this {
    for (let i = count - 1; i >= 0; i--, this.count++) {
      if ((this.count & 7) === 0) this.written.push(0);
      this.written[this.count >> 3]! |= (Math.floor(value / 2 ** i) & 1) << (7 - (this.count & 7));
    }
    return this;
  }

  golomb(value: number): this {
    const length = Math.floor(Math.log2(value + 1));
    return this.bits(0, length).bits(value + 1, length + 1);
  }

  /** All of it: a one after the last bit, and zeros to the end of its byte. */
  end(): Uint8Array {
    this.bits(1, 1);
    return Uint8Array.from(this.written);
  }
}

/** Puts a number into bytes in place. */
export function putBits(bytes: Uint8Array, position: number, count: number, value: number): void {
  for (let i = 0; i < count; i++) {
    const at = position + i;
    const mask = 0x80 >> (at & 7);
    const one = Math.floor(value / 2 ** (count - 1 - i)) & 1;
    bytes[at >> 3] = one ? bytes[at >> 3]! | mask : bytes[at >> 3]! & ~mask;
  }
}

/** A NAL unit without the bytes that keep it from looking like the start of another one (7.3.1): each 3 after two zeros. */
export function unescaped(unit: Uint8Array): Uint8Array {
  const out = new Uint8Array(unit.length);
  let length = 0;
  let zeros = 0;
  for (const byte of unit) {
    if (zeros >= 2 && byte === 3) {
      zeros = 0;
      continue;
    }
    out[length++] = byte;
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return out.subarray(0, length);
}

/** The inverse of `unescaped`. */
export function escaped(unit: Uint8Array): Uint8Array {
  const out = new Uint8Array(Math.ceil(unit.length * 1.5) + 1);
  let length = 0;
  let zeros = 0;
  for (const byte of unit) {
    if (zeros >= 2 && byte <= 3) {
      out[length++] = 3;
      zeros = 0;
    }
    out[length++] = byte;
    zeros = byte === 0 ? zeros + 1 : 0;
  }
  return out.subarray(0, length);
}
