/** Bytes that all sheets of a picture may take together. */
const MOST_BYTES = 150e6;
const MOST = 40;
const LEAST = 2;

/** A canvas on which pictures of a film are put together, and which of the stage's pictures stands on it. */
export interface PictureSheet {
  readonly canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
  /** Its number among those that the stage has drawn; 0: none yet. */
  shown: number;
}

/**
 * Sheets that are drawn on in turn. An encoder reads a picture while the next ones are drawn: on the same canvas each of them would begin with a copy of
 * all its pixels, which takes as long as drawing.
 */
export class PictureSheets {
  private readonly sheets: PictureSheet[];
  /** How many there are. */
  readonly most: number;
  private at = 0;

  constructor(private readonly width: number, private readonly height: number, private readonly transparent: boolean) {
    this.most = Math.max(LEAST, Math.min(MOST, Math.floor(MOST_BYTES / (4 * width * height))));
    this.sheets = [this.make()];
  }

  /** The one that is drawn on now. */
  get current(): PictureSheet {
    return this.sheets[this.at] as PictureSheet;
  }

  /** Goes on to the next one; only as many are made as are needed. */
  turn(): void {
    this.at = (this.at + 1) % this.most;
    if (this.at === this.sheets.length) this.sheets.push(this.make());
  }

  /** Gives their memory back at once: a browser would wait until it looks for what is not used any more. */
  dispose(): void {
    for (const { canvas } of this.sheets) canvas.width = canvas.height = 0;
  }

  /** Encoders read the picture back: it is kept where that is cheap. */
  private make(): PictureSheet {
    const canvas = new OffscreenCanvas(this.width, this.height);
    const context = canvas.getContext('2d', { alpha: this.transparent, willReadFrequently: true });
    if (!context) throw new Error('This browser gives no canvas to draw on.');
    return { canvas, context, shown: 0 };
  }
}
