import { describe, expect, it } from 'vitest';
import { chaptersFile, chaptersOf } from '../../../src/export/chapters.ts';
import { trace } from '../timeline/story.ts';

describe('chapters', () => {
  it('are the steps at the top, whatever the level, and leave no gap', () => {
    for (const level of [1, 2]) {
      const told = trace({ level });
      const chapters = chaptersOf(told);
      expect(chapters.map(({ id }) => id)).toEqual(['ask', 'store', 'crowd', 'quiet', 'end']);
      expect(chapters[0]?.start).toBe(0);
      expect(chapters.at(-1)?.end).toBe(told.duration);
      chapters.slice(1).forEach(({ start }, before) => expect(start).toBe(chapters[before]?.end));
    }
  });

  it('follow the pace of the film', () => {
    expect(chaptersOf(trace(), { rate: 2 }).at(-1)?.end).toBe(trace().duration / 2);
  });

  it('are WebVTT, each with the id of its step', () => {
    const [head, first] = chaptersFile(trace()).split('\n\n');
    expect(head).toBe('WEBVTT');
    expect(first).toMatch(/^ask\n00:00:00\.000 --> 00:00:\d\d\.\d{3}\n\S/);
  });
});
