import { gsap } from 'gsap/gsap-core';
import type { HopFrame, PresenceFrame } from '../compile/frame.ts';
import { arrives, reach } from '../compile/timing.ts';
import type { ClockSpan, Message, PresenceSpan } from '../compile/trace.ts';
import { MOTION } from './motion.ts';
import type { WindowPlan } from './plan.ts';

/** Opacity at which the label of a message that arrived rests until the step ends. */
const REST = 0.72;

/** Tweens in one inner timeline. */
const BUNDLE = 24;

interface HopRecord {
  readonly message: Message;
  progress: number;
  /** 0–1: label and lit edge come. */
  rise: number;
  /** 0–1 over the ring's time after the end. */
  tail: number;
}

/** A movement from one value to another; times are the trace's, in seconds. */
interface TweenPlan {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly seconds: number;
  readonly ease: string;
}

interface SpanRecord<S> {
  readonly span: S;
  value: number;
}

/**
 * The moving part of a step, or of a window of a long one: a paused GSAP timeline of `fromTo` tweens on plain records. Each value has
 * tweens that follow each other without a gap in their values, so that every order of seeks gives the same records. GSAP's ticker
 * and global timeline are left alone; nothing here plays by itself.
 */
export class TimelineWindow {
  private readonly timeline = gsap.timeline({ paused: true });
  /** The time in the trace at which the GSAP timeline begins. */
  private readonly base: number;
  private readonly hops = new Map<number, HopRecord>();
  private readonly presence: readonly SpanRecord<PresenceSpan>[];
  private readonly clocks: readonly SpanRecord<ClockSpan>[];
  private readonly tweens: (TweenPlan & { readonly record: object; readonly key: string })[] = [];
  private readonly view = { emphasis: 0, camera: 0, row: 0 };

  constructor(private readonly plan: WindowPlan) {
    const { messages, spans, step, row } = plan;
    const length = step.end - step.start;
    this.add(this.view, 'emphasis', { from: 0, to: 1, start: step.start, seconds: Math.min(MOTION.emphasis, length), ease: 'sine.inOut' });
    this.add(this.view, 'camera', { from: 0, to: 1, start: step.start, seconds: Math.min(MOTION.camera, length), ease: 'power2.inOut' });
    this.view.row = plan.rowBefore;
    for (const { time, from, to, seconds } of row) this.add(this.view, 'row', { from, to, start: time, seconds, ease: 'sine.inOut' });
    for (const message of messages) this.addHop(message);
    this.presence = spans.filter((span) => span.kind !== 'clock').map((span) => this.addSpan(span, 0, 1));
    this.clocks = spans.filter((span) => span.kind === 'clock').map((span) => this.addSpan(span, span.from, span.to));
    this.base = this.build();
  }

  /** Writes the records of a time in the trace, in seconds. */
  seek(time: number): void {
    this.timeline.time(Math.max(0, time - this.base), true);
  }

  /** The message's record as it is now; undefined for one that is not under way in this window. */
  hop(index: number, time: number): HopFrame | undefined {
    const record = this.hops.get(index);
    return record && hopFrame(record, time);
  }

  /** Components that come or go now. */
  presenceAt(time: number): PresenceFrame[] {
    const running = this.presence.filter(({ span }) => isRunning(span, time));
    return running.map(({ span: { node, kind }, value }) => ({ node, kind, progress: value }));
  }

  /** Simulated seconds while a clock runs. */
  clockAt(time: number): number | undefined {
    return this.clocks.findLast(({ span }) => isRunning(span, time))?.value;
  }

  get emphasis(): number {
    return this.view.emphasis;
  }

  get camera(): number {
    return this.view.camera;
  }

  get row(): number {
    return this.view.row;
  }

  dispose(): void {
    this.timeline.kill();
  }

  private addHop(message: Message): void {
    const record: HopRecord = { message, progress: 0, rise: 0, tail: 0 };
    this.hops.set(message.index, record);
    const ease = message.kind === 'work' ? 'none' : 'power1.inOut';
    const { start, end } = message;
    this.add(record, 'progress', { from: 0, to: reach(message.outcome), start, seconds: end - start, ease });
    this.add(record, 'rise', { from: 0, to: 1, start, seconds: MOTION.rise, ease: 'none' });
    this.add(record, 'tail', { from: 0, to: 1, start: end, seconds: MOTION.ring, ease: 'none' });
  }

  private addSpan<S extends PresenceSpan | ClockSpan>(span: S, from: number, to: number): SpanRecord<S> {
    const record = { span, value: from };
    this.add(record, 'value', { from, to, start: span.start, seconds: span.end - span.start, ease: 'sine.inOut' });
    return record;
  }

  /** A tween that can be seen in the window; one that is over by then leaves its end value, one that is still to come its first. */
  private add<K extends string>(record: Record<K, number>, key: K, tween: TweenPlan): void {
    if (tween.start + tween.seconds <= this.plan.from || tween.seconds <= 0) record[key] = tween.to;
    else if (tween.start <= this.plan.to) this.tweens.push({ ...tween, record, key });
  }

  /**
   * Makes the tweens, in bundles, by start; gives the time of the first. A timeline looks through all of its children for each one
   * that is added, so a long flat one is quadratic; bundles that are not under way are passed over as one.
   */
  private build(): number {
    const sorted = this.tweens.sort((a, b) => a.start - b.start);
    const base = Math.min(this.plan.from, sorted[0]?.start ?? this.plan.from);
    for (let i = 0; i < sorted.length; i += BUNDLE) {
      const bundle = gsap.timeline();
      const first = sorted[i]?.start ?? 0;
      for (const { record, key, from, to, start, seconds: duration, ease } of sorted.slice(i, i + BUNDLE)) {
        bundle.fromTo(record, { [key]: from }, { [key]: to, duration, ease, immediateRender: false, lazy: false }, start - first);
      }
      this.timeline.add(bundle, first - base);
    }
    sorted.length = 0;
    return base;
  }
}

/** The frame of a message of which nothing moves any more. */
export function settledHop(message: Message, label = message.outcome.kind === 'ok' ? REST : 1): HopFrame {
  return { message: message.index, progress: reach(message.outcome), head: 0, label, ring: 0, done: true };
}

function hopFrame({ message, progress, rise, tail }: HopRecord, time: number): HopFrame {
  const faded = Math.min(1, (tail * MOTION.ring) / MOTION.fade);
  const rest = message.outcome.kind === 'ok' ? REST : 1;
  const rings = arrives(message.outcome) && message.kind !== 'work';
  return {
    message: message.index,
    progress,
    head: 1 - faded,
    label: rise * (1 - (1 - rest) * faded),
    ring: rings && tail < 1 ? tail : 0,
    done: time >= message.end,
  };
}

function isRunning(span: { readonly start: number; readonly end: number }, time: number): boolean {
  return span.start <= time && time < span.end;
}
