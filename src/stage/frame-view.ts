import { Container } from 'pixi.js';
import type { Trace } from '../compile/trace.ts';
import { textWidth } from '../look/measure.ts';
import type { Rect } from '../shared/geometry.ts';
import { AT_REST } from './camera.ts';
import { DisplayRecorder, type DisplayItem } from './display-list.ts';
import type { IconSource } from './icon.ts';
import { grow, line, round } from './paint.ts';
import { Painter } from './painter.ts';
import { blend, type Palette } from './palette.ts';
import type { Panes } from './panes.ts';
import { restingRaster, type TextCache } from './text-cache.ts';

const RADIUS = 18;

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

  draw(panes: Panes, clock: number | undefined, trace: Trace, pixelRatio: number, palette: Palette): void {
    this.list.clear();
    this.frames.begin(pixelRatio);
    for (const frame of panes.frames) this.paintFrame(frame, palette);
    this.frames.end();
    this.chip.begin(restingRaster(pixelRatio), { scale: pixelRatio, x: 0, y: 0 });
    const pane = panes.map ?? panes.sequence;
    if (clock !== undefined && pane) this.paintClock(pane, clock, trace, palette);
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

  /** The corners outside a rounded frame are page again; so the views below need only a plain clip. */
  private paintFrame(pane: Rect, palette: Palette): void {
    const g = this.frames.g;
    for (const [cx, cy, sx, sy] of [[0, 0, 1, 1], [1, 0, -1, 1], [0, 1, 1, -1], [1, 1, -1, -1]] as const) {
      const x = pane.x + cx * pane.width;
      const y = pane.y + cy * pane.height;
      const points: number[] = [x, y];
      for (let i = 0; i <= 10; i++) {
        const angle = (Math.PI / 2) * (i / 10);
        points.push(x + sx * RADIUS * (1 - Math.cos(angle)), y + sy * RADIUS * (1 - Math.sin(angle)));
      }
      g.poly(points, true);
    }
    g.fill({ color: palette.page });
    round(g, grow(pane, -1), RADIUS - 1).stroke({ width: 1.5, color: palette.frame });
  }

  private paintClock(pane: Rect, clock: number, trace: Trace, palette: Palette): void {
    const p = this.chip;
    const text = clockText(clock);
    const width = textWidth(text, { size: 22, weight: 700 }) + 58;
    const box = { x: pane.x + pane.width - width - 16, y: pane.y + 14, width, height: 40 };
    round(p.g, box, 20).fill({ color: blend(palette.page, palette.card, 0.9) });
    round(p.g, grow(box, -1), 19).stroke({ width: 1.5, color: palette.quiet });
    const x = box.x + 22;
    const y = box.y + 20;
    p.g.circle(x, y, 9).stroke({ width: 2, color: palette.quiet });
    line(p.g, [{ x, y: y - 5 }, { x, y }, { x: x + 4, y: y + 2.5 }], { width: 2, color: palette.quiet });
    p.text(text, box.x + 40, y, { size: 22, weight: 700, color: palette.text });
    this.list.add({ kind: 'clock', id: trace.scenario.id, text, box, opacity: 1 });
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
