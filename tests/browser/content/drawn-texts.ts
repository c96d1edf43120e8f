import { Painter } from '../../../src/stage/painter.ts';
import type { TextLook } from '../../../src/stage/text-look.ts';

/** A text as it was painted: its size and opacity on screen. */
export interface DrawnText {
  readonly text: string;
  /** CSS px. */
  readonly size: number;
  readonly weight: number;
  readonly color: number;
  readonly alpha: number;
}

/** Listens to every text that a stage paints from now on: the display list says what is there, this says how large and how pale. */
export class TextWatch {
  private readonly original = Painter.prototype.text;
  private drawn: DrawnText[] = [];

  constructor() {
    const { original } = this;
    const note = (painter: Painter, text: string, look: TextLook): void => {
      const { size, weight, color, alpha = 1 } = look;
      if (text !== '' && alpha > 0.01) this.drawn.push({ text, size: size * painter.root.scale.y, weight, color, alpha });
    };
    Painter.prototype.text = function (this: Painter, text, x, y, look) {
      note(this, text, look);
      return original.call(this, text, x, y, look);
    };
  }

  /** What was painted since the last call; bitmaps that are shown again are not painted again. */
  take(): DrawnText[] {
    const { drawn } = this;
    this.drawn = [];
    return drawn;
  }

  stop(): void {
    Painter.prototype.text = this.original;
  }
}
