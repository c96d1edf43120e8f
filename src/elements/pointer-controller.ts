import type { Hit } from '../stage/stage.ts';

/** Pixels that a press may move and still be a click. */
const SLOP = 5;
/** What one notch of a wheel with Ctrl zooms by. */
const WHEEL_ZOOM = 0.0022;

/** What hands do on the stage; places are CSS px from the stage's corner. */
export interface PointerHost {
  hitTest(x: number, y: number): Hit | null;
  hovered(hit: Hit | null): void;
  clicked(hit: Hit | null): void;
  pan(dx: number, dy: number, atX: number, atY: number): void;
  zoom(x: number, y: number, factor: number): void;
  resetCamera(): void;
  /** The viewer's camera is away from rest, so a finger moves the picture instead of the page. */
  readonly moved: boolean;
  /** Scrolls what is under a point; false where there is nothing to scroll that way, which is then the page's. */
  scroll(dx: number, dy: number, atX: number, atY: number): boolean;
}

interface Place {
  readonly x: number;
  readonly y: number;
}

/** Drag, wheel, pinch, click and double click on the stage. The page can still be scrolled over it: zooming takes Ctrl or two fingers. */
export class PointerController {
  private readonly host: PointerHost;
  private place: HTMLElement | undefined;
  private listeners: AbortController | undefined;
  private readonly pointers = new Map<number, Place>();
  private travelled = 0;
  private pinch = 0;

  constructor(host: PointerHost) {
    this.host = host;
  }

  connect(place: HTMLElement): void {
    this.disconnect();
    this.place = place;
    this.listeners = new AbortController();
    const { signal } = this.listeners;
    place.addEventListener('pointerdown', this.onDown, { signal });
    place.addEventListener('pointermove', this.onMove, { signal });
    place.addEventListener('pointerup', this.onUp, { signal });
    place.addEventListener('pointercancel', this.onCancel, { signal });
    place.addEventListener('pointerleave', this.onLeave, { signal });
    place.addEventListener('dblclick', this.onDouble, { signal });
    place.addEventListener('wheel', this.onWheel, { signal, passive: false });
  }

  disconnect(): void {
    this.listeners?.abort();
    this.pointers.clear();
    this.place = undefined;
  }

  private readonly onDown = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse' && event.button !== 0) return;
    this.pointers.set(event.pointerId, this.placeOf(event));
    if (this.pointers.size === 1) this.travelled = 0;
    this.pinch = this.spread();
    // A finger that may be scrolling the page is left to it until the picture has been zoomed.
    if (event.pointerType !== 'touch' || this.host.moved || this.pointers.size > 1) this.place?.setPointerCapture(event.pointerId);
  };

  private readonly onMove = (event: PointerEvent): void => {
    const at = this.placeOf(event);
    const before = this.pointers.get(event.pointerId);
    if (!before) return this.host.hovered(this.host.hitTest(at.x, at.y));
    this.pointers.set(event.pointerId, at);
    this.travelled += Math.hypot(at.x - before.x, at.y - before.y);
    if (this.pointers.size > 1) return this.pinched(at, before);
    if (this.travelled > SLOP && (event.pointerType !== 'touch' || this.host.moved)) this.host.pan(at.x - before.x, at.y - before.y, at.x, at.y);
  };

  private readonly onUp = (event: PointerEvent): void => {
    const wasDown = this.pointers.delete(event.pointerId);
    this.pinch = this.spread();
    if (!wasDown || this.pointers.size > 0 || this.travelled > SLOP) return;
    const { x, y } = this.placeOf(event);
    this.host.clicked(this.host.hitTest(x, y));
  };

  private readonly onCancel = (event: PointerEvent): void => {
    this.pointers.delete(event.pointerId);
    this.travelled = Infinity;
  };

  private readonly onLeave = (): void => this.host.hovered(null);

  private readonly onDouble = (): void => this.host.resetCamera();

  private readonly onWheel = (event: WheelEvent): void => {
    const { x, y } = this.placeOf(event);
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 16 : 1;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.host.zoom(x, y, Math.exp(-event.deltaY * lines * WHEEL_ZOOM));
    } else if (this.host.scroll(-event.deltaX * lines, -event.deltaY * lines, x, y)) {
      event.preventDefault();
    }
  };

  /** Two fingers: zoom around their middle and move with it. */
  private pinched(at: Place, before: Place): void {
    const spread = this.spread();
    const [a, b] = [...this.pointers.values()];
    if (!a || !b) return;
    const middle = { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
    if (this.pinch > 0 && spread > 0) this.host.zoom(middle.x, middle.y, spread / this.pinch);
    this.host.pan((at.x - before.x) / 2, (at.y - before.y) / 2, middle.x, middle.y);
    this.pinch = spread;
  }

  private spread(): number {
    const [a, b] = [...this.pointers.values()];
    return a && b ? Math.hypot(a.x - b.x, a.y - b.y) : 0;
  }

  private placeOf(event: MouseEvent): Place {
    const box = this.place?.getBoundingClientRect();
    if (!box || !this.place) return { x: 0, y: 0 };
    const scale = box.width > 0 ? this.place.clientWidth / box.width : 1;
    return { x: (event.clientX - box.left) * scale, y: (event.clientY - box.top) * scale };
  }
}
