import { Container, Graphics, type Renderer } from 'pixi.js';
import type { Trace } from '../compile/trace.ts';
import type { SequenceLayout } from '../layout/types.ts';
import { inflate, type Point, type Rect } from '../shared/geometry.ts';
import { atOnce, type Work } from '../shared/work.ts';
import { AT_REST, through, type Camera } from '../look/camera.ts';
import { DisplayRecorder, type DisplayItem } from './display-list.ts';
import type { IconSource } from './icon.ts';
import { round } from './paint.ts';
import { Painter } from './painter.ts';
import type { Palette } from './palette.ts';
import { paintLiveSequence } from './sequence-live.ts';
import type { SequenceScene } from './sequence-scene.ts';
import { firstRowBelow, sequenceCamera, spanOf } from './sequence-scroll.ts';
import { looksOfHeads, paintHeads, type HeadLooks } from './sequence-heads.ts';
import { paintMargin, paintStillSequence } from './sequence-still.ts';
import { PIECE, StillLayer } from './still-layer.ts';
import { restingRaster, type TextCache } from './text-cache.ts';
import type { ViewOrder } from './view-order.ts';
import type { Hit, ViewerLayer } from './viewer.ts';

/** Of what is cut by the pane's rim, CSS px. */
const FADE = { width: 44, steps: 9, alpha: 0.24 } as const;

/** The sequence in its pane: rows that scroll, heads that stay. */
export class SequenceView {
  readonly root = new Container();
  /** The viewer's own pan and zoom. */
  own: Camera = AT_REST;
  private readonly clip = new Graphics();
  private readonly fade = new Graphics();
  private faded = '';
  private readonly still: Painter;
  private readonly live: Painter;
  private readonly heads: Painter;
  private readonly layer: StillLayer;
  private readonly headLayer: StillLayer;
  private readonly resting = new DisplayRecorder();
  private readonly moving = new DisplayRecorder();
  private readonly fixed = new DisplayRecorder();
  private scene: { trace: Trace; layout: SequenceLayout } | undefined;
  private pane: Rect = { x: 0, y: 0, width: 0, height: 0 };
  private camera: Camera = AT_REST;
  private headCamera: Camera = AT_REST;

  constructor(renderer: Renderer, texts: TextCache, icons: IconSource) {
    this.still = new Painter(texts, icons);
    this.live = new Painter(texts, icons);
    this.heads = new Painter(texts, icons);
    this.layer = new StillLayer(renderer, this.still.root);
    this.headLayer = new StillLayer(renderer, this.heads.root);
    this.root.addChild(this.clip, this.layer.root, this.live.root, this.headLayer.root, this.fade);
    this.root.mask = this.clip;
  }

  setScene(trace: Trace, layout: SequenceLayout): void {
    this.scene = { trace, layout };
    this.invalidate();
  }

  draw(order: ViewOrder): void {
    atOnce(this.drawing(order, Infinity));
  }

  /** Draws in pieces, for a first picture that takes long. */
  prepare(order: ViewOrder): Work<void> {
    return this.drawing(order, PIECE);
  }

