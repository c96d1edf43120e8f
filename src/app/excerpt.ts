/** A line of a text in three pieces: `marked` is what is spoken of. */
export interface Excerpt {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** Characters shown before and after the place of a very long line. */
const REACH = 60;

/** The line at a place (from 1), cut to what can be shown; undefined where there is no such line or it is empty. */
export function excerptAt(text: string | undefined, line: number, column: number): Excerpt | undefined {
  const whole = text?.split(/\r?\n/, line)[line - 1];
  if (!whole?.trim()) return undefined;
  const at = Math.min(Math.max(0, column - 1), whole.length);
  const word = /^[^\s:,\]}]+|^./u.exec(whole.slice(at))?.[0] ?? ' ';
  const start = at > REACH ? at - REACH : 0;
  const end = at + word.length + REACH;
  return {
    before: (start > 0 ? '…' : '') + whole.slice(start, at),
    marked: word.slice(0, REACH),
    after: word.length > REACH ? '…' : whole.slice(at + word.length, end) + (whole.length > end ? '…' : ''),
  };
}
