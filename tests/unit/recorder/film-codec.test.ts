import { describe, expect, it } from 'vitest';
import { avcName } from '../../../src/recorder/film-codec.ts';

describe('the level of H.264', () => {
  it.each([
    [1280, 720, 30, 'avc1.64001f'],
    [1280, 720, 60, 'avc1.640020'],
    [1920, 1080, 30, 'avc1.640028'],
    [1920, 1080, 60, 'avc1.64002a'],
    [2560, 1440, 30, 'avc1.640032'],
    [3840, 2160, 30, 'avc1.640033'],
    [3840, 2160, 60, 'avc1.640034'],
    [7680, 4320, 30, 'avc1.64003c'],
  ])('is the least that holds %i × %i at %i frames a second', (width, height, fps, name) => {
    expect(avcName({ width, height, fps })).toBe(name);
  });
});
