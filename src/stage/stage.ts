import { CanvasTextMetrics, Container, RendererType, type Renderer } from 'pixi.js';
import type { Frame } from '../compile/frame.ts';
import type { SceneState, Trace } from '../compile/trace.ts';
import type { MapLayout, SequenceLayout } from '../layout/types.ts';
import type { Theme } from '../look/tokens.ts';
import type { Rect } from '../shared/geometry.ts';
import type { Work } from '../shared/work.ts';
import { AT_REST, type Camera } from '../look/camera.ts';
import type { DisplayItem } from './display-list.ts';
import { FrameView } from './frame-view.ts';
import { IconSource } from './icon.ts';
import { MapFacts } from './map-facts.ts';
import { sightOf, type MapSight } from './map-sight.ts';
import { MapView } from './map-view.ts';
import { paletteOf, type Palette } from './palette.ts';
import { panesFor, type Panes, type ViewName } from './panes.ts';
import { createRenderer } from './renderer.ts';
import { SequenceView } from './sequence-view.ts';
import { TextCache } from './text-cache.ts';
import type { ViewOrder } from './view-order.ts';
import type { Hit, LayerView, ViewerLayer } from './viewer.ts';

export type { DisplayItem, Hit, LayerView, ViewerLayer, ViewName };

/** A trace with its layouts: all that a picture is made of, the instant aside. */
export interface Scene {
  readonly trace: Trace;
  readonly map: MapLayout;
  readonly sequence: SequenceLayout;
}

export interface StageOptions {
  readonly canvas?: HTMLCanvasElement | OffscreenCanvas;
  /** Default `canvas`: without a GPU it is thirty times as fast as `webgl`, and it looks the same. */
  readonly renderer?: 'canvas' | 'webgl';
  readonly theme: Theme;
  /** True: nothing is drawn behind the story, so that the picture can stand over another one. */
  readonly bare?: boolean;
  onError?(error: Error): void;
}

const ZOOM = { least: 0.25, most: 6 };

/**
 * Draws a scene at an instant. It has no clock and listens to nothing: `draw` is the only thing that draws, and the same frame, state,
 * size and theme give the same pixels whatever was drawn before.
 */
export class Stage {
  /** How often it has drawn. */
  draws = 0;
  readonly canvas: HTMLCanvasElement | OffscreenCanvas;
  private readonly root = new Container();
  private readonly texts = new TextCache();
  private readonly icons = new IconSource();
  private map: MapView;
  private sequence: SequenceView;
  private frames: FrameView;
  private scene: Scene | undefined;
  private palette: Palette;
  private view: ViewName = 'map';
  private width = 0;
  private height = 0;
  private pixelRatio = 1;
  private seen: { readonly trace: Trace; readonly layers: LayerView | undefined; readonly sight: MapSight } | undefined;
  private last: { frame: Frame; state: SceneState } | undefined;
  private preparation: Work<void> | undefined;

  private constructor(
    private readonly renderer: Renderer,
    private readonly options: StageOptions,
  ) {
    this.canvas = renderer.canvas as HTMLCanvasElement | OffscreenCanvas;
    this.palette = paletteOf(options.theme, options.bare);
    this.map = new MapView(renderer, this.texts, this.icons);
    this.sequence = new SequenceView(renderer, this.texts, this.icons);
    this.frames = new FrameView(this.texts, this.icons);
    this.root.addChild(this.frames.back, this.map.root, this.sequence.root, this.frames.front);
    this.paintGround();
  }

  /** Makes a stage; rejects where not even a 2D canvas can be had. */
  static async create(options: StageOptions): Promise<Stage> {
    return new Stage(await createRenderer(options), options);
  }

  /** What it really draws with: `webgl` was asked for and the browser has it, else `canvas`. */
  get rendererName(): 'canvas' | 'webgl' {
    return this.renderer.type === RendererType.WEBGL ? 'webgl' : 'canvas';
  }

  /** The view that is drawn: a split that is too narrow for two panes shows the map alone. */
  get effectiveView(): ViewName {
    return this.panes().view;
  }

