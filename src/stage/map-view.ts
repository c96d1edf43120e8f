import { Container, Graphics, RendererType, type Renderer } from 'pixi.js';
import type { Frame } from '../compile/frame.ts';
import type { SceneState } from '../compile/trace.ts';
import type { Point, Rect, Size } from '../shared/geometry.ts';
import { atOnce, type Work } from '../shared/work.ts';
import { AT_REST, between, sameCamera, through, type Camera } from '../look/camera.ts';
import { DisplayRecorder, type DisplayItem } from './display-list.ts';
import { dialled, dialler, MapFacts } from './map-facts.ts';
import { StepFramings } from './map-framing.ts';
import { paintLiveMap } from './map-live.ts';
import { MapChanges } from './map-change.ts';
import { sheetFor, type MapCamera, type MapSheet } from './map-sheet.ts';
import { isShown, paintStillMap, stillKey, type StillMap } from './map-still.ts';
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
  /** What rests, on the bitmap; what of it changes between two steps, or all of it where there is no bitmap; what moves. */
  private readonly still: Painter;
  private readonly changing: Painter;
  private readonly live: Painter;
  private readonly layer: StillLayer;
  /** A graphics card draws all shapes anew as fast as it takes a new bitmap. */
  private readonly isQuick: boolean;
  private readonly resting = new DisplayRecorder();
  private readonly changed = new DisplayRecorder();
  private readonly moving = new DisplayRecorder();
  private facts: MapFacts | undefined;
  private framings: StepFramings | undefined;
  private changes: MapChanges | undefined;
  private pane: Rect = { x: 0, y: 0, width: 0, height: 0 };
  private camera: Camera = AT_REST;
  private sight: MapSight | undefined;

  constructor(renderer: Renderer, texts: TextCache, icons: IconSource) {
    this.still = new Painter(texts, icons);
    this.changing = new Painter(texts, icons);
    this.live = new Painter(texts, icons);
    this.isQuick = renderer.type !== RendererType.CANVAS;
    this.layer = new StillLayer(renderer, this.still.root);
    this.root.addChild(this.clip, this.layer.root, this.changing.root, this.live.root);
    this.root.mask = this.clip;
  }

  setFacts(facts: MapFacts): void {
    this.facts = facts;
    this.framings = new StepFramings(facts);
    this.changes = new MapChanges(facts);
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
    const { facts, framings, changes } = this;
    if (!facts || !framings || !changes) return;
    this.place(pane);
    // A lit layer is framed; else the camera stays where the story has it, whatever the viewer leaves out.
    const view = this.cameraOf(framings, told, pane, sight);
    const { camera, moves, goes } = view;
    this.sight = sight;
    const [frame, state] = [sight.frame(told), sight.state(all)];
    this.camera = camera;
    const map = { facts, frame, state, palette, sight };
    const change = goes || (frame.emphasis > 0 && frame.emphasis < 1) ? changes.into(frame.step, sight) : undefined;
    const direct = (change && changes.isOfMost(change)) || (this.isQuick && (moves || change));
    const sheet = direct ? undefined : sheetFor(pane, facts.layout.size, view, pixelRatio);
    if (sheet) yield* this.showSheet(sheet, { ...map, part: change && { of: 'same', change } }, pixelRatio, piece);
    else this.layer.hide();
    yield;
    const scale = camera.scale * pixelRatio;
    const raster = moves ? rung(scale) : restingRaster(scale);
    const grid = moves ? undefined : { scale, x: (pane.x + camera.x) * pixelRatio, y: (pane.y + camera.y) * pixelRatio };
    for (const painter of [this.changing, this.live]) {
      see(painter, camera);
      painter.begin(raster, grid);
    }
    this.changed.clear();
    if (!sheet || change) yield* paintStillMap(this.changing, { ...map, list: this.changed, seen: seenIn(pane, camera), part: sheet && change && { of: 'changing', change } });
    this.changing.end();
    this.moving.clear();
    paintLiveMap(this.live, { facts, frame, state, palette, list: this.moving, headScale: headScale(camera.scale, pane.width) });
    paintViewer(this.live, facts, viewer, state, palette, sight);
    this.live.end();
  }

  /** Shows what rests as a bitmap. */
  private *showSheet({ camera, size, place, origin }: MapSheet, map: Omit<StillMap, 'list'>, pixelRatio: number, piece: number): Work<void> {
    const { facts, state, sight, part } = map;
    // What stays the same looks so at any emphasis.
    const frame = part ? { ...map.frame, emphasis: 1 } : map.frame;
    const { still } = this;
    const paint = function* (this: MapView): Work<void> {
      this.resting.clear();
      see(still, camera);
      const scale = camera.scale * pixelRatio;
      still.begin(restingRaster(scale), { scale, x: (origin.x + camera.x) * pixelRatio, y: (origin.y + camera.y) * pixelRatio });
      yield* paintStillMap(still, { ...map, frame, list: this.resting, seen: seenIn(size, camera) });
      still.end();
    }.bind(this);
    const where = `${camera.scale},${camera.x},${camera.y},${origin.x},${origin.y},${size.width},${size.height},${pixelRatio}`;
    const key = `${where}|${sight.key}|${part?.of}|${stillKey(frame, state)}|${[...outlined(facts, frame.time)].join()}`;
    yield* this.layer.showBitmap(key, size, pixelRatio, paint, place, piece);
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
    const shown = this.layer.isShown ? [this.resting, this.changed, this.moving] : [this.changed, this.moving];
    return shown.flatMap((list) => list.list(this.camera, this.pane));
  }

  /** The next draw paints everything anew. */
  invalidate(): void {
    this.layer.free();
  }

  destroy(): void {
    this.root.mask = null;
    this.layer.destroy();
    for (const painter of [this.still, this.changing, this.live]) painter.destroy();
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

  private cameraOf(framings: StepFramings, frame: Frame, pane: Rect, { lit }: MapSight): MapCamera {
    if (lit) return atRest(through(framings.lit(pane, lit), this.own));
    const to = framings.view(pane, frame.step, frame);
    const from = frame.step > 0 ? framings.view(pane, frame.step - 1, frame) : to;
    const goes = frame.camera > 0 && frame.camera < 1 && !sameCamera(from.camera, to.camera);
    const camera = through(between(pane, from.camera, to.camera, frame.camera), this.own);
    if (!goes && !to.follows) return atRest(camera);
    return { camera, goes, moves: true, closest: Math.max(goes ? from.camera.scale : 0, to.closest) * this.own.scale };
  }
}

function atRest(camera: Camera): MapCamera {
  const at = settled(camera);
  return { camera: at, goes: false, moves: false, closest: at.scale };
}

/** The part of the map that a view of a size shows. */
function seenIn({ width, height }: Size, { scale, x, y }: Camera): Rect {
  return { x: -x / scale, y: -y / scale, width: width / scale, height: height / scale };
}

/** Puts what a painter paints where a camera sees it. */
function see({ root }: Painter, { scale, x, y }: Camera): void {
  root.scale.set(scale);
  root.position.set(x, y);
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
