import { Container, RenderTexture, Sprite, type Renderer } from 'pixi.js';
import type { Point, Size } from '../shared/geometry.ts';

/** What rests, shown as a bitmap that is drawn anew only when its key changes; or drawn directly while it moves. */
export class StillLayer {
  readonly root = new Container();
  private readonly bench = new Container();
  private readonly sprite = new Sprite();
  private texture: RenderTexture | undefined;
  private key = '';
  private asBitmap = false;

  constructor(
    private readonly renderer: Renderer,
    private readonly content: Container,
  ) {
    this.root.addChild(content);
  }

  /** Draws the content itself, every frame. */
  showDirect(): void {
    if (this.asBitmap) {
      this.root.removeChildren();
      this.root.addChild(this.content);
    }
    this.asBitmap = false;
  }

  /**
   * Shows the bitmap of a key; `paint` is called when there is none, to paint the content. `key` must name all
   * that the content shows; `at` is where the bitmap's corner stands.
   */
  showBitmap(key: string, size: Size, pixelRatio: number, paint: () => void, at: Point = { x: 0, y: 0 }): void {
    this.sprite.position.set(at.x, at.y);
    if (key !== this.key || !this.texture) {
      paint();
      this.renderBitmap(size, pixelRatio);
      this.key = key;
    }
    if (!this.asBitmap) {
      this.root.removeChildren();
      this.root.addChild(this.sprite);
    }
    this.asBitmap = true;
  }

  /** Frees the bitmap; the next one is drawn anew. */
  free(): void {
    this.key = '';
    this.sprite.texture = RenderTexture.EMPTY as RenderTexture;
    this.texture?.destroy(true);
    this.texture = undefined;
  }

  destroy(): void {
    this.free();
    this.sprite.destroy();
    this.bench.destroy();
    this.root.destroy();
  }

  private renderBitmap(size: Size, pixelRatio: number): void {
    if (!this.texture || this.texture.width !== size.width || this.texture.height !== size.height || this.texture.source.resolution !== pixelRatio) {
      this.texture?.destroy(true);
      this.texture = RenderTexture.create({ width: size.width, height: size.height, resolution: pixelRatio, antialias: true });
      this.sprite.texture = this.texture;
    }
    this.bench.addChild(this.content);
    this.renderer.render({ container: this.bench, target: this.texture, clear: true, clearColor: [0, 0, 0, 0] });
    this.bench.removeChild(this.content);
  }
}
