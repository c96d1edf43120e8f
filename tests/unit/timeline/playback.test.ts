import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lastInstant, momentAt } from '../../../src/compile/moment.ts';
import type { Trace } from '../../../src/compile/trace.ts';
import { ManualClock } from '../../../src/timeline/clock.ts';
import { Playback, type PlaybackEvent } from '../../../src/timeline/playback.ts';
import { trace } from './story.ts';

const EVENTS: readonly PlaybackEvent[] = [
  'play', 'playing', 'pause', 'ended', 'timeupdate', 'seeking', 'seeked', 'ratechange', 'durationchange', 'stepchange',
];
const SHALLOW = trace();
const DEEP = trace({ level: 2 });

function player(of: Trace = SHALLOW) {
  const clock = new ManualClock();
  const playback = new Playback(of, clock);
  const heard: string[] = [];
  for (const event of EVENTS) playback.on(event, () => heard.push(event));
  const said = (): string => heard.splice(0).join(' ');
  return { clock, playback, said };
}

describe('playing', () => {
  it('begins paused at the start', () => {
    const { playback, clock } = player();
    expect([playback.time, playback.paused, playback.ended, playback.rate, playback.step, playback.stopsAt]).toEqual([0, true, false, 1, 0, undefined]);
    clock.advance(1);
    expect(playback.time).toBe(0);
  });

  it('moves with its clock', () => {
    const { playback, clock, said } = player();
    playback.play();
    expect(said()).toBe('play playing');
    playback.play();
    expect(said()).toBe('');
    clock.advance(0.5);
    clock.advance(0.25);
    expect(playback.time).toBe(0.75);
    expect(said()).toBe('timeupdate timeupdate');
    playback.pause();
    expect(said()).toBe('timeupdate pause');
    expect(clock.running).toBe(false);
    playback.pause();
    expect(said()).toBe('');
  });

  it('goes at its rate, held to 0.25–4', () => {
    const { playback, clock, said } = player();
    for (const [asked, rate] of [[2, 2], [100, 4], [0, 0.25], [Number.NaN, 1], [0.5, 0.5]] as const) {
      playback.rate = asked;
      expect(playback.rate).toBe(rate);
    }
    expect(said()).toBe('ratechange ratechange ratechange ratechange ratechange');
    playback.rate = 0.5;
    expect(said()).toBe('');
    playback.play();
    clock.advance(1);
    expect(playback.time).toBe(0.5);
  });

  it('ends at the end, exactly, and starts over from there', () => {
    const { playback, clock, said } = player();
    playback.seek(SHALLOW.duration - 0.1);
    playback.play();
    said();
    clock.advance(5);
    expect([playback.time, playback.paused, playback.ended, clock.running]).toEqual([SHALLOW.duration, true, true, false]);
    expect(said()).toBe('timeupdate pause ended');
    playback.play();
    expect([playback.time, playback.paused, playback.ended]).toEqual([0, false, false]);
    expect(said()).toBe('seeking timeupdate stepchange seeked play playing');
  });

  it('loops without ending', () => {
    const { playback, clock, said } = player();
    playback.loop = true;
    playback.seek(SHALLOW.duration - 0.1);
    playback.play();
    said();
    clock.advance(0.2);
    expect([playback.time, playback.paused, playback.ended, clock.running]).toEqual([0, false, false, true]);
    expect(said()).toBe('seeking timeupdate stepchange seeked');
  });

  it('tells each step', () => {
    const { playback, clock } = player();
    const steps: number[] = [];
    playback.on('stepchange', () => steps.push(playback.step));
    playback.play();
    while (!playback.ended) clock.advance(1 / 30);
    expect(steps).toEqual(SHALLOW.steps.slice(1).map(({ index }) => index));
  });
});

describe('seeking', () => {
  it('goes there, within the trace, and keeps playing or pausing', () => {
    const { playback, clock, said } = player();
    playback.seek(1);
    expect(said()).toBe('seeking timeupdate seeked');
    playback.seek(1e9);
    expect([playback.time, playback.ended, playback.paused]).toEqual([SHALLOW.duration, true, true]);
    playback.seek(-1);
    expect(playback.time).toBe(0);
    playback.seek(Number.NaN);
    expect(playback.time).toBe(0);
    playback.play();
    playback.seek(2);
    expect([playback.time, playback.paused, clock.running]).toEqual([2, false, true]);
  });

  it('to the end while playing ends', () => {
    const { playback, said } = player();
    playback.play();
    said();
    playback.seek(SHALLOW.duration);
    expect(said()).toBe('seeking timeupdate stepchange seeked pause ended');
  });

  it('finds the step at any time', () => {
    fc.assert(fc.property(fc.double({ min: 0, max: SHALLOW.duration, noNaN: true }), (time) => {
      const { playback } = player();
      playback.seek(time);
      expect(SHALLOW.steps[playback.step]?.id).toBe(momentAt(SHALLOW, time).step);
    }));
  });
});