  setScene(scene: Scene): void {
    this.stopPreparing();
    this.scene = scene;
    this.last = undefined;
    // A font may have come since the last scene.
    CanvasTextMetrics.clearMetrics();
    this.map.setFacts(new MapFacts(scene.trace, scene.map));
    this.sequence.setScene(scene.trace, scene.sequence);
  }

  setTheme(theme: Theme): void {
    this.palette = paletteOf(theme, this.options.bare);
    this.icons.destroy();
    this.renew();
  }

  setView(view: ViewName): void {
    this.view = view;
  }

  /** Takes a size in CSS px and how many device pixels a CSS px has. */
  resize(width: number, height: number, pixelRatio: number): void {
    this.width = Math.max(1, Math.round(width));
    this.height = Math.max(1, Math.round(height));
    this.pixelRatio = pixelRatio;
    this.renderer.resize(this.width, this.height, pixelRatio);
    // After a release Pixi believes that the canvas still has its size.
    const { pixelWidth, pixelHeight } = this.renderer.view.texture.source;
    if (this.canvas.width !== pixelWidth) this.canvas.width = pixelWidth;
    if (this.canvas.height !== pixelHeight) this.canvas.height = pixelHeight;
  }

  /** Draws an instant. An error goes to `onError` where there is one. */
  draw(frame: Frame, state: SceneState, viewer: ViewerLayer = {}): void {
    if (!this.scene || this.width === 0 || this.canvas.width === 0) return;
    this.last = { frame, state };
    this.stopPreparing();
    try {
      this.paint(this.scene, frame, state, viewer);
      this.renderer.render({ container: this.root });
      this.draws++;
    } catch (error) {
      if (!this.options.onError) throw error;
      this.options.onError(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /**
   * Paints what rests at an instant, piece by piece, so that the draw that follows finds it there and is short: the first picture's texts take longer
   * than a page should stand still. Shows nothing; a draw that comes before it has ended ends it. Throws what cannot be painted.
   */
  *prepare(frame: Frame, state: SceneState, viewer: ViewerLayer = {}): Work<void> {
    this.stopPreparing();
    if (!this.scene || this.width === 0) return;
    this.preparation = this.preparing(this.panes(), this.orderOf(this.scene, frame, state, viewer));
    yield* this.preparation;
  }

  /** Whether the author's view stands in the same place in two frames of the scene; what they show may differ. */
  sameView(before: Frame, now: Frame): boolean {
    const { map } = this.panes();
    if (!map || !this.scene) return true;
    const sight = this.sightThrough(this.scene.trace, undefined);
    const [from, to] = [before, now].map((frame) => this.map.viewAt(frame, map, sight));
    return from === to;
  }

  /** Moves the view under a point, CSS px. */
  panBy(dx: number, dy: number, atX: number, atY: number): void {
    const view = this.viewAt(atX, atY);
    view.own = { ...view.own, x: view.own.x + dx, y: view.own.y + dy };
  }

  /** Zooms the view under a point around that point. */
  zoomAt(x: number, y: number, factor: number): void {
    const view = this.viewAt(x, y);
    const pane = this.paneOf(view);
    const scale = Math.min(ZOOM.most, Math.max(ZOOM.least, view.own.scale * factor));
    const by = scale / view.own.scale;
    const at = (point: number, origin: number, offset: number): number => (point - origin) * (1 - by) + offset * by;
    view.own = { scale, x: at(x, pane.x, view.own.x), y: at(y, pane.y, view.own.y) };
  }

  /** The viewer's own pan and zoom in each view: for a stage that takes another one's place. */
  get cameras(): readonly [map: Camera, sequence: Camera] {
    return [this.map.own, this.sequence.own];
  }

  set cameras([map, sequence]: readonly [map: Camera, sequence: Camera]) {
    this.map.own = map;
    this.sequence.own = sequence;
  }

  /** Takes the viewer's own pan and zoom away, in all views. */
  resetCamera(): void {
    this.map.own = AT_REST;
    this.sequence.own = AT_REST;
  }

  /** What is under a point of the last picture, CSS px. */
  hitTest(x: number, y: number): Hit | null {
    const { map, sequence } = this.panes();
    const point = { x, y };
    return (map && this.map.hitTest(point, this.last?.frame, this.last?.state)) ?? (sequence ? this.sequence.hitTest(point) : null);
  }

  /** What the last draw put on screen. */
  displayList(): readonly DisplayItem[] {
    if (!this.last) return [];
    const { map, sequence } = this.panes();
    return [...(map ? this.map.displayList() : []), ...(sequence ? this.sequence.displayList() : []), ...this.frames.displayList()];
  }

  /** Gives the backing store back until the next `resize`. */
  release(): void {
    this.stopPreparing();
    this.map.invalidate();
    this.sequence.invalidate();
    this.canvas.width = 0;
    this.canvas.height = 0;
  }

  /** Frees all that is ours, nothing that Pixi shares between stages. */
  destroy(): void {
    this.stopPreparing();
    this.map.destroy();
    this.sequence.destroy();
    this.frames.destroy();
    this.root.destroy();
    this.texts.destroy();
    this.icons.destroy();
    this.renderer.destroy(false);
    this.scene = undefined;
    this.last = undefined;
  }

  private paint(scene: Scene, frame: Frame, state: SceneState, viewer: ViewerLayer): void {
    const panes = this.panes();
    this.map.root.visible = panes.map !== undefined;
    this.sequence.root.visible = panes.sequence !== undefined;
    const order = this.orderOf(scene, frame, state, viewer);
    if (panes.map) this.map.draw({ ...order, pane: panes.map });
    if (panes.sequence) this.sequence.draw({ ...order, pane: panes.sequence });
    this.frames.draw(panes, { seconds: frame.clock ?? state.clock, illustrative: state.illustrative }, scene.trace, this.pixelRatio, this.palette);
  }

  private *preparing({ map, sequence }: Panes, order: Omit<ViewOrder, 'pane'>): Work<void> {
    if (map) yield* this.map.prepare({ ...order, pane: map });
    yield;
    if (sequence) yield* this.sequence.prepare({ ...order, pane: sequence });
  }

  private stopPreparing(): void {
    this.preparation?.return(undefined);
    this.preparation = undefined;
  }

  private orderOf({ trace }: Scene, frame: Frame, state: SceneState, viewer: ViewerLayer): Omit<ViewOrder, 'pane'> {
    return { frame, state, pixelRatio: this.pixelRatio, palette: this.palette, viewer, sight: this.sightThrough(trace, viewer.layers) };
  }

  /** A sight is made anew only when the viewer has lit or hidden something else. */
  private sightThrough(trace: Trace, layers: LayerView | undefined): MapSight {
    if (!this.seen || this.seen.trace !== trace || this.seen.layers !== layers) this.seen = { trace, layers, sight: sightOf(trace, layers) };
    return this.seen.sight;
  }

  private panes(): Panes {
    return panesFor(this.view, { width: this.width, height: this.height }, this.pixelRatio);
  }

  private viewAt(x: number, y: number): { own: Camera } {
    const { map, sequence } = this.panes();
    if (!map) return this.sequence;
    const onSequence = sequence && x >= sequence.x && y >= sequence.y;
    return onSequence ? this.sequence : this.map;
  }

  private paneOf(view: { own: Camera }): Rect {
    const { map, sequence } = this.panes();
    return (view === this.map ? map : sequence) ?? { x: 0, y: 0, width: this.width, height: this.height };
  }

  private renew(): void {
    this.stopPreparing();
    const { own: mapOwn } = this.map;
    const { own: sequenceOwn } = this.sequence;
    for (const view of [this.map, this.sequence, this.frames]) view.destroy();
    this.map = new MapView(this.renderer, this.texts, this.icons);
    this.sequence = new SequenceView(this.renderer, this.texts, this.icons);
    this.frames = new FrameView(this.texts, this.icons);
    this.map.own = mapOwn;
    this.sequence.own = sequenceOwn;
    this.root.addChild(this.frames.back, this.map.root, this.sequence.root, this.frames.front);
    this.paintGround();
    if (this.scene) this.setScene(this.scene);
  }

  private paintGround(): void {
    this.renderer.background.color = this.palette.page;
    if (this.palette.bare) this.renderer.background.alpha = 0;
  }
}
