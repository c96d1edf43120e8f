import type { Trace } from '../compile/trace.ts';
import { textWidth } from '../look/measure.ts';
import { word } from '../look/words.ts';
import { inflate, type Rect } from '../shared/geometry.ts';
import type { DisplayRecorder } from './display-list.ts';
import { dashes, line, round, type Easel } from './paint.ts';
import { blend, type Palette } from './palette.ts';
import { rimPath } from './route-path.ts';

/** Of the words beside the clock, CSS px. */
const SIGN_SIZE = 20;
const SIGN_GAP = 14;
/** In panes narrower than this, CSS px, the clock is as much smaller. */
const NARROW = 480;
const SMALL = 0.7;

/** The simulated time that is shown. */
export interface Clock {
  /** None: no clock. */
  readonly seconds: number | undefined;
  readonly illustrative: boolean;
}

/** The clock in the corner of a pane, smaller in a narrow one; where its time is only an example, with a dashed rim and the words for it. */
export function paintClock(p: Easel, pane: Rect, { seconds, illustrative }: Clock, trace: Trace, palette: Palette, list: DisplayRecorder): void {
  if (seconds === undefined) return;
  p.mark?.('clock', trace.scenario.id);
  const k = pane.width < NARROW ? SMALL : 1;
  const text = clockText(seconds);
  const sign = illustrative ? word('example-time', trace.variant.lang) : '';
  const digits = textWidth(text, { size: 22 * k, weight: 700 });
  const width = digits + 58 * k + (sign ? SIGN_GAP * k + textWidth(sign, { size: SIGN_SIZE * k, weight: 500 }) : 0);
  const box = { x: pane.x + pane.width - width - 16 * k, y: pane.y + 14 * k, width, height: 40 * k };
  round(p.g, box, 20 * k).fill({ color: blend(palette.page, palette.card, 0.9) });
  const rim = inflate(box, -1);
  if (sign) dashes(p.g, rimPath(rim, 20 * k - 1), { width: 1.5, color: palette.quiet }, 7, 5);
  else round(p.g, rim, 20 * k - 1).stroke({ width: 1.5, color: palette.quiet });
  const x = box.x + 22 * k;
  const y = box.y + box.height / 2;
  p.g.circle(x, y, 9 * k).stroke({ width: 2, color: palette.quiet });
  line(p.g, [{ x, y: y - 5 * k }, { x, y }, { x: x + 4 * k, y: y + 2.5 * k }], { width: 2, color: palette.quiet });
  p.text(text, box.x + 40 * k, y, { size: 22 * k, weight: 700, color: palette.text });
  if (sign) p.text(sign, box.x + 40 * k + digits + SIGN_GAP * k, y, { size: SIGN_SIZE * k, weight: 500, color: palette.quiet });
  list.add({ kind: 'clock', id: trace.scenario.id, text: sign ? `${text} ${sign}` : text, box, opacity: 1 });
}

/** Simulated seconds as `m:ss`, from an hour on as `h:mm:ss`. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds + 1e-6));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${two(minutes)}:${two(whole % 60)}`;
}
