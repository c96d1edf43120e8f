import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { INFLATED_LIMIT, packFiles, PACKED_LIMIT, unpackFiles, type FileBundle } from '../../../src/shared/packed-files.ts';

const file = fc.record({ name: fc.string({ minLength: 1 }), text: fc.string({ unit: 'grapheme', maxLength: 400 }) });
const bundle = fc.array(file, { minLength: 1, maxLength: 4 }).map((files) => files as unknown as FileBundle);
const packed = (text: string | Buffer): string => deflateRawSync(text).toString('base64url');

describe('files in a link', () => {
  it('come back byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(bundle, async (files) => {
        expect(await unpackFiles(await packFiles(files))).toEqual(files);
      }),
    );
  });

  it('are URL-safe and much smaller than their text', async () => {
    const text = 'steps:\n' + '  - id: store\n    say:\n      ko: 파드 스펙을 저장합니다.\n'.repeat(200);
    const link = await packFiles([{ name: 'a.yaml', text }]);
    expect(link).toMatch(/^[A-Za-z0-9_-]+$/);
    expect(link.length).toBeLessThan(text.length / 10);
  });

  it('refuse a small text that inflates to a huge one', async () => {
    const bomb = packed(Buffer.alloc(64 * INFLATED_LIMIT));
    expect(bomb.length).toBeLessThan(PACKED_LIMIT);
    const inflated = countInflated();
    await expect(unpackFiles(bomb)).rejects.toMatchObject({ code: 'too-large' });
    // While it inflates, not after: of the 256 MB in it hardly more than the limit was ever made.
    expect(inflated()).toBeLessThan(2 * INFLATED_LIMIT);
    vi.unstubAllGlobals();
  });

  it('refuse to write what no link can carry', async () => {
    const noise = Array.from({ length: PACKED_LIMIT }, (_, i) => String.fromCharCode(33 + ((i * 7919 + (i * i) % 8191) % 90))).join('');
    await expect(packFiles([{ name: 'a', text: noise.repeat(3) }])).rejects.toMatchObject({ code: 'too-large' });
    await expect(packFiles([{ name: 'a', text: 'x'.repeat(INFLATED_LIMIT) }])).rejects.toMatchObject({ code: 'too-large' });
  });

  it.each([
    ['no deflate stream', Buffer.from([255, 255, 255]).toString('base64url')],
    ['a stream that is cut off', packed(JSON.stringify([['a', 'some text '.repeat(50)]])).slice(0, -8)],
    ['broken base64', 'a'],
    ['no JSON', packed('steps: []')],
    ['no UTF-8', packed(Buffer.from([0x5b, 0xff, 0x5d]))],
    ['an empty list', packed('[]')],
    ['pairs of another shape', packed('[["a"]]')],
    ['texts that are none', packed('[["a", {"length": 3}]]')],
    ['too many files', packed(JSON.stringify(Array.from({ length: 17 }, () => ['a', 'b'])))],
  ])('say so when there is %s', async (_, text) => {
    await expect(unpackFiles(text)).rejects.toMatchObject({ name: 'PackedFilesError', code: 'broken' });
  });
});

/** Counts the bytes that leave the decompression from now on. */
function countInflated(): () => number {
  let count = 0;
  const Original = DecompressionStream;
  vi.stubGlobal('DecompressionStream', class {
    readonly writable: WritableStream;
    readonly readable: ReadableStream;
    constructor(format: CompressionFormat) {
      const stream = new Original(format);
      this.writable = stream.writable;
      this.readable = stream.readable.pipeThrough(new TransformStream({
        transform: (chunk: Uint8Array, controller) => {
          count += chunk.length;
          controller.enqueue(chunk);
        },
      }));
    }
  });
  return () => count;
}
