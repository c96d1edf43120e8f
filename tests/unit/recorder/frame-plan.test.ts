import { describe, expect, it } from 'vitest';
import { planFrames } from '../../../src/recorder/frame-plan.ts';

describe('the pictures of a film', () => {
  it('are as many as its length needs, the last one for what is left', () => {
    expect(planFrames({ from: 0, to: 2, fps: 30, rate: 1 })).toMatchObject({ frames: 60, duration: 2 });
    expect(planFrames({ from: 0, to: 2.01, fps: 30, rate: 1 }).frames).toBe(61);
    expect(planFrames({ from: 1, to: 1, fps: 30, rate: 1 }).frames).toBe(1);
  });

  it('are not one more where rounding makes a length a hair too long', () => {
    expect(planFrames({ from: 0.1, to: 0.3, fps: 10, rate: 1 }).frames).toBe(2);
    expect(planFrames({ from: 0, to: 0.1 + 0.2, fps: 10, rate: 1 }).frames).toBe(3);
  });

  it('stand at the frame number divided by the rate, however long the film is', () => {
    const plan = planFrames({ from: 0, to: 36_000, fps: 30, rate: 1 });
    expect(plan.storyTime(1_000_001)).toBe(1_000_001 / 30);
  });

  it('go through the story faster, and never beyond its end', () => {
    const plan = planFrames({ from: 10, to: 13.05, fps: 10, rate: 2 });
    expect(plan.frames).toBe(16);
    expect(plan.storyTime(5)).toBe(11);
    expect(plan.storyTime(15)).toBe(13);
    expect(planFrames({ from: 0, to: 1, fps: 30, rate: 1 }).storyTime(99)).toBe(1);
  });
});
