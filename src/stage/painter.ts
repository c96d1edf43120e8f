import { Container, Graphics, Text } from 'pixi.js';
import type { IconSource } from './icon.ts';
import type { TextCache } from './text-cache.ts';
import type { TextLook } from './text-look.ts';

/** From the painter's units to device pixels, for texts to stand on whole pixels; without it they are not moved. */
export interface PixelGrid {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Paints in order, like a canvas, and keeps what it can: shapes that follow one another share a `Graphics`, texts and icons are taken
 * again from the last painting. So a picture depends on what is painted now, never on what was painted before.
 */
export class Painter {
  readonly root = new Container();
  private readonly shapes: Graphics[] = [];
  private readonly icons = new Map<string, Graphics[]>();
  private readonly texts = new Map<string, Text[]>();
  private nodes: Container[] = [];
  private open: Graphics | undefined;
  private shapesUsed = 0;
  private iconsUsed = new Map<string, number>();
  private textsUsed = new Map<string, number>();
  private raster = 1;
  private grid: PixelGrid | undefined;

  constructor(
    private readonly cache: TextCache,
    private readonly iconSource: IconSource,
  ) {}

  /** Starts a new painting; `raster` is the resolution of its texts. */
  begin(raster: number, grid?: PixelGrid): void {
    this.nodes = [];
    this.open = undefined;
    this.shapesUsed = 0;
    this.iconsUsed.clear();
    this.textsUsed.clear();
    this.raster = raster;
    this.grid = grid;
  }

  /** The shapes to paint on now: above all that was painted so far. */
  get g(): Graphics {
    return (this.open ??= this.nextShapes());
  }

  text(text: string, x: number, y: number, look: TextLook): Text | undefined {
    if (text === '' || look.alpha === 0) return undefined;
    const node = this.takeText(text, look);
    const align = look.align ?? 0;
    node.alpha = look.alpha ?? 1;
    const left = x - node.width * align;
    const top = y - node.height / 2;
    if (this.grid) {
      const { scale, x: gx, y: gy } = this.grid;
      node.position.set((Math.round(left * scale + gx) - gx) / scale, (Math.round(top * scale + gy) - gy) / scale);
    } else node.position.set(left, top);
    this.add(node);
    return node;
  }

  icon(path: string, x: number, y: number, size: number, color: number, alpha: number): void {
    const key = `${color}:${path}`;
    const pool = this.icons.get(key) ?? [];
    this.icons.set(key, pool);
    const at = this.iconsUsed.get(key) ?? 0;
    this.iconsUsed.set(key, at + 1);
    const node = (pool[at] ??= new Graphics(this.iconSource.context(path, color)));
    node.alpha = alpha;
    node.position.set(x, y);
    node.scale.set(size / this.iconSource.span);
    this.add(node);
  }

  /** Puts what was painted in place of the last painting. */
  end(): void {
    const children = this.root.children;
    const same = children.length === this.nodes.length && this.nodes.every((node, i) => children[i] === node);
    if (!same) {
      this.root.removeChildren();
      if (this.nodes.length > 0) this.root.addChild(...this.nodes);
    }
    this.forgetTexts();
  }

  destroy(): void {
    this.root.removeChildren();
    for (const shape of this.shapes) shape.destroy();
    for (const pool of this.icons.values()) for (const icon of pool) icon.destroy();
    for (const pool of this.texts.values()) for (const text of pool) text.destroy();
    this.root.destroy();
  }

  private add(node: Container): void {
    this.nodes.push(node);
    this.open = undefined;
  }

  private nextShapes(): Graphics {
    const shape = (this.shapes[this.shapesUsed] ??= new Graphics());
    this.shapesUsed++;
    shape.clear();
    this.nodes.push(shape);
    return shape;
  }

  private takeText(text: string, look: TextLook): Text {
    const key = `${look.size}|${look.weight}|${look.color}|${look.align ?? 0}|${look.leading ?? 0}|${text}`;
    const pool = this.texts.get(key) ?? [];
    this.texts.set(key, pool);
    const at = this.textsUsed.get(key) ?? 0;
    this.textsUsed.set(key, at + 1);
    const node = (pool[at] ??= new Text({ text, style: this.cache.style(look), resolution: this.raster }));
    if (node.resolution !== this.raster) node.resolution = this.raster;
    return node;
  }

  /** Texts that were not painted are kept for a while: the next step often has them again. */
  private forgetTexts(): void {
    if (this.texts.size < this.textsUsed.size + 240) return;
    for (const [key, pool] of this.texts) {
      if (this.textsUsed.has(key)) continue;
      for (const text of pool) text.destroy();
      this.texts.delete(key);
    }
  }
}
