import { describe, expect, it } from 'vitest';
import { text, u32, type Bytes } from '../../../src/recorder/container-bytes.ts';
import { concatenated } from '../../../src/shared/bytes.ts';
import { withChapterList, type FilmChapter } from '../../../src/recorder/container-chapters.ts';

const box = (type: string, ...parts: Uint8Array[]): Bytes => {
  const data = concatenated(parts);
  return concatenated([u32(8 + data.length), text(type), data]);
};
const CHAPTERS: FilmChapter[] = [{ title: '요청', start: 0, end: 1.5 }, { title: 'Store', start: 1.5, end: 4 }];
const TAIL = '\0\0\0\0\0\0\0\0';
const word = (bytes: Uint8Array, at: number): number => new DataView(bytes.buffer, bytes.byteOffset).getUint32(at);
const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

/** A table with the head of the free room behind it, as it is written at the front of a film. */
const table = (room: number, ...boxes: Uint8Array[]): Bytes => concatenated([box('moov', box('mvhd', text('head')), ...boxes), u32(room), text('free')]);

describe('the list of chapters in an mp4', () => {
  it('grows into the free room, at the end of the data that people see', () => {
    const before = table(500, box('udta', box('meta', text('title'))));
    const after = withChapterList(before, CHAPTERS) as Bytes;
    const moov = word(after, 0);
    const grown = moov - word(before, 0);
    expect([grown > 0, after.length, latin(after.subarray(moov + 4)), word(after, moov)]).toEqual([true, moov + 8, 'free', 500 - grown]);
    const udta = 8 + 12;
    expect([word(after, udta), latin(after.subarray(udta + 4, udta + 8)), udta + word(after, udta)]).toEqual([word(before, udta) + grown, 'udta', moov]);
    const list = after.subarray(moov - grown, moov);
    expect([word(list, 0), latin(list.subarray(4, 8)), list[16], latin(list.subarray(17, 25))]).toEqual([grown, 'chpl', 2, TAIL]);
    expect(new TextDecoder().decode(list.subarray(26, 32))).toBe('요청');
    expect(new DataView(list.buffer, list.byteOffset).getBigUint64(32)).toBe(15_000_000n);
  });

  it('makes that data where there is none', () => {
    const after = withChapterList(table(500), CHAPTERS) as Bytes;
    expect(latin(after.subarray(24, 28))).toBe('udta');
  });

  it('is left out where there is no room for it', () => {
    expect(withChapterList(table(40), CHAPTERS)).toBeUndefined();
  });

  it('shortens a title that is too long for it by whole letters', () => {
    const after = withChapterList(table(5000), [{ title: '가'.repeat(100), start: 0, end: 1 }]) as Bytes;
    expect(new TextDecoder().decode(after)).toMatch(/(?<!가)가{85}(?!가)/);
  });
});
