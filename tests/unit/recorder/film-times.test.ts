import { describe, expect, it } from 'vitest';
import type { Trace } from '../../../src/compile/trace.ts';
import { filmTime, pictureTime } from '../../../src/recorder/film-times.ts';
import { trace } from '../timeline/story.ts';

const shallow = trace();
const deep = trace({ level: 2 });
const step = (of: Trace, id: string): Trace['steps'][number] => of.steps.find((one) => one.id === id) as Trace['steps'][number];

describe('where a film begins and ends', () => {
  it('is said in seconds, held within the story', () => {
    expect(filmTime(shallow, '1.5', 'from')).toBe(1.5);
    expect(filmTime(shallow, '1500ms', 'to')).toBe(1.5);
    expect(filmTime(shallow, '2h', 'to')).toBe(shallow.duration);
  });

  it('is a whole step', () => {
    expect(filmTime(shallow, 'store', 'from')).toBe(step(shallow, 'store').start);
    expect(filmTime(shallow, 'store', 'to')).toBe(step(shallow, 'store').end);
  });

  it('is all that a step goes into at this level', () => {
    expect(filmTime(deep, 'store', 'from')).toBe(step(deep, 'store/log').start);
    expect(filmTime(deep, 'store', 'to')).toBe(step(deep, 'store/answer').end);
  });

  it('is the step around one that is deeper than this level', () => {
    expect(filmTime(shallow, 'store/answer', 'from')).toBe(step(shallow, 'store').start);
    expect(filmTime(shallow, 'store/answer', 'to')).toBe(step(shallow, 'store').end);
  });

  it('is a share of an action', () => {
    const { start, actEnd } = step(shallow, 'store');
    expect(filmTime(shallow, 'store@0.5', 'from')).toBeCloseTo((start + actEnd) / 2, 6);
  });

  it('says what there is instead', () => {
    expect(() => filmTime(shallow, 'stroe', 'from')).toThrow(/"stroe" is neither a time.*`store`/);
    expect(() => filmTime(shallow, 'whatever', 'from')).toThrow(/Its steps are ask, store, crowd/);
    expect(() => filmTime(shallow, 'store@7', 'from')).toThrow(RangeError);
    expect(() => filmTime(shallow, 'store@0.4.1', 'from')).toThrow(RangeError);
    expect(() => filmTime(shallow, '-3s', 'from')).toThrow(RangeError);
  });
});

describe('one picture', () => {
  it('is an instant, or the still of a step', () => {
    expect(pictureTime(shallow, '2s')).toEqual({ time: 2 });
    expect(pictureTime(shallow, 'store')).toEqual({ still: 1 });
    expect(pictureTime(deep, 'store')).toEqual({ still: step(deep, 'store/answer').index });
    expect(pictureTime(shallow, 'store@0')).toEqual({ time: step(shallow, 'store').start });
  });
});
