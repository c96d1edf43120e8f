import type { VideoSample } from 'mediabunny';
import type { FilmTrack } from './film-track.ts';
import { slices } from './slices.ts';

/** What an encoder has in hand at once: so many wait for it, and so many it works on. */
const IN_ENCODER = 9;
/** An encoder tells in tasks of the thread that it has room: they come in between. */
const SLICE_MS = 4;

/**
 * Pictures on their way into an encoder. Where the view moves, drawing takes longer than encoding, and where the story stands still hardly any time: pictures
 * that are drawn ahead even that out, so that the encoder always has something to do.
 */
export class PictureQueue {
  private readonly most: number;
  private readonly underWay: Promise<void>[] = [];
  private readonly breathe = slices(SLICE_MS);
  private last: Promise<void> = Promise.resolve();
  private stopped = false;

  /** `room`: how many pictures there is room for, those in the encoder's hands among them. */
  constructor(private readonly track: Pick<FilmTrack, 'add'>, room: number) {
    this.most = Math.max(1, room - IN_ENCODER);
  }

  /** Takes a picture, and closes it in the end; `same`: it equals the one before. Waits where enough are under way. Rejects with what the encoder or the file said of an earlier one. */
  async add(sample: VideoSample, same: boolean): Promise<void> {
    this.last = this.encode(sample, same, this.last);
    this.last.catch(() => undefined);
    this.underWay.push(this.last);
    if (this.underWay.length > this.most) await this.underWay.shift();
    await this.breathe();
  }

  /** Waits until the encoder has all of them. */
  async finish(): Promise<void> {
    await this.last;
  }

  /** Those that the encoder does not have yet are given up. */
  stop(): void {
    this.stopped = true;
  }

  private async encode(sample: VideoSample, same: boolean, before: Promise<void>): Promise<void> {
    try {
      await before;
      if (!this.stopped) await this.track.add(sample, same);
    } finally {
      sample.close();
    }
  }
}
