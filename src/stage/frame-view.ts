import { Container } from 'pixi.js';
import type { Trace } from '../compile/trace.ts';
import { textWidth } from '../look/measure.ts';
import { word } from '../look/words.ts';
import { inflate, type Point, type Rect } from '../shared/geometry.ts';
import { AT_REST } from '../look/camera.ts';
import { DisplayRecorder, type DisplayItem } from './display-list.ts';
import type { IconSource } from './icon.ts';
import { dashes, line, round } from './paint.ts';
import { Painter } from './painter.ts';
import { blend, type Palette } from './palette.ts';
import type { Panes } from './panes.ts';
import { rimPath } from './route-path.ts';
import { restingRaster, type TextCache } from './text-cache.ts';

const RADIUS = 18;
/** Of the words beside the clock, CSS px. */
const SIGN_SIZE = 20;
const SIGN_GAP = 14;
/** In panes narrower than this, CSS px, the clock is as much smaller. */
const NARROW = 480;
const SMALL = 0.7;

/** The simulated time that is shown. */
interface Clock {
  /** None: no clock. */
  readonly seconds: number | undefined;
  readonly illustrative: boolean;
}

/** What stands around and above the views, in CSS px: the panes' frames, the simulated clock. */
export class FrameView {
  readonly back = new Container();
  readonly front = new Container();
  private readonly frames: Painter;
  private readonly chip: Painter;
  private readonly list = new DisplayRecorder();
  private size: Rect = { x: 0, y: 0, width: 0, height: 0 };

  constructor(texts: TextCache, icons: IconSource) {
    this.frames = new Painter(texts, icons);
    this.chip = new Painter(texts, icons);
    this.front.addChild(this.frames.root, this.chip.root);
  }

  draw(panes: Panes, clock: Clock, trace: Trace, pixelRatio: number, palette: Palette): void {
    this.list.clear();
    this.frames.begin(pixelRatio);
    for (const frame of panes.frames) this.paintFrame(frame, palette);
    this.frames.end();
    this.chip.begin(restingRaster(pixelRatio), { scale: pixelRatio, x: 0, y: 0 });
    const pane = panes.map ?? panes.sequence;
    if (clock.seconds !== undefined && pane) this.paintClock(pane, clock.seconds, clock.illustrative, trace, palette);
    this.chip.end();
    this.size = { x: 0, y: 0, width: Infinity, height: Infinity };
  }

  displayList(): DisplayItem[] {
    return this.list.list(AT_REST, this.size);
  }

  destroy(): void {
    this.frames.destroy();
    this.chip.destroy();
    this.back.destroy();
    this.front.destroy();
  }

  /**
   * The corners outside a rounded frame are page again; so the views below need only a plain clip. Sides and corners are shapes of
   * their own: one path around the whole pane would cost as much as all that is in it.
   */
  private paintFrame({ x, y, width, height }: Rect, palette: Palette): void {
    const g = this.frames.g;
    const corners = [[0, 0, 1, 1], [1, 0, -1, 1], [0, 1, 1, -1], [1, 1, -1, -1]] as const;
    const arcs = corners.map(([right, bottom, sx, sy]) => {
      const cx = x + right * width;
      const cy = y + bottom * height;
      return Array.from({ length: 11 }, (_, i) => {
        const angle = (Math.PI / 2) * (i / 10);
        return { x: cx + sx * (RADIUS - (RADIUS - 0.75) * Math.cos(angle)), y: cy + sy * (RADIUS - (RADIUS - 0.75) * Math.sin(angle)) };
      });
    });
    if (!palette.bare) {
      corners.forEach(([right, bottom], i) => {
        g.poly([x + right * width, y + bottom * height, ...(arcs[i] as Point[]).flatMap((point) => [point.x, point.y])], true);
      });
      g.fill({ color: palette.page });
    }
    for (const arc of arcs) line(g, arc, { width: 1.5, color: palette.frame }, 'butt');
    const inner = { width: width - 2 * RADIUS, height: height - 2 * RADIUS };
    g.rect(x + RADIUS, y, inner.width, 1.5).rect(x + RADIUS, y + height - 1.5, inner.width, 1.5);
    g.rect(x, y + RADIUS, 1.5, inner.height).rect(x + width - 1.5, y + RADIUS, 1.5, inner.height);
    g.fill({ color: palette.frame });
  }

  /** The clock, smaller in a narrow pane; where its time is only an example, with a dashed rim and the words for it. */
  private paintClock(pane: Rect, clock: number, illustrative: boolean, trace: Trace, palette: Palette): void {
    const p = this.chip;
    const k = pane.width < NARROW ? SMALL : 1;
    const text = clockText(clock);
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
    this.list.add({ kind: 'clock', id: trace.scenario.id, text: sign ? `${text} ${sign}` : text, box, opacity: 1 });
  }
}

/** Simulated seconds as `m:ss`, from an hour on as `h:mm:ss`. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds + 1e-6));
  const two = (value: number): string => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor(whole / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${two(minutes)}:${two(whole % 60)}`;
}
