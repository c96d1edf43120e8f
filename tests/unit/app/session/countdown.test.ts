import { describe, expect, it } from 'vitest';
import { clockText, countdownOf, leftAt, paused, started } from '../../../../src/app/session/countdown.ts';

describe('a countdown', () => {
  it('stands still until it is started', () => {
    expect(leftAt(countdownOf(240), 1e9)).toBe(240);
  });

  it('follows the clock, whether anybody looks or not', () => {
    const timer = started(countdownOf(240), 1000);
    expect(leftAt(timer, 1000)).toBe(240);
    expect(leftAt(timer, 1060.5)).toBe(179.5);
    // The page slept for ten minutes.
    expect(leftAt(timer, 1600)).toBe(-360);
  });

  it('keeps what is left over a pause of any length', () => {
    const timer = paused(started(countdownOf(240), 1000), 1100);
    expect(leftAt(timer, 5000)).toBe(140);
    expect(leftAt(started(timer, 5000), 5030)).toBe(110);
  });

  it('does not begin anew when it is started twice, nor lose time when it is paused twice', () => {
    const running = started(countdownOf(60), 0);
    expect(started(running, 30)).toBe(running);
    const still = paused(running, 10);
    expect(leftAt(paused(still, 50), 90)).toBe(50);
  });

  it('gives no time back when the clock is set back', () => {
    expect(leftAt(started(countdownOf(60), 1000), 400)).toBe(60);
  });

  it.each([
    [240, '4:00'],
    [239.9, '4:00'],
    [239, '3:59'],
    [65, '1:05'],
    [0.2, '0:01'],
    [0, '0:00'],
    [-0.5, '+0:00'],
    [-72.9, '+1:12'],
    [780, '13:00'],
  ])('shows %d s as %s', (left, text) => {
    expect(clockText(left)).toBe(text);
  });
});
