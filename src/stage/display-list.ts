import type { Point, Rect } from '../shared/geometry.ts';
import type { Camera } from '../look/camera.ts';

/** Something that the last draw put on screen. */
export interface DisplayItem {
  readonly kind: 'hop' | 'label' | 'badge' | 'count' | 'gauge' | 'node' | 'note' | 'stream' | 'row' | 'failure' | 'work' | 'clock' | 'group' | 'edge' | 'standing' | 'lit';
  /** A node's or group's id, an edge's id for itself, a standing connection and a stream, a message's index for hops, labels and rows. */
  readonly id: string | number;
  readonly text?: string;
  readonly number?: string;
  /** CSS px of the canvas. */
  readonly box: Rect;
  readonly opacity: number;
}

/** Collects what a view draws, in the view's own units; asked for, it is given in CSS px, cut to the view. */
export class DisplayRecorder {
  private items: DisplayItem[] = [];

  clear(): void {
    this.items = [];
  }

  add(item: DisplayItem): void {
    if (item.opacity > 0.01) this.items.push(item);
  }

  /** The id of the uppermost item of some kinds at a point, in the view's own units. */
  at(point: Point, kinds: readonly DisplayItem['kind'][]): string | number | undefined {
    const found = this.items.findLast(({ kind, box }) =>
      kinds.includes(kind) && point.x >= box.x && point.x < box.x + box.width && point.y >= box.y && point.y < box.y + box.height);
    return found?.id;
  }

  /** The items in CSS px; what lies wholly outside the view is left out. */
  list(camera: Camera, view: Rect): DisplayItem[] {
    const shown: DisplayItem[] = [];
    for (const item of this.items) {
      const box = {
        x: view.x + camera.x + item.box.x * camera.scale,
        y: view.y + camera.y + item.box.y * camera.scale,
        width: item.box.width * camera.scale,
        height: item.box.height * camera.scale,
      };
      if (box.x < view.x + view.width && view.x < box.x + box.width && box.y < view.y + view.height && view.y < box.y + box.height) {
        shown.push({ ...item, box });
      }
    }
    return shown;
  }
}
