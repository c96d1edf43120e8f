/** The kind of a NAL unit that is a sequence parameter set, with the highest importance. */
const SPS_HEADER = 0x67;
/** In high profile: 4:2:0, 8 bits, no extensions. */
const HIGH_TAIL = [0xfd, 0xf8, 0xf8, 0x00];
const HIGH = 100;

/**
 * The description of an H.264 stream (`avcC`) as it should be. Firefox 153 on Linux writes the header of every parameter set twice, which some players do not
 * take; what is right is returned as it is.
 */
export function mendedDescription(description: Uint8Array): Uint8Array {
  // A second byte of a sequence parameter set is its profile, and there is none of this number.
  if (description[8] !== SPS_HEADER || description[9] !== SPS_HEADER) return description;
  const out = [...description.subarray(0, 4), 0xfc | (description[4]! & 3)];
  let at = 5;
  for (const reserved of [0xe0, 0]) {
    const count = description[at++]! & 0x1f;
    out.push(reserved | count);
    for (let set = 0; set < count; set++) {
      const length = (description[at]! << 8) | description[at + 1]!;
      out.push((length - 1) >> 8, (length - 1) & 0xff, ...description.subarray(at + 3, at + 2 + length));
      at += 2 + length;
    }
  }
  if (description[1] === HIGH) out.push(...HIGH_TAIL);
  return Uint8Array.from(out);
}

/** Mends what an encoder tells of its stream, before it is written. */
export function mendMetadata(metadata: EncodedVideoChunkMetadata | undefined): void {
  const config = metadata?.decoderConfig;
  const { description } = config ?? {};
  if (!config || !description) return;
  config.description = mendedDescription(bytesOf(description)) as Uint8Array<ArrayBuffer>;
}

/** The bytes of whatever an encoder holds them in, where they stand. */
export function bytesOf(source: AllowSharedBufferSource): Uint8Array {
  return ArrayBuffer.isView(source) ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength) : new Uint8Array(source);
}
