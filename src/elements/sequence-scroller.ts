import type { SequenceLayout } from '../layout/types.ts';
import type { Rect } from '../shared/geometry.ts';
import { sequenceCamera, type RowSpan } from '../stage/sequence-scroll.ts';

/** Where the sequence stands when nobody scrolls it, and in which pane. CSS px. */
export interface SequencePlace {
  readonly pane: Rect;
  readonly layout: SequenceLayout;
  /** The row that is kept in view. */
  readonly row: number;
  /** The rows that a still keeps in view. */
  readonly span?: RowSpan | undefined;
}

/** How far a viewer has scrolled the sequence away from where the story keeps it; never beyond its ends. CSS px. */
export class SequenceScroller {
  private x = 0;
  private y = 0;

  /** The part of a move that there is room for; nothing is left of it at an end, and then the page may scroll. */
  move(dx: number, dy: number, place: SequencePlace): { readonly dx: number; readonly dy: number } {
    const { pane, layout, row, span } = place;
    const { scale, x, y } = sequenceCamera(pane, layout, row, span);
    const moved = {
      dx: within(x + this.x, dx, pane.width - layout.size.width * scale),
      dy: within(y + this.y, dy, pane.height - layout.size.height * scale),
    };
    this.x += moved.dx;
    this.y += moved.dy;
    return moved;
  }

  /** What has to be moved back, and forgets it: the story has gone on to another step. */
  goBack(): { readonly dx: number; readonly dy: number } | undefined {
    const { x, y } = this;
    this.x = 0;
    this.y = 0;
    return x === 0 && y === 0 ? undefined : { dx: -x, dy: -y };
  }
}

/** Keeps an offset between the far end (`least`, negative where there is more than fits) and 0. */
function within(at: number, by: number, least: number): number {
  if (least >= 0) return 0;
  const next = Math.min(0, Math.max(least, at + by));
  // Half a pixel is no room: a page must not get stuck on it.
  return Math.abs(next - at) < 0.5 || Math.sign(next - at) !== Math.sign(by) ? 0 : next - at;
}
