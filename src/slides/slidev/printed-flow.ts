import type { HoplinePlayer } from '../../elements/hopline-player.ts';
import { paintSteps } from '../../elements/paint-steps.ts';
import { isTold, printedCaption } from '../printed-caption.ts';
import type { Place } from '../step-follower.ts';
import { loaded, soon } from '../waiting.ts';
import { createPlayer, type FlowSettings } from './flow-player.ts';
import type { FlowView } from './live-flow.ts';

/** Seconds that a scenario may take to load; it is printed without a picture then. */
const PATIENCE = 20;
/** Device pixels per CSS px of a printed picture, at least: sharp on paper. */
const PIXEL_RATIO = 2;
/** What failed is told in the console; an empty picture keeps its place. */
const NOTHING: Printed = { src: 'data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg"/>', alt: '', caption: undefined };

/** A picture of a step, or of before the first one, and what stands below it. */
interface Printed {
  readonly src: string;
  readonly alt: string;
  /** As high with every picture, and there with the one before the first step too, so that all pictures have one size. */
  readonly caption: HTMLElement | undefined;
}
type Pictures = readonly Printed[];

/** By all that they depend on: on paper a slide is there once for each of its clicks, and its steps need to be drawn once only. */
const painted = new Map<string, Promise<Pictures>>();

/** A flow on paper: a picture of the step. Slidev’s exporter waits until what carries `data-ready` is there. */
export class PrintedFlow implements FlowView {
  private readonly figure = document.createElement('figure');
  private readonly image = document.createElement('img');
  private place: Place | undefined;
  private pictures: Pictures | undefined;
  private readonly resized: ResizeObserver;

  constructor(private readonly root: HTMLElement, private settings: FlowSettings, private readonly stepsKnown: (count: number) => void) {
    this.figure.className = 'hopline-flow-print';
    this.figure.append(this.image);
    root.append(this.figure);
    this.resized = new ResizeObserver(() => void this.paint());
    this.resized.observe(root);
  }

  follow(place: Place): void {
    this.place = place;
    this.show();
  }

  dress(attributes: FlowSettings['attributes']): void {
    this.settings = { ...this.settings, attributes };
    void this.paint();
  }

  remove(): void {
    this.resized.disconnect();
    this.figure.remove();
  }

  private async paint(): Promise<void> {
    const { root, settings } = this;
    const { clientWidth: width, clientHeight: height } = root;
    // Of a slide that is not shown nothing is wanted, and it has no size.
    if (width === 0 || height === 0) return;
    const key = JSON.stringify([settings, width, height]);
    delete this.image.dataset['ready'];
    if (!painted.has(key)) painted.set(key, paint(root, settings, width, height));
    const pictures = await painted.get(key);
    if (settings !== this.settings || !pictures) return;
    this.pictures = pictures;
    if (pictures.length > 0) this.stepsKnown(pictures.length - 1);
    this.show();
  }

  private show(): void {
    const { image, pictures, place } = this;
    if (!pictures || !place) return;
    const { src, alt, caption } = pictures[Math.min(place.state, pictures.length - 1)] ?? NOTHING;
    delete image.dataset['ready'];
    image.src = src;
    image.alt = alt;
    this.figure.replaceChildren(image, ...(caption ? [caption.cloneNode(true)] : []));
    const done = (): unknown => (image.dataset['ready'] = '');
    void image.decode().then(done, done);
  }
}

async function paint(root: HTMLElement, settings: FlowSettings, width: number, height: number): Promise<Pictures> {
  const player = createPlayer(settings);
  player.style.cssText = 'position: absolute; inset: 0; visibility: hidden';
  root.append(player);
  try {
    await soon(customElements.whenDefined('hopline-player').then(() => loaded(player)), PATIENCE);
    const captions = isTold(player) ? captionsOf(player, root) : [];
    const size = { width, height: height - Number.parseFloat(captions[0]?.style.height ?? '0'), pixelRatio: Math.max(PIXEL_RATIO, devicePixelRatio) };
    const blobs = await paintSteps(player, size);
    return blobs.map((blob, index) => ({ src: URL.createObjectURL(blob), alt: player.steps[index - 1]?.say ?? '', caption: captions[index] }));
  } catch (error) {
    console.error('Hopline could not print a player:', error);
    return [];
  } finally {
    player.remove();
  }
}

/** What stands below each picture, all as high as the longest of them. */
function captionsOf({ steps }: HoplinePlayer, root: HTMLElement): HTMLElement[] {
  const captions = [document.createElement('figcaption'), ...steps.map(printedCaption)];
  const probe = document.createElement('figure');
  probe.className = 'hopline-flow-print';
  probe.style.cssText = 'display: block; visibility: hidden';
  probe.append(...captions);
  root.append(probe);
  const height = Math.max(...captions.map(({ offsetHeight }) => offsetHeight));
  probe.remove();
  for (const caption of captions) caption.style.height = `${height}px`;
  return captions;
}
