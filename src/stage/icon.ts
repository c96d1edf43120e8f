import { GraphicsContext, GraphicsPath, Matrix } from 'pixi.js';

/** Curves are broken into lines at this size; larger than any icon is drawn, so that they stay round when zoomed. */
const DETAIL = 6;

/** Icons as shared stroke lists, by path data and colour. */
export class IconSource {
  /** The side of an icon before it is scaled. */
  readonly span = 24 * DETAIL;
  private readonly contexts = new Map<string, GraphicsContext>();

  context(path: string, color: number): GraphicsContext {
    const key = `${color}:${path}`;
    let context = this.contexts.get(key);
    if (!context) {
      const shape = new GraphicsPath(path).transform(new Matrix().scale(DETAIL, DETAIL));
      context = new GraphicsContext().path(shape).stroke({ width: 1.8 * DETAIL, color, cap: 'round', join: 'round' });
      this.contexts.set(key, context);
    }
    return context;
  }

  destroy(): void {
    for (const context of this.contexts.values()) context.destroy();
    this.contexts.clear();
  }
}
