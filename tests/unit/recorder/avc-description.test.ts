import { expect, it } from 'vitest';
import { mendedDescription, mendMetadata } from '../../../src/recorder/avc-description.ts';

const bytes = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(text.replaceAll(' ', ''), 'hex'));

/** As Firefox 153 writes it: `67 67` and `68 68`. */
const DOUBLED = bytes('01 64 00 1f 03 01 00 19 67 67 64 00 1f ac d9 40 50 05 ba 10 00 00 03 00 10 01 e8 48 00 f1 83 19 60 01 00 07 68 68 eb e3 cb 22 c0');
const RIGHT = bytes('01 64 00 1f ff e1 00 18 67 64 00 1f ac d9 40 50 05 ba 10 00 00 03 00 10 01 e8 48 00 f1 83 19 60 01 00 06 68 eb e3 cb 22 c0 fd f8 f8 00');

it('writes the headers of parameter sets once', () => {
  expect(mendedDescription(DOUBLED)).toEqual(RIGHT);
});

it('leaves alone what is right', () => {
  expect(mendedDescription(RIGHT)).toBe(RIGHT);
  expect(mendedDescription(new Uint8Array())).toEqual(new Uint8Array());
});

it('mends what an encoder tells, whatever it holds its bytes in', () => {
  for (const description of [DOUBLED, DOUBLED.buffer, new DataView(DOUBLED.buffer)]) {
    const metadata = { decoderConfig: { codec: 'avc1.64001f', description } };
    mendMetadata(metadata);
    expect(metadata.decoderConfig.description).toEqual(RIGHT);
  }
  mendMetadata(undefined);
  mendMetadata({});
});
