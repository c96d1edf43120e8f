import type { Scenario } from '../scenario/model.ts';
import type { LinkTheme } from './link.ts';

/** What a card shows: a scenario in a theme and a language, in device pixels per CSS px. Width and height are CSS px. */
export interface StillOrder {
  readonly scenario: Scenario;
  readonly theme: LinkTheme;
  readonly language: string;
  readonly width: number;
  readonly height: number;
  readonly pixelRatio: number;
}

/** Draws one picture. */
export type StillPainter = (order: StillOrder, signal: AbortSignal) => Promise<ImageBitmap>;

/** Pictures that are kept for a return to the gallery; about 1 MB each. */
const KEPT = 40;

/**
 * The gallery's pictures. One stage draws them all, one after the other, and lets the page breathe between two: a gallery of many cards
 * must not stop anybody from scrolling. The last ones are kept.
 */
export class Stills {
  private readonly kept = new Map<string, ImageBitmap>();
  private last: Promise<unknown> = Promise.resolve();
  private readonly ids = new WeakMap<Scenario, number>();
  private nextId = 1;

  constructor(private readonly paint: StillPainter) {}

  /** The picture; the receiver must not close it. Rejects with the signal's reason, or with what the drawing threw. */
  order(order: StillOrder, signal: AbortSignal): Promise<ImageBitmap> {
    const key = this.keyOf(order);
    const turn = this.last.then(() => this.draw(key, order, signal));
    this.last = turn.catch(() => undefined).then(breath);
    return turn;
  }

  /** Frees every picture. */
  dispose(): void {
    for (const picture of this.kept.values()) picture.close();
    this.kept.clear();
  }

  private async draw(key: string, order: StillOrder, signal: AbortSignal): Promise<ImageBitmap> {
    signal.throwIfAborted();
    const known = this.kept.get(key);
    if (known) return known;
    const picture = await this.paint(order, signal);
    this.kept.set(key, picture);
    for (const [oldest, old] of this.kept) {
      if (this.kept.size <= KEPT) break;
      this.kept.delete(oldest);
      old.close();
    }
    return picture;
  }

  private keyOf({ scenario, theme, language, width, height, pixelRatio }: StillOrder): string {
    const id = this.ids.get(scenario) ?? this.nextId++;
    this.ids.set(scenario, id);
    return [id, theme, language, width, height, pixelRatio].join(' ');
  }
}

function breath(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
}
