import { panesFor } from '../stage/panes.ts';
import { spanOf } from '../stage/sequence-scroll.ts';
import type { Hit, ViewerLayer } from '../stage/stage.ts';
import type { PlayerElement, PlayerInside } from './player-face.ts';
import type { PointerHost } from './pointer-controller.ts';
import type { Selection } from './requests.ts';
import { SequenceScroller } from './sequence-scroller.ts';

/** What the viewer's hands do to the stage: hover, choose, and a camera of their own. None of it is part of the story. */
export class StageHands implements PointerHost {
  /** Of the stage, CSS px. */
  size = { width: 0, height: 0 };
  /** The viewer's own camera is not at rest. */
  moved = false;

  private readonly element: PlayerElement;
  private readonly core: PlayerInside;
  private readonly scroller = new SequenceScroller();
  private hover: Hit | null = null;

  constructor(element: PlayerElement, core: PlayerInside) {
    this.element = element;
    this.core = core;
  }

  /** The layer over the picture. */
  viewer(selection: Selection | undefined): ViewerLayer {
    const { hover } = this;
    const selected: Hit | undefined = selection && (selection.kind === 'node' ? selection : { kind: 'message', id: selection.index });
    return { ...(hover && this.element.controls && { hover }), ...(selected && { selected }), layers: this.core.layers.view };
  }

  hitTest(x: number, y: number): Hit | null {
    return this.core.stage.hitTest(x, y);
  }

  hovered(hit: Hit | null): void {
    if (hit?.kind === this.hover?.kind && hit?.id === this.hover?.id) return;
    this.hover = hit;
    this.element.renderRoot.querySelector('.place')?.toggleAttribute('data-hot', hit !== null && this.element.controls);
    this.core.stage.invalidate();
  }

  clicked(hit: Hit | null): void {
    if (!this.element.controls || this.core.presenting) return;
    if (!hit) return this.core.select(undefined);
    if (hit.kind === 'node') this.core.select({ kind: 'node', id: String(hit.id) });
    else if (hit.kind === 'message') this.core.select({ kind: 'message', index: Number(hit.id) });
    else this.core.select(this.messageOn(String(hit.id)));
  }

  pan(dx: number, dy: number, atX: number, atY: number): void {
    this.away(true);
    this.core.stage.pan(dx, dy, atX, atY);
  }

  zoom(x: number, y: number, factor: number): void {
    this.away(true);
    this.core.stage.zoom(x, y, factor);
  }

  /** Zooms around the stage's middle, for keys. */
  zoomMiddle(factor: number): void {
    this.zoom(this.size.width / 2, this.size.height / 2, factor);
  }

  resetCamera(): void {
    this.away(false);
    this.scroller.goBack();
    this.core.stage.resetCamera();
  }

  /** A zoomed picture moves, an overlong sequence scrolls; the rest is left to the page. */
  scroll(dx: number, dy: number, atX: number, atY: number): boolean {
    const { scene, stage } = this.core;
    if (this.moved) {
      stage.pan(dx, dy, atX, atY);
      return true;
    }
    const pane = panesFor(this.core.view, this.size, 1).sequence;
    if (!scene || !pane || atX < pane.x || atY < pane.y) return false;
    const frame = this.core.drawing()?.frame;
    const span = frame && spanOf(scene.trace, frame);
    const by = this.scroller.move(dx, dy, { pane, layout: scene.sequence, row: frame?.row ?? 0, span });
    if (by.dx === 0 && by.dy === 0) return false;
    stage.pan(by.dx, by.dy, atX, atY);
    return true;
  }

  /** The story has gone on: the sequence that a viewer has scrolled follows it again. */
  follow(): void {
    const pane = panesFor(this.core.view, this.size, 1).sequence;
    const back = this.scroller.goBack();
    if (back && pane && !this.moved) this.core.stage.pan(back.dx, back.dy, pane.x + 1, pane.y + 1);
  }

  /** While the viewer's camera is away from rest, a finger moves the picture and not the page. */
  private away(moved: boolean): void {
    this.moved = moved;
    this.element.renderRoot.querySelector('.stage')?.toggleAttribute('data-moved', moved);
  }

  /** The last message on an edge that has started, so that a press on a line tells what went along it. */
  private messageOn(edge: string): Selection | undefined {
    const { time } = this.core.media;
    const message = this.core.scene?.trace.messages.findLast((candidate) => candidate.edge === edge && candidate.start <= time);
    return message && { kind: 'message', index: message.index };
  }
}
