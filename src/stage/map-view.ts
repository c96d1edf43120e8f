import { Container, Graphics, type Renderer } from 'pixi.js';
import type { Frame } from '../compile/frame.ts';
import type { Message, SceneState, StepMark } from '../compile/trace.ts';
import type { Point, Rect } from '../shared/geometry.ts';
import { AT_REST, between, cameraFor, follows, middle, sameCamera, through, type Camera, type Framing } from './camera.ts';
import { DisplayRecorder, type DisplayItem } from './display-list.ts';
import { MapFacts } from './map-facts.ts';
import { paintLiveMap } from './map-live.ts';
import { isShown, movingNodes, paintStillMap, stillKey } from './map-still.ts';
import { around, grow } from './paint.ts';
import { Painter } from './painter.ts';
import type { Palette } from './palette.ts';
import { distanceTo, placeAt } from './route-path.ts';
import { StillLayer } from './still-layer.ts';
import { restingRaster, rung, type TextCache } from './text-cache.ts';
import { headScale } from './hop-view.ts';
import type { IconSource } from './icon.ts';
import { paintViewer } from './viewer-view.ts';
import type { Hit, ViewerLayer } from './viewer.ts';

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
  private readonly parts = new Map<number, Rect | undefined>();
  private pane: Rect = { x: 0, y: 0, width: 0, height: 0 };
  private camera: Camera = AT_REST;

  constructor(renderer: Renderer, texts: TextCache, icons: IconSource) {
    this.still = new Painter(texts, icons);
    this.live = new Painter(texts, icons);
    this.layer = new StillLayer(renderer, this.still.root);
    this.root.addChild(this.clip, this.layer.root, this.live.root);
    this.root.mask = this.clip;
  }

  setFacts(facts: MapFacts): void {
    this.facts = facts;
    this.parts.clear();
    this.layer.free();
  }

  draw(frame: Frame, state: SceneState, pane: Rect, pixelRatio: number, palette: Palette, viewer: ViewerLayer): void {
    const facts = this.facts;
    if (!facts) return;
    this.place(pane);
    const { camera, moves } = this.cameraOf(facts, frame);
    this.camera = camera;
    const active = moves || (frame.emphasis > 0 && frame.emphasis < 1) || movingNodes(frame).length > 0;
    const scale = camera.scale * pixelRatio;
    const raster = moves ? rung(scale) : restingRaster(scale);
    const grid = { scale, x: (pane.x + camera.x) * pixelRatio, y: (pane.y + camera.y) * pixelRatio };
    for (const painter of [this.still, this.live]) {
      painter.root.scale.set(camera.scale);
      painter.root.position.set(camera.x, camera.y);
    }
    const paint = (): void => {
      this.resting.clear();
      this.still.begin(raster, moves ? undefined : grid);
      paintStillMap(this.still, facts, frame, state, palette, this.resting);
      this.still.end();
    };
    if (active) {
      this.layer.showDirect();
      paint();
    } else {
      const where = `${camera.scale},${camera.x},${camera.y},${pane.x},${pane.y},${pane.width},${pane.height},${pixelRatio}`;
      this.layer.showBitmap(`${where}|${stillKey(frame, state)}|${[...outlined(facts, frame.time)].join()}`, pane, pixelRatio, paint);
    }
    this.moving.clear();
    this.live.begin(raster, moves ? undefined : grid);
    paintLiveMap(this.live, { facts, frame, state, palette, list: this.moving, headScale: headScale(camera.scale, pane.width) });
    paintViewer(this.live, facts, viewer, state, palette);
    this.live.end();
  }

  /** What is under a point of the canvas, CSS px. */
  hitTest(point: Point, frame: Frame | undefined, state: SceneState | undefined): Hit | null {
    if (!this.facts || !inside(this.pane, point)) return null;
    const { x, y, scale } = this.camera;
    const at = { x: (point.x - this.pane.x - x) / scale, y: (point.y - this.pane.y - y) / scale };
    return hitOnMap(this.facts, this.moving, at, 10 / scale, frame, state);
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

  private cameraOf(facts: MapFacts, frame: Frame): { camera: Camera; moves: boolean } {
    const here = this.framing(facts, frame.step, frame);
    const to = cameraFor(this.pane, here);
    const from = frame.step > 0 ? cameraFor(this.pane, this.framing(facts, frame.step - 1, frame)) : to;
    const goes = frame.camera > 0 && frame.camera < 1 && !sameCamera(from, to);
    const moves = goes || (here.overview < 1 && follows(this.pane, here));
    const camera = through(between(this.pane, from, to, frame.camera), this.own);
    return { camera: moves ? camera : settled(camera), moves };
  }

  private framing(facts: MapFacts, index: number, frame: Frame): Framing & { overview: number } {
    const map = facts.layout.size;
    const step = facts.trace.steps[index];
    if (!step) return { map, part: undefined, now: undefined, asked: false, overview: 1 };
    const part = this.partOf(facts, step);
    const groups = [...facts.layout.groups.values()];
    return { map, part, now: nowOf(facts, step, frame), asked: (step.focus?.length ?? 0) > 0, overview: overviewOf(step, frame), groups };
  }

  /** Around all that takes part in a step; undefined: everything. */
  private partOf(facts: MapFacts, step: StepMark): Rect | undefined {
    if (this.parts.has(step.index)) return this.parts.get(step.index);
    const part = step.focus ? around(focused(facts, step.focus)) : around(partsOf(facts, step));
    const grown = part && grow(part, 16);
    this.parts.set(step.index, grown);
    return grown;
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

function* focused(facts: MapFacts, ids: readonly string[]): Generator<Rect> {
  for (const id of ids) {
    const box = facts.layout.groups.get(id) ?? facts.box(id);
    if (box) yield box;
  }
}

/** The boxes of who takes part, the ways between them and the labels of the step. */
function* partsOf(facts: MapFacts, step: StepMark): Generator<Rect> {
  for (const id of step.nodes) {
    const box = facts.box(id);
    if (box) yield { ...box, height: facts.foot(id, box) - box.y };
  }
  for (let i = step.first; i < Math.min(step.last, step.first + 200); i++) {
    const label = facts.layout.labels.get(facts.trace.messages[i]?.action ?? '');
    if (label) yield label;
  }
}

/** Seconds that a view which followed takes to draw back once the actions are over. */
const DRAW_BACK = 0.8;

/** 0 while a step acts, 1 in its hold and its still, smoothly. */
function overviewOf(step: StepMark, { time, still }: Frame): number {
  if (still) return 1;
  const hold = step.end - step.actEnd;
  const share = hold < 0.1 ? 0 : Math.min(1, Math.max(0, (time - step.actEnd) / Math.min(DRAW_BACK, hold)));
  return share * share * (3 - 2 * share);
}

/** Where a step is under way: at its current message; between two messages, between the two. */
function nowOf(facts: MapFacts, step: StepMark, frame: Frame): Point | undefined {
  if (step.last <= step.first) return undefined;
  const at = (index: number): Point => eyeOf(facts, Math.min(Math.max(index, step.first), step.last - 1), frame, step);
  const row = frame.step === step.index ? frame.row : step.last - 1;
  return toward(at(Math.floor(row)), at(Math.ceil(row)), row - Math.floor(row));
}

/** What to look at in a message: the sender before it goes, its head on the way, the receiver once it is there. */
function eyeOf(facts: MapFacts, index: number, frame: Frame, step: StepMark): Point {
  const message = facts.trace.messages[index] as Message;
  const [from, to] = [message.from, message.to].map((id) => facts.box(id)).map((box) => box && middle(box));
  if (message.kind === 'work' && from) return from;
  const way = facts.way(message);
  const hop = frame.hops.find((each) => each.message === index);
  const progress = hop ? hop.progress : frame.step > step.index || message.end <= frame.time ? 1 : 0;
  const head = placeAt(way, way.length * progress);
  return from && to ? toward(toward(from, to, progress), head, 4 * progress * (1 - progress)) : head;
}

function toward(a: Point, b: Point, share: number): Point {
  return { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
}

function* outlined(facts: MapFacts, time: number): Generator<string> {
  for (const id of facts.layout.nodes.keys()) if (facts.willAppear(id, time)) yield id;
}

function hitOnMap(
  facts: MapFacts, moving: DisplayRecorder, at: Point, reach: number, frame: Frame | undefined, state: SceneState | undefined,
): Hit | null {
  const label = moving.at(at, ['hop', 'label', 'failure']);
  if (label !== undefined && typeof label === 'number') return { kind: 'message', id: label };
  let node: { id: string; area: number } | undefined;
  for (const [id, box] of facts.layout.nodes) {
    const area = box.width * box.height;
    const shown = !facts.isHidden(id) && (!state || isShown(id, state) || facts.willAppear(id, frame?.time ?? 0));
    if (shown && inside(box, at) && (!node || area < node.area)) node = { id, area };
  }
  if (node) return { kind: 'node', id: node.id };
  let edge: { id: string; far: number } | undefined;
  for (const id of facts.layout.routes.keys()) {
    const path = facts.path(id);
    const far = path ? distanceTo(path, at) : Infinity;
    if (far < reach && (!edge || far < edge.far)) edge = { id, far };
  }
  return edge ? { kind: 'edge', id: edge.id } : null;
}
