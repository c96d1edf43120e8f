import { lastInstant, momentAt, timeAt } from '../compile/moment.ts';
import type { Moment, StepMark, Trace } from '../compile/trace.ts';
import { Playback } from '../timeline/playback.ts';
import type { Clock } from '../timeline/clock.ts';
import { GuidedClock } from '../timeline/guided-clock.ts';
import type { MediaEvents } from './media-events.ts';
import { PlayedRanges } from './played-ranges.ts';
import type { StepChangeReason } from './player-events.ts';

/** Seconds between two `timeupdate` events while it plays, as media elements have it. */
const TIMEUPDATE_SECONDS = 0.25;
/** `previous()` within this many seconds of a step's start goes to the step before. */
const REWIND_SECONDS = 1;
/** Seconds: times nearer to each other than this are one. */
const SAME = 1e-4;

/** What the transport tells its player. */
export interface PlaybackHost {
  /** The time is another one; `ticking` while it plays, inside a frame of the screen. */
  timeChanged(ticking: boolean): void;
  stepChanged(reason: StepChangeReason, previous: StepMark | undefined): void;
  /** Paused, ended, playing or speed changed. */
  transportChanged(): void;
  /** Steps are shown as stills. */
  readonly still: boolean;
}

/** The transport as media elements have it, over a `Playback`: queued events, promises of `play()`, one-step playing. */
export class PlaybackController {
  /** A seek has been asked for and its events are not out yet. */
  seeking = false;
  /** Called when somebody plays, pauses or seeks, and not when the time alone does it. */
  acted: (() => void) | undefined;
  readonly clock: GuidedClock;

  private readonly host: PlaybackHost;
  private readonly events: MediaEvents;
  private playback: Playback | undefined;
  private step: StepMark | undefined;
  /** The events that end a seek are on their way. */
  private ending = false;
  private seeks = 0;
  private told = 0;
  private reason: StepChangeReason = 'play';
  private wanted = false;
  /** That it plays was told when it was asked for, before there was something to play. */
  private playTold = false;
  private resumeAfterDrag = false;
  private waiting: { resolve: () => void; reject: (reason: DOMException) => void }[] = [];
  private speed = 1;
  private again = false;
  private playedRanges = new PlayedRanges();

  constructor(host: PlaybackHost, events: MediaEvents, clock: Clock) {
    this.host = host;
    this.events = events;
    this.clock = new GuidedClock(clock);
  }

  get trace(): Trace | undefined {
    return this.playback?.trace;
  }

  /** Seconds. */
  get time(): number {
    return this.playback?.time ?? 0;
  }

  get paused(): boolean {
    return this.playback ? this.playback.paused : !this.wanted;
  }

  get ended(): boolean {
    return this.playback?.ended ?? false;
  }

  /** Plays only up to the end of a step's actions. */
  get stepping(): boolean {
    return this.playback?.stopsAt !== undefined;
  }

  get currentStep(): StepMark | undefined {
    return this.step;
  }

  get played(): readonly (readonly [number, number])[] {
    return this.playedRanges.ranges;
  }

  get moment(): Moment | undefined {
    return this.playback && momentAt(this.playback.trace, this.playback.time);
  }

  get rate(): number {
    return this.speed;
  }

  set rate(rate: number) {
    if (rate === this.speed) return;
    this.speed = rate;
    if (this.playback) this.playback.rate = rate;
    else this.events.queue('ratechange');
  }

  get loop(): boolean {
    return this.again;
  }

  set loop(loop: boolean) {
    this.again = loop;
    if (this.playback) this.playback.loop = loop;
  }

  /** Takes another scenario's trace, from its start. */
  start(trace: Trace): void {
    this.dispose();
    this.playedRanges = new PlayedRanges();
    const playback = new Playback(trace, this.clock);
    playback.rate = this.speed;
    playback.loop = this.again;
    this.playback = playback;
    this.listen(playback);
    this.noticeStep('load');
  }

