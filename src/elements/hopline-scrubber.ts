import { html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import type { StepMark } from '../compile/trace.ts';
import { baseStyles } from './base-styles.ts';
import { scrubberStyles } from './hopline-scrubber.styles.ts';
import { request } from './requests.ts';
import { placeOfTime, placeSegments, segmentsOf, timeAtPlace, type Segment, type SegmentBox } from './scrubber-geometry.ts';
import { timeText } from './time-text.ts';
import type { UiState } from './ui-state.ts';

/**
 * The timeline: one segment for each top-level step. The time comes in by `showTime`, past Lit, because it changes with each frame.
 * @csspart track - the whole line of segments
 * @csspart thumb - the handle
 */
export class HoplineScrubber extends LitElement {
  static override styles = [baseStyles, scrubberStyles];

  @property({ attribute: false }) ui!: UiState;
  /** Shows only how far the story is: no handle, nothing to press. */
  @property({ type: Boolean, reflect: true }) quiet = false;

  @state() private segments: readonly Segment[] = [];
  @query('.track') private readonly track!: HTMLElement;
  @query('.thumb') private readonly thumb!: HTMLElement;
  @query('.tip') private readonly tip!: HTMLElement;

  private boxes: readonly SegmentBox[] = [];
  private shares: number[] = [];
  private time = 0;
  private spoken = -1;
  private dragging = false;
  /** CSS px, as the browser tells it: asked for, it would have to lay out the whole page at once. */
  private width = 0;
  private readonly sizes = typeof ResizeObserver === 'undefined' ? undefined : new ResizeObserver((entries) => {
    this.width = Math.round(entries.at(-1)?.contentRect.width ?? 0);
    this.place();
  });

  /** Moves the handle and fills the segments up to a time in seconds. */
  showTime(time: number): void {
    this.time = time;
    if (!this.hasUpdated) return;
    this.paint();
    this.speak();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.sizes?.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.sizes?.disconnect();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('ui') as UiState | undefined;
    if (changed.has('ui') && before?.trace !== this.ui.trace) this.segments = this.ui.trace ? segmentsOf(this.ui.trace) : [];
  }

  protected override updated(): void {
    this.spoken = -1;
    this.place();
    this.speak();
  }

  protected override render(): TemplateResult {
    const bars = this.segments.map(() => html`<div class="segment"><div class="fill"></div></div>`);
    if (this.quiet) return html`<div class="track" part="track" aria-hidden="true">${bars}<div class="thumb" hidden></div><div class="tip" hidden></div></div>`;
    return html`
      <div
        class="track" part="track" role="slider" tabindex=${this.ui.trace ? 0 : -1} data-prevent-swipe
        aria-label=${this.ui.t.timeline} aria-orientation="horizontal" aria-valuemin="0" aria-valuemax=${this.ui.trace?.duration ?? 0}
        aria-valuenow="0" aria-disabled=${this.ui.trace ? 'false' : 'true'}
        @pointerdown=${this.onDown} @pointermove=${this.onMove} @pointerup=${this.onUp} @pointercancel=${this.onUp} @pointerleave=${this.onLeave}
      >
        ${bars}
        <div class="thumb" part="thumb" ?hidden=${!this.ui.trace}></div>
        <div class="tip" part="tip" hidden></div>
      </div>
    `;
  }

  private place(): void {
    if (!this.hasUpdated || this.width === 0) return;
    this.shares.length = 0;
    this.boxes = placeSegments(this.segments, this.width);
    this.bars().forEach((bar, index) => {
      const box = this.boxes[index];
      if (!box) return;
      bar.style.width = `${box.width}px`;
      bar.style.transform = `translateX(${box.left}px)`;
    });
    this.paint();
  }

  private paint(): void {
    this.bars().forEach((bar, index) => {
      const box = this.boxes[index];
      if (!box) return;
      const done = this.time >= box.end;
      const share = done ? 1 : box.end > box.start ? Math.max(0, (this.time - box.start) / (box.end - box.start)) : 0;
      if (this.shares[index] === share) return;
      this.shares[index] = share;
      bar.classList.toggle('done', done);
      (bar.firstElementChild as HTMLElement).style.transform = `scaleX(${share})`;
    });
    this.thumb.style.transform = `translateX(${placeOfTime(this.boxes, this.time)}px)`;
  }

  private bars(): HTMLElement[] {
    return [...this.track.children].filter((child): child is HTMLElement => child.classList.contains('segment'));
  }

  /** Screen readers hear whole seconds and the step, not sixty values a second. */
  private speak(): void {
    const second = Math.floor(this.time);
    if (this.quiet || second === this.spoken || !this.ui.trace) return;
    this.spoken = second;
    const { t, trace } = this.ui;
    const step = stepAt(trace.steps, this.time);
    const where = step ? `${t.stepOf(step.number, trace.steps.length)}: ${step.title}, ` : '';
    this.track.setAttribute('aria-valuenow', String(Math.round(this.time * 10) / 10));
    this.track.setAttribute('aria-valuetext', where + t.timeOf(timeText(this.time), timeText(trace.duration)));
  }

  private readonly onDown = (event: PointerEvent): void => {
    if (event.button !== 0 || !this.ui.trace) return;
    this.dragging = true;
    this.track.setPointerCapture(event.pointerId);
    this.seekTo(event, true);
  };

  private readonly onMove = (event: PointerEvent): void => {
    if (!this.ui.trace) return;
    this.showTip(event);
    if (this.dragging) this.seekTo(event, true);
  };

  private readonly onUp = (event: PointerEvent): void => {
    if (!this.dragging) return;
    this.dragging = false;
    this.seekTo(event, false);
  };

  private readonly onLeave = (): void => {
    this.tip.hidden = true;
  };

  private seekTo(event: PointerEvent, dragging: boolean): void {
    request(this, { type: 'seek', time: timeAtPlace(this.boxes, this.xOf(event)), dragging });
  }

  private showTip(event: PointerEvent): void {
    const x = this.xOf(event);
    const time = timeAtPlace(this.boxes, x);
    const step = stepAt(this.ui.trace?.steps ?? [], time);
    this.tip.hidden = !step;
    if (!step) return;
    this.tip.textContent = `${step.number}  ${step.title}  ${timeText(time)}`;
    const half = this.tip.offsetWidth / 2;
    const width = this.track.clientWidth;
    this.tip.style.transform = `translateX(${Math.min(Math.max(x, half), Math.max(half, width - half)) - half}px)`;
  }

  private xOf(event: PointerEvent): number {
    return event.clientX - this.track.getBoundingClientRect().left;
  }
}

function stepAt(steps: readonly StepMark[], time: number): StepMark | undefined {
  return steps.find(({ end }) => time < end) ?? steps.at(-1);
}
