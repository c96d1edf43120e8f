const WIDEST_BAR = 24;
const NARROWEST_BAR = 6;
/** What takes two places in a terminal. */
const WIDE = /[\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Extended_Pictographic}\uff01-\uff60]/u;

/** How far something is; `speed` is frames a second, 0 where it is not known yet. */
export interface Progress {
  readonly done: number;
  readonly frames: number;
  readonly speed: number;
}

/** A bar, frames, frames a second and the time that is left, in at most `columns` places: what does not fit becomes shorter, and the bar goes first. */
export function progressLine({ done, frames, speed }: Progress, columns: number): string {
  const share = frames > 0 ? Math.min(1, done / frames) : 1;
  const percent = `${Math.floor(share * 100)} %`.padStart(5);
  const left = speed > 0 ? clock((frames - done) / speed) : '';
  const rate = speed > 0 ? speed.toFixed(speed < 10 ? 1 : 0) : '';
  const full = [percent, `${done} / ${frames}`, rate && `${rate} frames/s`, left && `${left} left`].filter(Boolean).join('  ');
  const short = [percent.trim(), `${done}/${frames}`, rate && `${rate}/s`, left].filter(Boolean).join(' ');
  for (const figures of [full, short]) {
    const room = columns - figures.length - 1;
    if (room >= NARROWEST_BAR) return `${bar(share, Math.min(WIDEST_BAR, room))} ${figures}`;
  }
  return cut(full.length <= columns ? full : short, columns);
}

/** A text that takes at most so many places in a terminal. */
export function cut(text: string, columns: number): string {
  if (placesOf(text) <= columns) return text;
  let kept = '';
  for (const character of text) {
    if (placesOf(kept + character) > columns - 1) break;
    kept += character;
  }
  return columns > 0 ? `${kept}…` : '';
}

/** How many places a text takes in a terminal. */
export function placesOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (WIDE.test(character) ? 2 : 1), 0);
}

/** Seconds as minutes and seconds: `1:05`, with hours where there are any. */
export function clock(seconds: number): string {
  const whole = Math.ceil(seconds);
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return `${hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}` : minutes}:${String(whole % 60).padStart(2, '0')}`;
}

function bar(share: number, width: number): string {
  const full = Math.round(share * width);
  return `${'█'.repeat(full)}${'░'.repeat(width - full)}`;
}
