import type { Frame } from '../compile/frame.ts';
import type { SceneState } from '../compile/trace.ts';
import type { Theme } from '../look/tokens.ts';
import { loadFonts } from '../look/fonts.ts';
import type { Hit, Scene, Stage, ViewerLayer } from '../stage/stage.ts';
import { wordsOf } from '../compile/words.ts';
import { breath, inSlices } from './in-slices.ts';
import { rendererFor, type RendererName } from './own-renderer.ts';
import type { PlayerView } from './requests.ts';
import { drawOnSpare, readySpare, releaseSpare } from './spare-stage.ts';
import { shelve, unshelve, type StageKeeper } from './stage-shelf.ts';
import { StageVisibility, type PlaceHost } from './stage-visibility.ts';
import { StandIn } from './stand-in.ts';

/** Milliseconds out of sight after which the picture's memory is given back, and after leaving the page the whole stage. */
const RELEASE_DELAY_MS = 1000;
const DESTROY_DELAY_MS = 1000;
/** No side of the canvas has more pixels. */
const LONGEST_SIDE = 8192;
const HIGHEST_RATIO = 4;
/** So often a first picture is painted ahead; who goes on moving meanwhile gets it at once. */
const MOST_TURNS = 3;

/** What a drawing is made of, asked for when one is due. */
export interface Drawing {
  readonly frame: Frame;
  readonly state: SceneState;
  readonly viewer: ViewerLayer;
}

/** What the stage controller asks of its player. */
export interface StageHost {
  drawing(): Drawing | undefined;
  stageFailed(error: unknown): void;
  /** The size of the stage in CSS px is another one. */
  stageResized(width: number, height: number): void;
  stageDrawn(): void;
}

/** What the picture is drawn with; a change of it draws anew. */
export interface StageSettings {
  readonly theme: Theme;
  readonly view: PlayerView;
  /** Undefined: the scene decides. */
  readonly renderer: RendererName | undefined;
}

/** Owns the player's stage: made when it is first seen, draws when something changed and it can be seen, given back when it cannot. */
export class StageController implements PlaceHost, StageKeeper {
  /** Drawings so far, for tests and benches. */
  draws = 0;