describe('playing to a time', () => {
  it('stops exactly there', () => {
    const { playback, clock, said } = player();
    playback.playTo(1.2345);
    expect([playback.stopsAt, said()]).toEqual([1.2345, 'play playing']);
    for (let i = 0; i < 100; i++) clock.advance(1 / 60);
    expect([playback.time, playback.paused, playback.ended, playback.stopsAt]).toEqual([1.2345, true, false, undefined]);
    expect(said()).toMatch(/timeupdate timeupdate pause$/);
  });

  it('plays exactly one step and stays in it', () => {
    const { playback, clock } = player();
    for (const mark of SHALLOW.steps) {
      playback.playTo(lastInstant(SHALLOW, mark));
      while (!playback.paused) clock.advance(1 / 25);
      expect([playback.step, playback.time]).toEqual([mark.index, lastInstant(SHALLOW, mark)]);
    }
    expect(playback.ended).toBe(true);
  });

  it('ends where that is the end', () => {
    const { playback, clock, said } = player();
    playback.seek(SHALLOW.duration - 0.5);
    playback.playTo(1e9);
    clock.advance(1);
    expect(playback.ended).toBe(true);
    expect(said()).toMatch(/timeupdate pause ended$/);
  });

  it('only pauses at a time that is behind', () => {
    const { playback, clock } = player();
    playback.play();
    clock.advance(2);
    playback.playTo(1);
    expect([playback.time, playback.paused]).toEqual([2, true]);
  });

  it('is given up by play, by pause, and by a seek beyond; a seek before it keeps it', () => {
    const { playback, clock } = player();
    playback.playTo(1);
    playback.play();
    clock.advance(2);
    expect([playback.time, playback.paused]).toEqual([2, false]);
    playback.playTo(4);
    playback.seek(3);
    expect(playback.stopsAt).toBe(4);
    playback.seek(5);
    expect([playback.stopsAt, playback.paused]).toEqual([undefined, false]);
    playback.playTo(6);
    playback.pause();
    expect(playback.stopsAt).toBeUndefined();
  });
});

describe('another trace', () => {
  it('keeps the moment and whether it plays', () => {
    const { playback, clock, said } = player();
    playback.play();
    clock.advance((SHALLOW.steps[1]?.actEnd ?? 0) + 0.1);
    const before = momentAt(SHALLOW, playback.time);
    expect(before).toMatchObject({ step: 'store', part: 'hold' });
    said();
    playback.setTrace(DEEP);
    expect(said()).toBe('durationchange seeking timeupdate stepchange seeked');
    expect([playback.paused, clock.running, playback.duration]).toEqual([false, true, DEEP.duration]);
    expect(momentAt(DEEP, playback.time).step).toBe('store/answer');
    playback.setTrace(SHALLOW);
    expect(momentAt(SHALLOW, playback.time).step).toBe('store');
  });

  it('stays ended', () => {
    const { playback } = player();
    playback.seek(SHALLOW.duration);
    playback.setTrace(DEEP);
    expect([playback.time, playback.ended]).toEqual([DEEP.duration, true]);
  });

  it('takes the stop along', () => {
    const { playback, clock } = player();
    const ask = SHALLOW.steps[0];
    if (!ask) throw new Error('no step');
    playback.playTo(lastInstant(SHALLOW, ask));
    clock.advance(1);
    const slow = trace({ pace: 3 });
    playback.setTrace(slow);
    while (!playback.paused) clock.advance(0.1);
    expect(playback.step).toBe(0);
    expect(playback.time).toBeGreaterThan((slow.steps[0]?.end ?? 0) - 0.01);
  });
});

describe('listeners', () => {
  it('may pause in the last tick', () => {
    const { playback, clock } = player();
    playback.on('timeupdate', () => playback.time > 0.5 && !playback.paused && playback.pause());
    playback.play();
    clock.advance(0.6);
    clock.advance(0.6);
    expect([playback.time, playback.paused]).toEqual([0.6, true]);
  });

  it('may leave, and leave nothing behind', () => {
    const { playback, clock } = player();
    let calls = 0;
    const leave = playback.on('timeupdate', () => calls++);
    playback.seek(1);
    leave();
    playback.seek(2);
    expect(calls).toBe(1);
    playback.play();
    playback.dispose();
    expect([clock.running, playback.paused]).toEqual([false, true]);
  });
});
