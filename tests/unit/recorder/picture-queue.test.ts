import type { VideoSample } from 'mediabunny';
import type { FilmTrack } from '../../../src/recorder/film-track.ts';
import { expect, it } from 'vitest';
import { PictureQueue } from '../../../src/recorder/picture-queue.ts';

/** Room for the nine that an encoder has in hand, and for three that are drawn ahead of it. */
const ROOM = 12;

/** An encoder that takes a picture when it is told to. */
class SlowEncoder {
  readonly asked: number[] = [];
  private readonly waiting: ((error?: Error) => void)[] = [];
  readonly track = {
    add: ({ timestamp }: VideoSample) => {
      this.asked.push(timestamp);
      return new Promise<void>((resolve, reject) => this.waiting.push((error) => (error ? reject(error) : resolve())));
    },
  } as unknown as FilmTrack;

  async next(error?: Error): Promise<void> {
    this.waiting.shift()?.(error);
    await settled();
  }
}

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 20));

function pictures(count: number): { samples: VideoSample[]; closed: number[] } {
  const closed: number[] = [];
  const samples = Array.from({ length: count }, (_, timestamp) => ({ timestamp, close: () => void closed.push(timestamp) }) as unknown as VideoSample);
  return { samples, closed };
}

it('hands pictures over in order, one at a time, and lets only a few be drawn ahead', async () => {
  const encoder = new SlowEncoder();
  const queue = new PictureQueue(encoder.track, ROOM);
  const { samples, closed } = pictures(8);
  let drawn = 0;
  const drawing = (async () => {
    for (const sample of samples) {
      drawn++;
      await queue.add(sample, false);
    }
    await queue.finish();
  })();
  await settled();
  expect([drawn, encoder.asked]).toEqual([4, [0]]);
  await encoder.next();
  expect([drawn, encoder.asked, closed]).toEqual([5, [0, 1], [0]]);
  for (let left = 7; left > 0; left--) await encoder.next();
  await drawing;
  expect(encoder.asked).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  expect(closed).toEqual(encoder.asked);
});

it('says what the encoder said, and lets go of every picture', async () => {
  const encoder = new SlowEncoder();
  const queue = new PictureQueue(encoder.track, ROOM);
  const { samples, closed } = pictures(4);
  const [first, second, third, fourth] = samples as [VideoSample, VideoSample, VideoSample, VideoSample];
  for (const sample of [first, second, third]) await queue.add(sample, false);
  const waits = expect(queue.add(fourth, false)).rejects.toThrow('no encoder');
  await encoder.next(new Error('no encoder'));
  await waits;
  await expect(queue.finish()).rejects.toThrow('no encoder');
  expect(closed).toEqual([0, 1, 2, 3]);
  expect(encoder.asked).toEqual([0]);
});

it('gives up what the encoder does not have yet when it is stopped', async () => {
  const encoder = new SlowEncoder();
  const queue = new PictureQueue(encoder.track, ROOM);
  const { samples, closed } = pictures(3);
  for (const sample of samples) await queue.add(sample, false);
  await settled();
  queue.stop();
  await encoder.next();
  await queue.finish();
  expect([encoder.asked, closed]).toEqual([[0], [0, 1, 2]]);
});