  private readonly host: StageHost;
  private visibility: StageVisibility | undefined;
  private place: HTMLElement | undefined;
  private standIn: StandIn | undefined;
  private stage: Stage | undefined;
  private making = false;
  private drawnBy: RendererName | undefined;
  private scene: Scene | undefined;
  private settings: StageSettings | undefined;
  private size = { width: 0, height: 0, ratio: 1 };
  private dirty = false;
  private request = 0;
  /** The newest picture that is on its way in pieces; nothing else is due until it is there, unless it must be drawn at once. */
  private coming: object | undefined;
  private released = false;
  /** Of a stage that was given up, for the next one. */
  private cameras: Stage['cameras'] | undefined;
  private printing = false;
  private failures = 0;
  private releaseTimer: ReturnType<typeof setTimeout> | undefined;
  private destroyTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: StageHost) {
    this.host = host;
  }

  /** Whether there is a picture. */
  get ready(): boolean {
    return this.stage !== undefined && this.scene !== undefined;
  }

  get canvas(): HTMLCanvasElement | undefined {
    return this.stage?.canvas as HTMLCanvasElement | undefined;
  }

  /** The stage itself, for tests; undefined until it was first seen. */
  get current(): Stage | undefined {
    return this.stage;
  }

  /** Watches the place that the canvas stands in. After a move in the page everything is as it was. */
  connect(place: HTMLElement): void {
    clearTimeout(this.destroyTimer);
    this.place = place;
    this.standIn = new StandIn(place);
    this.visibility ??= new StageVisibility(this);
    this.visibility.watch(place);
  }

  /** Stops to watch; the stage itself goes a moment later, unless the player was only moved. */
  disconnect(): void {
    this.visibility?.unwatch();
    clearTimeout(this.destroyTimer);
    this.destroyTimer = setTimeout(() => this.destroy(), DESTROY_DELAY_MS);
  }

  /** Out of sight for so long that others are: it begins anew when it is seen again. */
  giveUp(): void {
    this.cameras = this.stage?.cameras;
    this.drop();
  }

  setScene(scene: Scene): void {
    this.scene = scene;
    if (this.stage && this.drawnBy !== this.renderer) this.drop();
    this.stage?.setScene(scene);
    if (this.visibility?.seen) void this.make();
    if (this.stage) void this.loadMoreFonts(scene);
    this.invalidate();
    void this.drawInPieces();
  }

  setSettings(settings: StageSettings): void {
    const before = this.settings;
    this.settings = settings;
    if (this.stage ? this.drawnBy !== this.renderer : before && before.renderer !== settings.renderer) return this.remake();
    if (!this.stage) return;
    if (before?.theme !== settings.theme) this.stage.setTheme(settings.theme);
    if (before?.view !== settings.view) this.stage.setView(settings.view);
    this.invalidate();
  }

  /** The next frame of the screen draws. */
  invalidate(): void {
    this.dirty = true;
    if (this.request || this.coming || !this.canDraw) return;
    this.request = requestAnimationFrame(() => {
      this.request = 0;
      this.drawNow();
    });
  }

  /** Draws at once where that can be seen: for a tick of the clock, which comes in a frame of the screen. */
  drawNow(): void {
    this.dirty = true;
    if (!this.canDraw || !this.stage) return;
    const drawing = this.host.drawing();
    if (!drawing) return;
    this.forgetRequest();
    this.dirty = false;
    try {
      if (this.released) this.restore();
      this.stage.draw(drawing.frame, drawing.state, drawing.viewer);
      this.draws++;
      this.host.stageDrawn();
    } catch (error) {
      this.failed(error);
    }
  }

  hitTest(x: number, y: number): Hit | null {
    return this.stage?.hitTest(x, y) ?? null;
  }

  /** Moves the viewer's own camera. CSS px. */
  pan(dx: number, dy: number, atX: number, atY: number): void {
    this.stage?.panBy(dx, dy, atX, atY);
    this.invalidate();
  }

  zoom(x: number, y: number, factor: number): void {
    this.stage?.zoomAt(x, y, factor);
    this.invalidate();
  }

  resetCamera(): void {
    this.stage?.resetCamera();
    this.invalidate();
  }

  placeSeen(seen: boolean): void {
    clearTimeout(this.releaseTimer);
    if (!seen) {
      this.releaseTimer = setTimeout(() => this.release(), RELEASE_DELAY_MS);
      return;
    }
    if (!this.stage) void this.make();
    else if (this.dirty || this.released) this.drawNow();
  }

  /** Paper shows what is out of sight as well. */
  placePrinted(printing: boolean): void {
    this.printing = printing;
    if (printing && !this.stage) this.drawForPaper();
    else if (printing && (this.dirty || this.released)) this.drawNow();
    if (printing) return;
    this.release();
    this.standIn?.shrink();
    releaseSpare();
  }

  placeResized(width: number, height: number, pixelRatio: number): void {
    const longest = Math.max(width, height, 1);
    const ratio = Math.min(pixelRatio, HIGHEST_RATIO, LONGEST_SIDE / longest);
    if (width === this.size.width && height === this.size.height && ratio === this.size.ratio) return;
    this.size = { width, height, ratio };
    this.host.stageResized(width, height);
    if (!this.stage || this.released || width === 0 || height === 0) return;
    this.stage.resize(width, height, ratio);
    // Resizing blanks the canvas: the picture is drawn before the page is shown again.
    this.drawNow();
  }

  /** What draws the scene, of which there is one. */
  private get renderer(): RendererName | undefined {
    return this.scene && rendererFor(this.settings?.renderer, this.scene.trace);
  }

  private get canDraw(): boolean {
    return Boolean(this.stage && this.scene && (this.visibility?.seen || this.printing) && this.size.width > 0 && this.size.height > 0);
  }

  private async make(): Promise<void> {
    if (this.making || this.stage || !this.scene || !this.settings || !this.place) return;
    this.making = true;
    const { theme } = this.settings;
    const renderer = this.renderer as RendererName;
    try {
      const [{ Stage: StageClass }] = await Promise.all([import('../stage/stage.ts'), loadFonts(wordsOf(this.scene.trace))]);
      const stage = await StageClass.create({ canvas: document.createElement('canvas'), renderer, theme, onError: (error) => this.failed(error) });
      const shown = await this.prepare(stage);
      this.making = false;
      // Meanwhile the player may have left the page, or taken another renderer.
      if (!this.visibility || !this.place || renderer !== this.renderer) {
        stage.destroy();
        if (this.visibility?.seen) void this.make();
        return;
      }
      this.drawnBy = renderer;
      readySpare(() => StageClass.create({ canvas: document.createElement('canvas'), theme }));
      this.adopt(stage, theme, shown);
    } catch (error) {
      this.making = false;
      this.host.stageFailed(error);
    }
  }

  /** Gives a stage its scene, and paints what its first picture will show, in slices; returns the scene. */
  private async prepare(stage: Stage): Promise<Scene | undefined> {
    await breath();
    const { scene, settings, size } = this;
    if (!scene || !settings) return undefined;
    stage.setView(settings.view);
    if (this.cameras) stage.cameras = this.cameras;
    this.cameras = undefined;
    stage.setScene(scene);
    if (size.width === 0 || size.height === 0) return scene;
    stage.resize(size.width, size.height, size.ratio);
    await this.paintPieces(stage);
    return scene;
  }

  /** A scene that is new to the stage is drawn a little later and in slices: all at once, its first picture would hold the page up. */
  private async drawInPieces(): Promise<void> {
    if (!this.stage || !this.canDraw || this.released) return;
    const { stage } = this;
    const coming = (this.coming = {});
    this.forgetRequest();
    // Who set the scene may still say which moment is to be seen.
    await breath();
    if (this.coming === coming) await this.paintPieces(stage);
    if (this.coming !== coming) return;
    this.coming = undefined;
    if (this.dirty) this.drawNow();
  }

  /** Paints ahead what the next drawing shows, and again where another moment is due by then. */
  private async paintPieces(stage: Stage): Promise<void> {
    let painted: Drawing | undefined;
    for (let turn = 0; turn < MOST_TURNS; turn++) {
      const drawing = this.host.drawing();
      if (!drawing || drawing.frame.time === painted?.frame.time) return;
      painted = drawing;
      // What cannot be painted is told by the draw, which meets it again.
      await inSlices(stage.prepare(drawing.frame, drawing.state, drawing.viewer)).catch(() => undefined);
    }
  }

  private forgetRequest(): void {
    cancelAnimationFrame(this.request);
    this.request = 0;
  }

  /** Words of another language may need a font that was not there when the scene was set. */
  private async loadMoreFonts(scene: Scene): Promise<void> {
    const before = document.fonts.size;
    await loadFonts(wordsOf(scene.trace));
    if (document.fonts.size === before || this.scene !== scene) return;
    this.stage?.setScene(scene);
    this.invalidate();
  }

  private adopt(stage: Stage, theme: Theme, shown: Scene | undefined): void {
    const canvas = stage.canvas as HTMLCanvasElement;
    canvas.className = 'canvas';
    this.stage = stage;
    this.released = false;
    if (this.settings && this.settings.theme !== theme) stage.setTheme(this.settings.theme);
    stage.setView(this.settings?.view ?? 'map');
    // While it was prepared, another scene may have come.
    if (this.scene && this.scene !== shown) stage.setScene(this.scene);
    if (this.size.width > 0 && this.size.height > 0) stage.resize(this.size.width, this.size.height, this.size.ratio);
    this.place?.append(canvas);
    this.drawNow();
    if (stage.draws > 0) this.standIn?.remove();
    // It may have gone out of sight while it was made.
    else this.release();
  }

  private release(): void {
    if (!this.stage || this.released || this.visibility?.seen) return;
    this.forgetRequest();
    if (this.stage.draws > 0) this.standIn?.keep(this.stage.canvas as HTMLCanvasElement);
    this.stage.release();
    this.released = true;
    shelve(this);
  }

  /** The printer waits for nobody: who has no stage is drawn by another one, if the page has one. */
  private drawForPaper(): void {
    if (this.size.width === 0) this.visibility?.measure();
    const { scene, settings, size } = this;
    const drawing = size.width > 0 && size.height > 0 ? this.host.drawing() : undefined;
    if (!scene || !settings || !drawing) return;
    try {
      const picture = drawOnSpare({ scene, settings, size, drawing: [drawing.frame, drawing.state, drawing.viewer] });
      if (picture) this.standIn?.keep(picture, picture.width);
    } catch {
      // What cannot be drawn is told where it is looked at.
    }
  }

  private restore(): void {
    this.released = false;
    unshelve(this);
    this.stage?.resize(this.size.width, this.size.height, this.size.ratio);
    this.standIn?.remove();
  }

  /** One failure may be a lost context: a fresh stage often draws again. A second one is told. */
  private failed(error: unknown): void {
    if (this.failures++ === 0) this.remake();
    else this.host.stageFailed(error);
  }

  private remake(): void {
    this.drop();
    if (this.visibility?.seen) void this.make();
  }

  private drop(): void {
    unshelve(this);
    this.forgetRequest();
    this.released = false;
    this.coming = undefined;
    (this.stage?.canvas as HTMLCanvasElement | undefined)?.remove();
    this.stage?.destroy();
    this.stage = undefined;
    this.dirty = true;
  }

  private destroy(): void {
    clearTimeout(this.releaseTimer);
    this.drop();
    this.standIn?.remove();
    this.standIn = undefined;
    this.place = undefined;
    this.visibility = undefined;
  }
}
