import { CanvasSource, Container, RendererType, RenderTexture, Sprite, Texture, type Renderer } from 'pixi.js';
import { AT_REST, type Camera } from '../look/camera.ts';
import type { Size } from '../shared/geometry.ts';
import type { Work } from '../shared/work.ts';

/** A bitmap that may be interrupted is drawn so many shapes, texts and icons at a time. */
export const PIECE = 16;

/** What rests, shown as a bitmap that is drawn anew only when its key changes. */
export class StillLayer {
  readonly root = new Container();
  private readonly bench = new Container();
  private readonly sprite = new Sprite();
  private texture: Texture | undefined;
  private key = '';

  constructor(
    private readonly renderer: Renderer,
    private readonly content: Container,
  ) {
    this.root.addChild(this.sprite);
  }

  get isShown(): boolean {
    return this.sprite.visible;
  }

  /** Shows nothing; the bitmap is kept. */
  hide(): void {
    this.sprite.visible = false;
  }

  /**
   * Shows the bitmap of a key; `paint` is called when there is none, to paint the content. `key` must name all
   * that the content shows; `at` is where the bitmap stands and how large; `piece` is how much of the content is drawn without an interruption.
   */
  *showBitmap(key: string, size: Size, pixelRatio: number, paint: () => Work<void>, at: Camera = AT_REST, piece = Infinity): Work<void> {
    this.sprite.position.set(at.x, at.y);
    this.sprite.scale.set(at.scale);
    this.sprite.visible = true;
    if (key !== this.key || !this.texture) {
      // What is half drawn is nobody's picture.
      this.key = '';
      yield* paint();
      yield* this.renderBitmap(size, pixelRatio, piece);
      this.key = key;
    }
  }

  /** Frees the bitmap; the next one is drawn anew. */
  free(): void {
    this.key = '';
    this.sprite.texture = Texture.EMPTY;
    this.discard();
  }

  destroy(): void {
    this.free();
    this.sprite.destroy();
    this.bench.destroy();
    this.root.destroy();
  }

  private *renderBitmap(size: Size, pixelRatio: number, piece: number): Work<void> {
    const { texture } = this;
    if (texture?.width !== size.width || texture.height !== size.height || texture.source.resolution !== pixelRatio) {
      this.discard();
      this.texture = this.bitmap(size, pixelRatio);
      this.sprite.texture = this.texture;
    }
    // Only a canvas is the same whether it is drawn on once or several times: WebGL smooths the edges of each drawing by themselves.
    const most = this.renderer.type === RendererType.CANVAS ? piece : Infinity;
    const { children } = this.content;
    try {
      for (let from = 0; from === 0 || from < children.length; from += most) {
        if (from > 0) yield;
        children.forEach((child, at) => void (child.visible = at >= from && at < from + most));
        this.bench.addChild(this.content);
        this.renderer.render({ container: this.bench, target: this.texture as Texture, clear: from === 0, clearColor: this.renderer.background.color });
        this.bench.removeChild(this.content);
      }
    } finally {
      for (const child of children) child.visible = true;
    }
  }

  /** Gives the bitmap's memory back at once: a browser would wait until it looks for what is not used any more. */
  private discard(): void {
    const source = this.texture?.source;
    const canvas = source instanceof CanvasSource ? source.resource : undefined;
    this.texture?.destroy(true);
    this.texture = undefined;
    if (canvas) canvas.width = canvas.height = 0;
  }

  /** An opaque canvas where the renderer draws to one, unless it is bare: it is copied without blending, in a third of the time. */
  private bitmap({ width, height }: Size, resolution: number): Texture {
    if (this.renderer.type !== RendererType.CANVAS) return RenderTexture.create({ width, height, resolution, antialias: true });
    const canvas = typeof document === 'undefined' ? new OffscreenCanvas(1, 1) : document.createElement('canvas');
    canvas.width = Math.round(width * resolution);
    canvas.height = Math.round(height * resolution);
    canvas.getContext('2d', { alpha: this.renderer.background.alpha < 1 });
    return new Texture({ source: new CanvasSource({ resource: canvas, width, height, resolution }) });
  }
}
