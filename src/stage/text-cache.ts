import { TextStyle } from 'pixi.js';
import { FONT_FAMILY } from '../look/type.ts';
import type { TextLook } from './text-look.ts';

/** Rungs on which texts are rasterised while the picture moves, so that no frame of a movement draws letters anew. */
const LADDER = [1, 1.5, 2, 3, 4] as const;

/** The rung at or above a scale. */
export function rung(scale: number): number {
  return LADDER.find((step) => step >= scale - 0.001) ?? 4;
}

/** A resting picture is rasterised at its own scale (whole pixels, crisp), in bounds that keep the bitmaps small. */
export function restingRaster(scale: number): number {
  return Math.min(6, Math.max(0.5, scale));
}

/** Text styles by what they are, shared by all texts that look alike. */
export class TextCache {
  private readonly styles = new Map<string, TextStyle>();

  style(look: TextLook): TextStyle {
    const leading = look.leading ?? 1.25;
    const key = `${look.size}|${look.weight}|${look.color}|${look.align ?? 0}|${leading}`;
    let style = this.styles.get(key);
    if (!style) {
      style = new TextStyle({
        fontFamily: [FONT_FAMILY, 'sans-serif'],
        fontSize: look.size,
        fontWeight: look.weight === 700 ? '700' : '500',
        fill: look.color,
        lineHeight: look.size * leading,
        align: look.align === 0.5 ? 'center' : look.align === 1 ? 'right' : 'left',
      });
      this.styles.set(key, style);
    }
    return style;
  }

  destroy(): void {
    for (const style of this.styles.values()) style.destroy();
    this.styles.clear();
  }
}
