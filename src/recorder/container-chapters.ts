import { AttachedFile, Mp4OutputFormat, WebMOutputFormat, type OutputFormat } from 'mediabunny';
import { concatenated } from '../shared/bytes.ts';
import { element, indexOfBytes, text, u32, u64, u8, type Bytes } from './container-bytes.ts';
import type { FilmFormat } from './film-codec.ts';

/** A chapter of a film: seconds of the film. */
export interface FilmChapter {
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

/** Bytes that replace others of a finished file. */
export interface Patch {
  readonly position: number;
  readonly data: Bytes;
}

/**
 * A kind of file that has chapters. What writes our files knows none, so it is made to leave room, and when it has finished the chapters are put there.
 */
export interface ChapteredFormat {
  readonly format: OutputFormat;
  /** What the file's tags must hold, so that there is room. */
  readonly raw?: Record<string, AttachedFile>;
  /** What to write once the file is finished. */
  patches(): Patch[];
}

/** The kind of file for a film with chapters; without any it is plain. */
export function chaptered(format: FilmFormat, chapters: readonly FilmChapter[]): ChapteredFormat {
  return format === 'mp4' ? mp4With(chapters) : webmWith(chapters);
}

/** Most chapters that the list in an mp4 can have, and most bytes of a title. */
const MOST = 255;

/**
 * An mp4 keeps room for its table at the front, so that it plays before all of it is loaded. Of that room some is left, and the table grows into it:
 * by a list of chapters as Nero's (`chpl`), which most players know.
 */
function mp4With(chapters: readonly FilmChapter[]): ChapteredFormat {
  let patch: Patch | undefined;
  const format = new Mp4OutputFormat({
    fastStart: 'reserve',
    onMoov: (data, position) => {
      const grown = chapters.length > 0 ? withChapterList(data, chapters) : undefined;
      patch = grown && { position, data: grown };
    },
  });
  return { format, patches: () => (patch ? [patch] : []) };
}

/**
 * A table and the head of the free room behind it, with chapters in it and less room; undefined where there is too little. What stands in the room
 * means nothing, so it stays.
 */
export function withChapterList(table: Uint8Array, chapters: readonly FilmChapter[]): Bytes | undefined {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  const moov = view.getUint32(0);
  const list = chapterList(chapters);
  const userData = lastBox(table, 8, moov, 'udta');
  const more = userData === undefined ? box('udta', list) : list;
  const room = (table.length < moov + 8 ? 0 : view.getUint32(moov)) - more.length;
  if (room < 8) return undefined;
  const grown = concatenated([table.subarray(0, moov), more, u32(room), text('free')]);
  const sizes = new DataView(grown.buffer);
  sizes.setUint32(0, moov + more.length);
  if (userData !== undefined) sizes.setUint32(userData, view.getUint32(userData) + more.length);
  return grown;
}

/** Where the last box of a table begins, if it is of that type: only what stands at the end can grow. */
function lastBox(table: Uint8Array, begin: number, end: number, type: string): number | undefined {
  const view = new DataView(table.buffer, table.byteOffset, table.byteLength);
  for (let at = begin; at + 8 <= end; ) {
    const size = view.getUint32(at);
    if (at + size === end) return String.fromCharCode(...table.subarray(at + 4, at + 8)) === type ? at : undefined;
    if (size < 8) return undefined;
    at += size;
  }
  return undefined;
}

/** Version 1; times are tenths of microseconds, titles have a byte for their length. */
function chapterList(chapters: readonly FilmChapter[]): Bytes {
  const entries = chapters.slice(0, MOST).flatMap(({ title, start }) => {
    const name = shortened(title);
    return [u64(start * 1e7), u8(name.length), name];
  });
  return box('chpl', concatenated([u32(0x0100_0000), u32(0), u8(Math.min(chapters.length, MOST)), ...entries]));
}

/** As many whole letters as a byte can count. */
function shortened(title: string): Bytes {
  let letters = [...title];
  while (text(letters.join('')).length > MOST) letters = letters.slice(0, -1);
  return text(letters.join(''));
}

function box(type: string, data: Uint8Array): Bytes {
  return concatenated([u32(8 + data.length), text(type), data]);
}

const SEEK_ID = [0x53, 0xab, 0x84];
const ATTACHMENTS = [0x19, 0x41, 0xa4, 0x69];
const CHAPTERS = [0x10, 0x43, 0xa7, 0x70];
const VOID = [0xec];
/** A header with an id of four bytes and a length of eight. */
const HEADER = 12;
/** Of a void with a length of eight. */
const LEAST_VOID = 9;

/**
 * A webm's chapters must be known from its front (the seek head), which is written before anything else. So the file is begun with an attachment of the
 * chapters' size, which has an entry there, and in the end both the entry and the attachment become chapters: their ids are of equal length.
 */
function webmWith(chapters: readonly FilmChapter[]): ChapteredFormat {
  if (chapters.length === 0) return { format: new WebMOutputFormat(), patches: () => [] };
  const edition = editionOf(chapters);
  let patches: Patch[] = [];
  const format = new WebMOutputFormat({
    onSegmentHeader: (header, position) => {
      patches = chapterPatches(header, edition).map((patch) => ({ ...patch, position: patch.position + position }));
    },
  });
  return { format, raw: { 1: new AttachedFile(new Uint8Array(edition.length + LEAST_VOID)) }, patches: () => patches };
}

/** What turns the attachment in a header into chapters; positions are of the header. */
function chapterPatches(header: Uint8Array, edition: Uint8Array): Patch[] {
  const entry = indexOfBytes(header, [...SEEK_ID, ...ATTACHMENTS], 0);
  const start = indexOfBytes(header, ATTACHMENTS, entry + SEEK_ID.length + ATTACHMENTS.length);
  if (entry < 0 || start < 0) return [];
  const { size, headerLength } = lengthOf(header, start + ATTACHMENTS.length);
  const inside = ATTACHMENTS.length + headerLength + size - HEADER;
  const rest = element(VOID, new Uint8Array(inside - edition.length - LEAST_VOID));
  return [
    { position: entry + SEEK_ID.length, data: Uint8Array.from(CHAPTERS) },
    { position: start, data: element(CHAPTERS, concatenated([edition, rest])) },
  ];
}

/** The length that stands at a place of Matroska's: its first byte says by leading zeros how many bytes it has. */
function lengthOf(bytes: Uint8Array, at: number): { readonly size: number; readonly headerLength: number } {
  const first = bytes[at] ?? 0;
  const headerLength = Math.clz32(first) - 23;
  let size = first & (0xff >> headerLength);
  for (let more = 1; more < headerLength; more++) size = size * 256 + (bytes[at + more] ?? 0);
  return { size, headerLength };
}

/** Matroska's EditionEntry: an atom for each chapter, times in nanoseconds. */
function editionOf(chapters: readonly FilmChapter[]): Bytes {
  const atoms = chapters.map(({ title, start, end }, at) => element([0xb6], concatenated([
    element([0x73, 0xc4], u32(at + 1)),
    element([0x91], u64(start * 1e9)),
    element([0x92], u64(end * 1e9)),
    element([0x80], concatenated([element([0x85], text(title)), element([0x43, 0x7c], text('und'))])),
  ])));
  return element([0x45, 0xb9], concatenated(atoms));
}
