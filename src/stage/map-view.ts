import { Container, Graphics, type Renderer } from 'pixi.js';
import type { Frame } from '../compile/frame.ts';
import type { SceneState } from '../compile/trace.ts';
import type { Point, Rect } from '../shared/geometry.ts';
import { atOnce, type Work } from '../shared/work.ts';
import { AT_REST, between, cameraFor, follows, sameCamera, through, type Camera } from '../look/camera.ts';
import { DisplayRecorder, type DisplayItem } from './display-list.ts';
import { dialled, dialler, MapFacts } from './map-facts.ts';
import { StepFramings } from './map-framing.ts';
import { paintLiveMap } from './map-live.ts';
import { isShown, movingNodes, paintStillMap, stillKey } from './map-still.ts';
import type { MapSight } from './map-sight.ts';
import { Painter } from './painter.ts';
import { distanceTo } from './route-path.ts';
import { PIECE, StillLayer } from './still-layer.ts';
import { restingRaster, rung, type TextCache } from './text-cache.ts';
import { headScale } from './hop-view.ts';
import type { IconSource } from './icon.ts';
import { paintViewer } from './viewer-view.ts';
import type { ViewOrder } from './view-order.ts';
import type { Hit } from './viewer.ts';

/** The map in its pane: a still layer, a live layer, its camera. */
export class MapView {
  readonly root = new Container();
  /** The viewer's own pan and zoom. */
  own: Camera = AT_REST;
  private readonly clip = new Graphics();
  private readonly still: Painter;
  private readonly live: Painter;
  private readonly layer: StillLayer;
  private readonly resting = new DisplayRecorder();
  private readonly moving = new DisplayRecorder();
  private facts: MapFacts | undefined;
  private framings: StepFramings | undefined;
  private pane: Rect = { x: 0, y: 0, width: 0, height: 0 };
  private camera: Camera = AT_REST;
  private sight: MapSight | undefined;

  constructor(renderer: Renderer, texts: TextCache, icons: IconSource) {
    this.still = new Painter(texts, icons);
    this.live = new Painter(texts, icons);
    this.layer = new StillLayer(renderer, this.still.root);
    this.root.addChild(this.clip, this.layer.root, this.live.root);
    this.root.mask = this.clip;
  }

  setFacts(facts: MapFacts): void {
    this.facts = facts;
    this.framings = new StepFramings(facts);
    this.layer.free();
  }

  draw(order: ViewOrder): void {
    atOnce(this.drawing(order, Infinity));
  }

  /** Draws in pieces, for a first picture that takes long. */
  prepare(order: ViewOrder): Work<void> {
    return this.drawing(order, PIECE);
  }

  private *drawing({ frame: told, state: all, pane, pixelRatio, palette, viewer, sight }: ViewOrder, piece: number): Work<void> {
    const { facts, framings } = this;
    if (!facts || !framings) return;
    this.place(pane);
    // A lit layer is framed; else the camera stays where the story has it, whatever the viewer leaves out.
    const { camera, moves } = this.cameraOf(framings, told, pane, sight);
    this.sight = sight;
    const [frame, state] = [sight.frame(told), sight.state(all)];
    this.camera = camera;
    const active = moves || (frame.emphasis > 0 && frame.emphasis < 1) || movingNodes(frame).length > 0;
    const scale = camera.scale * pixelRatio;
    const raster = moves ? rung(scale) : restingRaster(scale);
    const grid = { scale, x: (pane.x + camera.x) * pixelRatio, y: (pane.y + camera.y) * pixelRatio };
    for (const painter of [this.still, this.live]) {
      painter.root.scale.set(camera.scale);
      painter.root.position.set(camera.x, camera.y);
    }
    const seen = { x: -camera.x / camera.scale, y: -camera.y / camera.scale, width: pane.width / camera.scale, height: pane.height / camera.scale };
    const paint = function* (this: MapView): Work<void> {
      this.resting.clear();
      this.still.begin(raster, moves ? undefined : grid);
      yield* paintStillMap(this.still, { facts, frame, state, palette, list: this.resting, sight, seen });
      this.still.end();
    }.bind(this);
    if (active) {
      this.layer.showDirect();
      yield* paint();
    } else {
      const where = `${camera.scale},${camera.x},${camera.y},${pane.x},${pane.y},${pane.width},${pane.height},${pixelRatio}`;
      const key = `${where}|${sight.key}|${stillKey(frame, state)}|${[...outlined(facts, frame.time)].join()}`;
      yield* this.layer.showBitmap(key, pane, pixelRatio, paint, undefined, piece);
    }
    yield;
    this.moving.clear();
    this.live.begin(raster, moves ? undefined : grid);
    paintLiveMap(this.live, { facts, frame, state, palette, list: this.moving, headScale: headScale(camera.scale, pane.width) });
    paintViewer(this.live, facts, viewer, state, palette, sight);
    this.live.end();
  }

