import { momentAt, timeAt } from '../compile/moment.ts';
import { stepAt } from '../compile/search.ts';
import type { Trace } from '../compile/trace.ts';
import type { Clock } from './clock.ts';

/** What a playback tells; names and order are those of a media element, `stepchange` aside. */
export type PlaybackEvent =
  | 'play' | 'playing' | 'pause' | 'ended' | 'timeupdate' | 'seeking' | 'seeked' | 'ratechange' | 'durationchange' | 'stepchange';

const SLOWEST = 0.25;
const FASTEST = 4;

/**
 * The transport of a trace: where it is, whether it runs, how fast. It draws nothing and has no clock of its own, so the live player
 * and the recorder host the same one. State changes before its event; events come synchronously.
 */
export class Playback {
  /** Starts again at its end. */
  loop = false;
  private readonly listeners = new Map<PlaybackEvent, Set<() => void>>();
  private position = 0;
  private isPaused = true;
  private speed = 1;
  private shownStep: number;
  /** Where `playTo` stops. */
  private target: number | undefined;

  constructor(private current: Trace, private readonly clock: Clock) {
    this.shownStep = stepAt(current, 0);
  }

  get trace(): Trace {
    return this.current;
  }

  /** Seconds from the start. */
  get time(): number {
    return this.position;
  }

  /** Seconds. */
  get duration(): number {
    return this.current.duration;
  }

  get paused(): boolean {
    return this.isPaused;
  }

  /** At the end, having played up to it or been sent there; never in a loop. */
  get ended(): boolean {
    return !this.loop && this.duration > 0 && this.position >= this.duration;
  }

  /** Index of the current step; -1 without steps. */
  get step(): number {
    return this.shownStep;
  }

  /** Where a `playTo` under way will stop, in seconds. */
  get stopsAt(): number | undefined {
    return this.target;
  }

  /** Speed, held to 0.25–4. */
  get rate(): number {
    return this.speed;
  }

  set rate(rate: number) {
    const next = Number.isFinite(rate) ? Math.min(FASTEST, Math.max(SLOWEST, rate)) : 1;
    if (next === this.speed) return;
    this.speed = next;
    this.emit('ratechange');
  }

  /** Plays on to the end; from the start where it has ended. Takes away the stop of a `playTo`. */
  play(): void {
    this.target = undefined;
    if (this.ended) this.seek(0);
    this.run();
  }

  /** Plays to a time and pauses exactly there; a time that is behind or here is only paused at. */
  playTo(time: number): void {
    const target = this.clamp(time);
    if (target <= this.position) return this.pause();
    this.target = target;
    this.run();
  }

  pause(): void {
    this.target = undefined;
    this.clock.stop();
    if (this.isPaused) return;
    this.isPaused = true;
    this.emit('timeupdate');
    this.emit('pause');
  }

  /** Goes to a time, held within the trace; it goes on playing if it did. The stop of a `playTo` stays while it is ahead. */
  seek(time: number): void {
    const next = this.clamp(time);
    this.emit('seeking');
    this.position = next;
    if (this.target !== undefined && this.target <= next) this.target = undefined;
    this.emit('timeupdate');
    this.noticeStep();
    this.emit('seeked');
    if (this.ended && !this.isPaused) this.finish();
  }

  /** Swaps the trace; the moment stays: same step, same part. A `playTo` under way still stops at its moment. */
  setTrace(trace: Trace): void {
    const before = this.current;
    const wasEnded = this.ended;
    const moment = momentAt(before, this.position);
    const stop = this.target === undefined ? undefined : momentAt(before, this.target);
    this.current = trace;
    this.emit('durationchange');
    this.emit('seeking');
    this.position = wasEnded ? trace.duration : this.clamp(timeAt(trace, moment));
    this.target = stop && this.clamp(timeAt(trace, stop));
    this.emit('timeupdate');
    this.noticeStep();
    this.emit('seeked');
  }

  /** Calls back on an event until the returned function is called. */
  on(event: PlaybackEvent, listener: () => void): () => void {
    const listeners = this.listeners.get(event) ?? new Set();
    this.listeners.set(event, listeners.add(listener));
    return () => void listeners.delete(listener);
  }

  /** Stops the clock and forgets all listeners. */
  dispose(): void {
    this.clock.stop();
    this.listeners.clear();
    this.isPaused = true;
  }

  private run(): void {
    if (!this.isPaused) return;
    this.isPaused = false;
    this.emit('play');
    this.emit('playing');
    if (!this.isPaused) this.clock.start((seconds) => this.advance(seconds));
  }

  private advance(seconds: number): void {
    if (this.isPaused || !(seconds > 0)) return;
    const next = this.position + seconds * this.speed;
    const stop = this.target ?? this.duration;
    if (next < stop) return this.moveTo(next);
    if (this.target === undefined && this.loop) return this.seek(0);
    this.moveTo(stop);
    // A listener may have paused or gone elsewhere meanwhile.
    if (this.isPaused || this.position !== stop) return;
    if (this.ended) this.finish();
    else this.pause();
  }

  private moveTo(time: number): void {
    this.position = time;
    this.emit('timeupdate');
    this.noticeStep();
  }

  private finish(): void {
    this.target = undefined;
    this.clock.stop();
    this.isPaused = true;
    this.emit('pause');
    this.emit('ended');
  }

  private noticeStep(): void {
    const step = stepAt(this.current, this.position);
    if (step === this.shownStep) return;
    this.shownStep = step;
    this.emit('stepchange');
  }

  private clamp(time: number): number {
    return Number.isNaN(time) ? this.position : Math.min(this.duration, Math.max(0, time));
  }

  private emit(event: PlaybackEvent): void {
    for (const listener of [...(this.listeners.get(event) ?? [])]) listener();
  }
}
