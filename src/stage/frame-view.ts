import { Container } from 'pixi.js';
import type { Trace } from '../compile/trace.ts';
import type { Point, Rect } from '../shared/geometry.ts';
import { AT_REST } from '../look/camera.ts';
import { paintClock, type Clock } from './clock-view.ts';
import { DisplayRecorder, type DisplayItem } from './display-list.ts';
import type { IconSource } from './icon.ts';
import { line } from './paint.ts';
import { Painter } from './painter.ts';
import type { Palette } from './palette.ts';
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
  private framed = '';
  private size: Rect = { x: 0, y: 0, width: 0, height: 0 };

  constructor(texts: TextCache, icons: IconSource) {
    this.frames = new Painter(texts, icons);
    this.chip = new Painter(texts, icons);
    this.front.addChild(this.frames.root, this.chip.root);
  }

  draw(panes: Panes, clock: Clock, trace: Trace, pixelRatio: number, palette: Palette): void {
    this.list.clear();
    this.drawFrames(panes, pixelRatio, palette);
    this.chip.begin(restingRaster(pixelRatio), { scale: pixelRatio, x: 0, y: 0 });
    const pane = panes.map ?? panes.sequence;
    if (pane) paintClock(this.chip, pane, clock, trace, palette, this.list);
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

  /** They are the same from picture to picture. */
  private drawFrames({ frames }: Panes, pixelRatio: number, palette: Palette): void {
    const key = [palette.page, palette.bare, pixelRatio, ...frames.flatMap(({ x, y, width, height }) => [x, y, width, height])].join();
    if (key === this.framed) return;
    this.framed = key;
    this.frames.begin(pixelRatio);
    for (const frame of frames) this.paintFrame(frame, palette);
    this.frames.end();
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
}