  private *drawing({ frame, state, pane, pixelRatio, palette, viewer, sight }: ViewOrder, piece: number): Work<void> {
    if (!this.scene) return;
    const { trace, layout } = this.scene;
    this.place(pane);
    const camera = this.onPixels(through(sequenceCamera(pane, layout, frame.row, spanOf(trace, frame)), this.own), pixelRatio);
    this.camera = camera;
    this.headCamera = { scale: camera.scale, x: camera.x, y: 0 };
    for (const painter of [this.still, this.live, this.heads]) painter.root.scale.set(camera.scale);
    this.live.root.position.set(camera.x, camera.y);
    const raster = restingRaster(camera.scale * pixelRatio);
    const begin = (painter: Painter, x: number, y: number): void => {
      painter.begin(raster, { scale: camera.scale * pixelRatio, x: (pane.x + x) * pixelRatio, y: (pane.y + y) * pixelRatio });
    };
    const seen = { x: -camera.x, y: -camera.y + layout.headHeight * camera.scale, width: pane.width, height: pane.height };
    const scene = (list: DisplayRecorder, box: Rect = seen): SequenceScene => {
      return { trace, layout, frame, palette, list, ...bounds(box, camera.scale) };
    };
    const sheet = this.sheetAround(layout, pixelRatio);
    const paint = function* (this: SequenceView): Work<void> {
      this.resting.clear();
      this.still.root.position.set(-sheet.x, -sheet.y);
      begin(this.still, -sheet.x, -sheet.y);
      paintStillSequence(this.still, scene(this.resting, sheet));
      this.still.end();
      yield;
    }.bind(this);
    const where = `${camera.scale},${sheet.x},${sheet.y},${pane.x},${pane.y},${sheet.width},${sheet.height},${pixelRatio}`;
    yield* this.layer.showBitmap(`${where}|${frame.step}`, sheet, pixelRatio, paint, { scale: 1, x: camera.x + sheet.x, y: camera.y + sheet.y }, piece);
    yield;
    this.moving.clear();
    begin(this.live, camera.x, camera.y);
    paintMargin(this.live, scene(this.moving));
    paintLiveSequence(this.live, scene(this.moving));
    this.paintViewer(layout, viewer, palette);
    this.live.end();
    yield;
    yield* this.drawHeads(sheet, looksOfHeads(layout, state, sight), palette, pixelRatio, () => begin(this.heads, -sheet.x, 0));
    this.drawFade(layout, palette);
  }

  /** What is under a point of the canvas, CSS px. */
  hitTest(point: Point): Hit | null {
    const { pane, camera, scene } = this;
    if (!scene || point.x < pane.x || point.y < pane.y || point.x >= pane.x + pane.width || point.y >= pane.y + pane.height) return null;
    const x = (point.x - pane.x - camera.x) / camera.scale;
    const headY = (point.y - pane.y) / camera.scale;
    if (headY < scene.layout.headHeight) {
      const life = scene.layout.lifelines.find(({ head }) => x >= head.x && x < head.x + head.width);
      return life ? { kind: 'node', id: life.node } : null;
    }
    const y = (point.y - pane.y - camera.y) / camera.scale;
    const row = scene.layout.rows[firstRowBelow(scene.layout, y)];
    return row && y >= row.top ? { kind: 'message', id: row.message } : null;
  }

  displayList(): DisplayItem[] {
    const under = { ...this.pane, y: this.pane.y + (this.scene?.layout.headHeight ?? 0) * this.camera.scale };
    const inRows = (item: DisplayItem): boolean => item.box.y + item.box.height > under.y;
    const live = this.moving.list(this.camera, this.pane);
    // A component may have several notes: they differ in their place.
    const keyOf = ({ kind, id, box }: DisplayItem): string => `${kind} ${id} ${kind === 'note' ? box.y : ''}`;
    const over = new Set(live.map(keyOf));
    const rows = [...this.resting.list(this.camera, this.pane).filter((item) => !over.has(keyOf(item))), ...live].filter(inRows);
    return [...rows, ...this.fixed.list(this.headCamera, this.pane)];
  }

  /** The next draw paints everything anew. */
  invalidate(): void {
    this.layer.free();
    this.headLayer.free();
  }

  destroy(): void {
    this.root.mask = null;
    this.layer.destroy();
    this.headLayer.destroy();
    for (const painter of [this.still, this.live, this.heads]) painter.destroy();
    this.clip.destroy();
    this.fade.destroy();
    this.root.destroy();
  }

