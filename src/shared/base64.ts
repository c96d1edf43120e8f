/** Bytes that are made letters at once: more arguments than this overflow a call. */
const SLICE = 0x8000;

/** Bytes as Base64, in browsers and Node alike. */
export function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += SLICE) text += String.fromCharCode(...bytes.subarray(at, at + SLICE));
  return btoa(text);
}