  /** Takes another variant of the same scenario; the moment stays. */
  swap(trace: Trace): void {
    if (!this.playback) return this.start(trace);
    this.reason = 'variant';
    this.playback.setTrace(trace);
    this.reason = 'play';
    this.playedRanges = new PlayedRanges();
    this.noticeStep('variant');
  }

  /** Stops; for a load that starts anew. */
  stop(): void {
    this.wanted = false;
    this.settle(new DOMException('The load was started anew.', 'AbortError'));
    if (this.playback && !this.playback.paused) this.playback.pause();
  }

  /** Frees the clock. */
  dispose(): void {
    this.playback?.dispose();
    this.playback = undefined;
    this.step = undefined;
  }

  /** As of a media element: waits for a load under way; the promise is broken by `pause()` and by a new load. */
  play(): Promise<void> {
    const promise = new Promise<void>((resolve, reject) => this.waiting.push({ resolve, reject }));
    if (this.playback) this.run(this.playback);
    else if (!this.wanted) {
      this.wanted = true;
      this.events.queue('play', 'waiting');
      this.host.transportChanged();
    }
    return promise;
  }

  /** What `play()` asked for before there was something to play. */
  playIfWanted(): void {
    if (!this.wanted || !this.playback) return;
    this.wanted = false;
    this.playTold = true;
    this.playback.play();
    this.playTold = false;
  }

  pause(): void {
    this.resumeAfterDrag = false;
    if (this.playback) return this.playback.pause();
    if (!this.wanted) return;
    this.wanted = false;
    this.events.queue('timeupdate', 'pause');
    this.settle(new DOMException('The play() request was interrupted by a call to pause().', 'AbortError'));
    this.host.transportChanged();
  }

  seek(time: number): void {
    if (!this.playback) return;
    this.reason = 'seek';
    this.playback.seek(time);
    this.reason = 'play';
  }

  /** A drag of the scrubber: pauses while it lasts and goes on afterwards if it played. */
  drag(time: number, dragging: boolean): void {
    const { playback } = this;
    if (!playback) return;
    if (dragging && !playback.paused) {
      playback.pause();
      this.resumeAfterDrag = true;
    }
    this.seek(time);
    if (dragging || !this.resumeAfterDrag) return;
    this.resumeAfterDrag = false;
    if (!this.ended) this.run(playback);
  }

  goTo(moment: Moment): void {
    if (this.playback) this.seek(timeAt(this.playback.trace, moment));
  }

  /** To a step's start; false where there is no such step. */
  goToStep(which: string | number): boolean {
    const step = this.playback?.trace.steps.find(({ id, index }) => id === which || index === which);
    if (!step) return false;
    this.seek(step.start);
    return true;
  }

  /** Plays exactly one step; while one is playing, completes it at once; in free play, goes to the next step. */
  next(): void {
    const { playback, step } = this;
    if (!playback || !step) return;
    const following = playback.trace.steps[step.index + 1];
    if (playback.stopsAt !== undefined) return this.complete(playback, playback.stopsAt);
    if (!playback.paused || this.host.still) return this.seek(following ? following.start : playback.duration);
    if (playback.time < this.stopOf(step) - SAME) return this.playStep(playback, step);
    if (!following) return this.seek(playback.duration);
    this.seek(following.start);
    this.playStep(playback, following);
  }

  /** To the step's start; within its first second, to the step before. Ends the playing of one step. */
  previous(): void {
    const { playback, step } = this;
    if (!playback || !step) return;
    if (playback.stopsAt !== undefined) playback.pause();
    const early = playback.time - step.start <= REWIND_SECONDS && !this.ended;
    this.seek((early && playback.trace.steps[step.index - 1] ? playback.trace.steps[step.index - 1]! : step).start);
  }