  /** Where the view of a frame stands in a pane, and whether it moves, as words that are equal for equal views. */
  viewAt(frame: Frame, pane: Rect, sight: MapSight): string {
    if (!this.framings) return '';
    const { camera: { scale, x, y }, moves } = this.cameraOf(this.framings, frame, pane, sight);
    return [scale, x, y, moves].join();
  }

  /** What is under a point of the canvas, CSS px. */
  hitTest(point: Point, frame: Frame | undefined, state: SceneState | undefined): Hit | null {
    if (!this.facts || !inside(this.pane, point)) return null;
    const { x, y, scale } = this.camera;
    const at = { x: (point.x - this.pane.x - x) / scale, y: (point.y - this.pane.y - y) / scale };
    return hitOnMap(this.facts, this.moving, at, 10 / scale, frame, state, this.sight);
  }

  displayList(): DisplayItem[] {
    return [...this.resting.list(this.camera, this.pane), ...this.moving.list(this.camera, this.pane)];
  }

  /** The next draw paints everything anew. */
  invalidate(): void {
    this.layer.free();
  }

  destroy(): void {
    this.root.mask = null;
    this.layer.destroy();
    this.still.destroy();
    this.live.destroy();
    this.clip.destroy();
    this.root.destroy();
  }

  private place(pane: Rect): void {
    if (pane.x !== this.pane.x || pane.y !== this.pane.y || pane.width !== this.pane.width || pane.height !== this.pane.height) {
      this.clip.clear().rect(0, 0, pane.width, pane.height).fill({ color: 0xffffff });
    }
    this.pane = pane;
    this.root.position.set(pane.x, pane.y);
  }

  private cameraOf(framings: StepFramings, frame: Frame, pane: Rect, { lit }: MapSight): { camera: Camera; moves: boolean } {
    if (lit) return { camera: settled(through(cameraFor(pane, framings.ofLit(lit)), this.own)), moves: false };
    const here = framings.of(frame.step, frame);
    const to = cameraFor(pane, here);
    const from = frame.step > 0 ? cameraFor(pane, framings.of(frame.step - 1, frame)) : to;
    const goes = frame.camera > 0 && frame.camera < 1 && !sameCamera(from, to);
    const moves = goes || (here.overview < 1 && follows(pane, here));
    const camera = through(between(pane, from, to, frame.camera), this.own);
    return { camera: moves ? camera : settled(camera), moves };
  }
}

/** A camera at rest stands on whole thousandths, so that equal pictures are equal to the last bit. */
function settled(camera: Camera): Camera {
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return { scale: Math.round(camera.scale * 1e5) / 1e5, x: round(camera.x), y: round(camera.y) };
}

function inside(box: Rect, { x, y }: Point): boolean {
  return x >= box.x && x < box.x + box.width && y >= box.y && y < box.y + box.height;
}

function* outlined(facts: MapFacts, time: number): Generator<string> {
  for (const id of facts.layout.nodes.keys()) if (facts.willAppear(id, time)) yield id;
}

function hitOnMap(
  facts: MapFacts, moving: DisplayRecorder, at: Point, reach: number, frame: Frame | undefined, state: SceneState | undefined, sight: MapSight | undefined,
): Hit | null {
  const label = moving.at(at, ['hop', 'label', 'failure']);
  if (label !== undefined && typeof label === 'number') return { kind: 'message', id: label };
  let node: { id: string; area: number } | undefined;
  for (const [id, box] of facts.layout.nodes) {
    const area = box.width * box.height;
    const shown = !facts.isHidden(id) && !sight?.hides(id) && (!state || isShown(id, state) || facts.willAppear(id, frame?.time ?? 0));
    if (shown && inside(box, at) && (!node || area < node.area)) node = { id, area };
  }
  if (node) return { kind: 'node', id: node.id };
  let edge: { id: string; far: number } | undefined;
  for (const id of facts.layout.routes.keys()) {
    const path = [dialler(id), dialled(id)].some((end) => sight?.hides(end)) ? undefined : facts.path(id);
    const far = path ? distanceTo(path, at) : Infinity;
    if (far < reach && (!edge || far < edge.far)) edge = { id, far };
  }
  return edge ? { kind: 'edge', id: edge.id } : null;
}
