import { BitReader, unescaped } from './avc-bits.ts';

/** What there is to know of an H.264 stream to write pictures into it. */
export interface AvcStream {
  /** Bytes of the length before each NAL unit. */
  readonly lengthSize: number;
  readonly pps: number;
  /** Macroblocks of a picture. */
  readonly blocks: number;
  /** Bits of a picture's number. */
  readonly numberBits: number;
  /** Bits of its place in the order of showing; 0: they are shown as they are stored. */
  readonly orderBits: number;
  /** Slices say whether the rims of blocks are smoothed. */
  readonly smoothing: boolean;
}

/** Profiles whose parameter sets say how colours are stored (7.3.2.1.1). */
const WITH_CHROMA = [100, 110, 122, 244, 44, 83, 86, 118, 128, 138, 139, 134, 135];
const ONE = 1;

/**
 * Reads the description of a stream (`avcC`, ISO/IEC 14496-15, 5.3.3.1). Undefined where it is not of the plain kind that browsers' software encoders
 * write: whole frames, one reference picture, codes of variable length, one set of parameters of each kind.
 */
export function readAvcStream(description: Uint8Array): AvcStream | undefined {
  const view = new DataView(description.buffer, description.byteOffset, description.byteLength);
  const take = (at: number): Uint8Array | undefined => {
    const end = at + 2 <= description.length ? at + 2 + view.getUint16(at) : Infinity;
    return end <= description.length ? description.subarray(at + 2, end) : undefined;
  };
  if (description.length < 7 || (description[5]! & 0x1f) !== ONE) return undefined;
  const sps = take(6);
  const next = 8 + (sps?.length ?? 0);
  const pps = description[next] === ONE ? take(next + 1) : undefined;
  const sequence = sps && readSequence(unescaped(sps));
  const picture = pps && readPicture(unescaped(pps));
  return sequence && picture && { lengthSize: (description[4]! & 3) + 1, ...sequence, ...picture };
}

/** Sequence parameter set (7.3.2.1.1). */
function readSequence(unit: Uint8Array): Pick<AvcStream, 'blocks' | 'numberBits' | 'orderBits'> | undefined {
  const bits = new BitReader(unit);
  bits.bits(8);
  const profile = bits.bits(8);
  bits.bits(16);
  bits.golomb();
  if (WITH_CHROMA.includes(profile) && !hasUsualColours(bits)) return undefined;
  const numberBits = bits.golomb() + 4;
  const orderKind = bits.golomb();
  if (orderKind === 1) return undefined;
  const orderBits = orderKind === 0 ? bits.golomb() + 4 : 0;
  const references = bits.golomb();
  bits.flag();
  const blocks = (bits.golomb() + 1) * (bits.golomb() + 1);
  const wholeFrames = bits.flag();
  return references === 1 && wholeFrames ? { blocks, numberBits, orderBits } : undefined;
}

/** 4:2:0, eight bits, no scaling lists. */
function hasUsualColours(bits: BitReader): boolean {
  const [chroma, luma, colour] = [bits.golomb(), bits.golomb(), bits.golomb()];
  bits.flag();
  return chroma === 1 && luma === 0 && colour === 0 && !bits.flag();
}

/** Picture parameter set (7.3.2.2). */
function readPicture(unit: Uint8Array): Pick<AvcStream, 'pps' | 'smoothing'> | undefined {
  const bits = new BitReader(unit);
  bits.bits(8);
  const pps = bits.golomb();
  bits.golomb();
  const [arithmetic, fieldOrder] = [bits.flag(), bits.flag()];
  const groups = bits.golomb();
  bits.golomb();
  bits.golomb();
  const weighted = bits.flag();
  bits.bits(2);
  for (let i = 0; i < 3; i++) bits.golomb();
  const smoothing = bits.flag();
  bits.flag();
  const redundant = bits.flag();
  return arithmetic || fieldOrder || groups > 0 || weighted || redundant ? undefined : { pps, smoothing };
}
