import { describe, expect, it } from 'vitest';
import { captionsOf } from '../../../src/export/captions.ts';
import type { StepMark, Trace } from '../../../src/compile/trace.ts';
import { trace } from '../timeline/story.ts';

const whole = trace();

/** The story with other narrations and times, as far as captions look at them. */
function told(...steps: readonly (readonly [start: number, end: number, say: string])[]): Trace {
  return { ...whole, steps: steps.map(([start, end, say], index) => ({ ...(whole.steps[0] as StepMark), index, start, end, say })) };
}

describe('captions', () => {
  it('are WebVTT with a cue for each step, told signs written out', () => {
    expect(captionsOf(told([0, 2.5, '파드 생성'], [2.5, 3661.0004, 'a < b & "c" --> d']), 'vtt')).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:00:02.500\n파드 생성\n\n00:00:02.500 --> 01:01:01.000\na &lt; b &amp; "c" --&gt; d\n',
    );
  });

  it('are SRT, numbered', () => {
    expect(captionsOf(told([0, 2.5, 'one'], [2.5, 4, 'two']), 'srt')).toBe('1\n00:00:00,000 --> 00:00:02,500\none\n\n2\n00:00:02,500 --> 00:00:04,000\ntwo\n');
  });

  it('follow the pace of the film', () => {
    expect(captionsOf(told([1, 3, 'one']), 'vtt', { rate: 2 })).toContain('00:00:00.500 --> 00:00:01.500');
    const part = captionsOf(told([0, 3, 'one'], [3, 6, 'two'], [6, 9, 'three']), 'vtt', { from: 2, to: 4, rate: 0.5 });
    expect(part).toBe('WEBVTT\n\n00:00:00.000 --> 00:00:02.000\none\n\n00:00:02.000 --> 00:00:04.000\ntwo\n');
  });

  it('have no cue without words or length, and no empty line in one', () => {
    expect(captionsOf(told([0, 1, ' '], [1, 1.0001, 'short'], [1, 2, 'one\n\ntwo']), 'vtt')).toBe('WEBVTT\n\n00:00:01.000 --> 00:00:02.000\none two\n');
  });

  it('neither overlap nor leave the story', () => {
    const times = [...captionsOf(whole, 'vtt').matchAll(/(\d+):(\d+):([\d.]+)/g)].map(([, h, m, s]) => Number(h) * 3600 + Number(m) * 60 + Number(s));
    expect(times.length).toBeGreaterThan(2);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
    expect(times.at(-1)).toBeLessThanOrEqual(whole.duration + 0.001);
  });
});