  /** As wide as the sheet of the rows, so that scrolling only moves them. */
  private *drawHeads(sheet: Rect, looks: HeadLooks, palette: Palette, pixelRatio: number, begin: () => void): Work<void> {
    const { camera, pane, scene } = this;
    if (!scene) return;
    const size = { width: sheet.width, height: Math.ceil(scene.layout.headHeight * camera.scale) };
    const paint = function* (this: SequenceView): Work<void> {
      this.fixed.clear();
      this.heads.root.position.set(-sheet.x, 0);
      begin();
      paintHeads(this.heads, { layout: scene.layout, palette, list: this.fixed }, looks);
      this.heads.end();
      yield;
    }.bind(this);
    const key = `${camera.scale},${sheet.x},${pane.x},${size.width},${pixelRatio},${[...looks].join()}`;
    yield* this.headLayer.showBitmap(key, size, pixelRatio, paint, { scale: 1, x: camera.x + sheet.x, y: 0 });
  }

  /** What goes on beyond the pane is not cut off but pales: on the right all of it, on the left the heads, for the margin stays there. */
  private drawFade(layout: SequenceLayout, { page, bare }: Palette): void {
    const { camera, pane } = this;
    const right = camera.x + layout.size.width * camera.scale > pane.width + 1;
    const left = camera.x < -1;
    const head = layout.headHeight * camera.scale;
    const key = `${right},${left},${head},${pane.width},${pane.height},${page}`;
    if (key === this.faded) return;
    this.faded = key;
    this.fade.clear();
    // Beside a map it stands in a frame with a ground of its own.
    if (bare && pane.x === 0 && pane.y === 0) return;
    for (let i = 0; i < FADE.steps; i++) {
      // Each strip reaches to the rim, so their alphas add up to a slope.
      const width = FADE.width * (1 - i / FADE.steps);
      if (right) this.fade.rect(pane.width - width, 0, width, pane.height).fill({ color: page, alpha: FADE.alpha });
      if (left) this.fade.rect(0, 0, width, head).fill({ color: page, alpha: FADE.alpha });
    }
  }

  private paintViewer(layout: SequenceLayout, { hover, selected }: ViewerLayer, palette: Palette): void {
    for (const [hit, alpha, width] of [[hover, 0.5, 1.5], [selected, 1, 2.5]] as const) {
      if (hit?.kind !== 'message') continue;
      const row = layout.rows.find(({ message }) => message === hit.id);
      if (!row) continue;
      const box = { x: 8, y: row.top, width: layout.size.width - 16, height: row.height };
      round(this.live.g, inflate(box, -1), 11).stroke({ width, color: palette.text, alpha });
    }
  }

  private place(pane: Rect): void {
    if (pane.x !== this.pane.x || pane.y !== this.pane.y || pane.width !== this.pane.width || pane.height !== this.pane.height) {
      this.clip.clear().rect(0, 0, pane.width, pane.height).fill({ color: 0xffffff });
    }
    this.pane = pane;
    this.root.position.set(pane.x, pane.y);
  }

  /**
   * The part of the diagram that the bitmap of the rows holds, in scaled px: the pane and half a pane more where it is scrolled, on a
   * coarse grid, so that scrolling only moves the bitmap.
   */
  private sheetAround(layout: SequenceLayout, pixelRatio: number): Rect {
    const { pane, camera } = this;
    const span = (offset: number, view: number, all: number): [number, number] => {
      if (offset >= 0 && all <= view) return [-offset, view];
      const step = Math.round((view / 2) * pixelRatio) / pixelRatio;
      return [Math.floor(-offset / step) * step, view + step];
    };
    const [x, width] = span(camera.x, pane.width, layout.size.width * camera.scale);
    const [y, height] = span(camera.y, pane.height, layout.size.height * camera.scale);
    return { x, y, width, height };
  }

  /** Rows scroll by whole device pixels: letters stay crisp. */
  private onPixels({ scale, x, y }: Camera, pixelRatio: number): Camera {
    const snap = (value: number): number => Math.round(value * pixelRatio) / pixelRatio;
    return { scale: Math.round(scale * 1e5) / 1e5, x: snap(x), y: snap(y) };
  }
}

/** A box in scaled px as bounds in layout units. */
function bounds({ x, y, width, height }: Rect, scale: number): { left: number; top: number; right: number; bottom: number } {
  return { left: x / scale, top: y / scale, right: (x + width) / scale, bottom: (y + height) / scale };
}
