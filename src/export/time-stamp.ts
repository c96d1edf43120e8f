/** Whole milliseconds of a time in seconds. */
export function milliseconds(seconds: number): number {
  return Math.round(seconds * 1000);
}

/** `01:02:03.456` of a time in seconds; caption formats differ in the sign before the milliseconds. */
export function timeStamp(seconds: number, point: '.' | ',' = '.'): string {
  const all = milliseconds(seconds);
  const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${two(all / 3_600_000)}:${two((all / 60_000) % 60)}:${two((all / 1000) % 60)}${point}${String(all % 1000).padStart(3, '0')}`;
}

/** Text as WebVTT takes it: tags and references have a meaning there, and an empty line would end the cue. */
export function cueText(text: string): string {
  return oneLine(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A text on one line. */
export function oneLine(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
