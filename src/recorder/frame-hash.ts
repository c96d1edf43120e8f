/**
 * A number for all pixels of a picture, as 16 hexadecimal digits: two FNV-1a runs over whole pixels that begin apart. It tells frames from each other and
 * finds what has changed; it is no protection against anyone.
 */
export function frameHash(pixels: Uint32Array): string {
  let one = 0x811c9dc5;
  let other = 0x9e3779b9;
  for (let at = 0; at < pixels.length; at++) {
    const pixel = pixels[at] as number;
    one = Math.imul(one ^ pixel, 0x01000193);
    other = Math.imul(other ^ (pixel >>> 7) ^ (pixel << 25), 0x85ebca6b);
  }
  return hex(one) + hex(other);
}

function hex(value: number): string {
  return (value >>> 0).toString(16).padStart(8, '0');
}
