/** Room around the window in which a player counts as seen, so that its picture is there before it scrolls in. */
const MARGIN = '200px';

/** What a place on the page tells: whether it can be seen, how large it is, at which pixel ratio. */
export interface PlaceHost {
  placeSeen(seen: boolean): void;
  placeResized(width: number, height: number, pixelRatio: number): void;
  /** The page is about to be printed, or has been. */
  placePrinted(printing: boolean): void;
}

/** Watches the place of a stage: intersection, the tab's visibility, size, pixel ratio (zoom, another screen). */
export class StageVisibility {
  private readonly host: PlaceHost;
  private place: HTMLElement | undefined;
  private readonly intersections: IntersectionObserver;
  private readonly sizes: ResizeObserver;
  private ratio: MediaQueryList | undefined;
  private inWindow = false;

  constructor(host: PlaceHost) {
    this.host = host;
    this.intersections = new IntersectionObserver((entries) => this.intersected(entries), { rootMargin: MARGIN });
    this.sizes = new ResizeObserver(() => this.measure());
  }

  /** In or near the window, in a tab that is shown. */
  get seen(): boolean {
    return this.inWindow && document.visibilityState === 'visible';
  }

  /** Starts to watch a place; an element that was moved is watched anew. */
  watch(place: HTMLElement): void {
    this.unwatch();
    this.place = place;
    this.intersections.observe(place);
    this.sizes.observe(place);
    document.addEventListener('visibilitychange', this.onVisibility);
    window.addEventListener('resize', this.onWindow);
    window.addEventListener('beforeprint', this.onPrint);
    window.addEventListener('afterprint', this.onPrint);
    this.followRatio();
  }

  /** Lets go of everything. */
  unwatch(): void {
    this.place = undefined;
    this.inWindow = false;
    this.intersections.disconnect();
    this.sizes.disconnect();
    document.removeEventListener('visibilitychange', this.onVisibility);
    window.removeEventListener('resize', this.onWindow);
    window.removeEventListener('beforeprint', this.onPrint);
    window.removeEventListener('afterprint', this.onPrint);
    this.ratio?.removeEventListener('change', this.onRatio);
    this.ratio = undefined;
  }

  /** Tells the size anew. */
  measure(): void {
    if (!this.place) return;
    const { clientWidth, clientHeight } = this.place;
    // A deck of slides scales by a transform, which no observer tells.
    const scale = clientWidth > 0 ? this.place.getBoundingClientRect().width / this.place.offsetWidth : 1;
    this.host.placeResized(clientWidth, clientHeight, devicePixelRatio * (scale > 0 && Number.isFinite(scale) ? scale : 1));
  }

  private intersected(entries: readonly IntersectionObserverEntry[]): void {
    this.inWindow = entries.at(-1)?.isIntersecting ?? false;
    this.host.placeSeen(this.seen);
  }

  private readonly onVisibility = (): void => this.host.placeSeen(this.seen);

  private readonly onPrint = ({ type }: Event): void => this.host.placePrinted(type === 'beforeprint');

  /** A deck follows the window by its transform, after its own listener has run. */
  private readonly onWindow = (): void => void requestAnimationFrame(() => this.measure());

  private readonly onRatio = (): void => {
    this.followRatio();
    this.measure();
  };

  /** A query for the ratio of now; it fires once when the ratio is another one. */
  private followRatio(): void {
    this.ratio?.removeEventListener('change', this.onRatio);
    this.ratio = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
    this.ratio.addEventListener('change', this.onRatio);
  }
}