  /** Plays what is left of the current step's actions; does nothing where steps are stills. */
  finishStep(): void {
    const { playback, step } = this;
    if (playback && step && !this.host.still && playback.time < this.stopOf(step) - SAME) this.playStep(playback, step);
  }

  private run(playback: Playback): void {
    const running = !playback.paused;
    // The stop of a single step falls away; that is no second `play`.
    playback.play();
    if (!running) return;
    this.noteAct();
    this.events.run(() => this.settle());
    this.host.transportChanged();
  }

  private playStep(playback: Playback, step: StepMark): void {
    playback.playTo(this.stopOf(step));
  }

  private stopOf(step: StepMark): number {
    return this.playback ? Math.min(step.actEnd, lastInstant(this.playback.trace, step)) : step.actEnd;
  }

  private complete(playback: Playback, stop: number): void {
    this.seek(stop);
    playback.pause();
  }

  private listen(playback: Playback): void {
    let inSeek = false;
    playback.on('play', () => {
      this.playedRanges.reach(playback.time);
      if (!this.playTold) this.events.queue('play');
    });
    playback.on('playing', () => {
      this.events.run(() => this.nowPlaying());
      this.host.transportChanged();
      this.noteAct();
    });
    playback.on('pause', () => {
      this.events.queue('pause');
      this.events.run(() => this.settle(new DOMException('The play() request was interrupted by a call to pause().', 'AbortError')));
      this.host.transportChanged();
      this.noteAct();
    });
    playback.on('ended', () => {
      this.events.queue('ended');
      this.host.transportChanged();
    });
    playback.on('ratechange', () => {
      this.events.queue('ratechange');
      this.host.transportChanged();
    });
    playback.on('durationchange', () => this.events.queue('durationchange'));
    playback.on('seeking', () => {
      inSeek = true;
      this.playedRanges.jump();
      this.beginSeek();
    });
    playback.on('seeked', () => {
      inSeek = false;
      if (!playback.paused) this.playedRanges.reach(playback.time);
      this.endSeek();
      // A loop's way back comes from within a tick and is no one's seek, but its step change is the play's.
      this.host.timeChanged(false);
      this.noteAct();
    });
    playback.on('timeupdate', () => {
      if (!inSeek) this.ticked(playback);
    });
    playback.on('stepchange', () => this.noticeStep(this.reason));
  }

  /** A start that has to go back first plays when the way back is over. */
  private nowPlaying(): void {
    if (this.ending) return this.events.run(() => this.nowPlaying());
    this.events.fire('playing');
    this.settle();
  }

  private beginSeek(): void {
    this.seeks++;
    this.seeking = true;
    this.events.queue('seeking');
  }

  /** Of several seeks in one go, only the last one ends. */
  private endSeek(): void {
    const token = this.seeks;
    this.events.run(() => {
      if (token !== this.seeks) return;
      this.seeking = false;
      this.ending = true;
      this.told = this.time;
      this.events.queue('timeupdate', 'seeked');
      this.events.run(() => (this.ending = false));
    });
  }

  private ticked(playback: Playback): void {
    const { time } = playback;
    this.playedRanges.reach(time);
    const due = Math.abs(time - this.told) >= TIMEUPDATE_SECONDS * this.speed;
    if (due || playback.paused || time >= playback.duration) {
      this.told = time;
      this.events.queue('timeupdate');
    }
    this.host.timeChanged(!playback.paused);
  }

  private noticeStep(reason: StepChangeReason): void {
    const previous = this.step;
    this.step = this.playback?.trace.steps[this.playback.step];
    if (previous?.id !== this.step?.id || reason === 'load') this.host.stepChanged(reason, previous);
  }

  private noteAct(): void {
    if (!this.clock.ticking && this.reason !== 'variant') this.acted?.();
  }

  private settle(failure?: DOMException): void {
    for (const { resolve, reject } of this.waiting.splice(0)) {
      if (failure) reject(failure);
      else resolve();
    }
  }
}
