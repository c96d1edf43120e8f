import { coarsePicture } from './coarse-picture.ts';
import type { FilmPicture } from './film-picture.ts';
import { frameHash } from './frame-hash.ts';
import { pixelsOf } from './picture-pixels.ts';

/** What frames look like, to be compared with those of another run. */
export interface FramePrints {
  /** Of each frame. */
  readonly hashes: readonly string[];
  /** Of a few frames, by their index. */
  readonly samples: Readonly<Record<number, string>>;
}

const SAMPLES = 12;

/** Takes the prints of frames as they are drawn. */
export class FramePrinter {
  private readonly hashes: string[] = [];
  private readonly samples: Record<number, string> = {};
  private readonly every: number;

  /** Of `frames` frames a few are sampled, evenly. */
  constructor(private readonly picture: FilmPicture, frames: number) {
    this.every = Math.max(1, Math.ceil(frames / SAMPLES));
  }

  /** Looks at the picture as it stands. */
  readonly take = (frame: number): void => {
    const pixels = pixelsOf(this.picture);
    const { width, height } = this.picture.canvas;
    this.hashes[frame] = frameHash(pixels);
    if (frame % this.every === 0) this.samples[frame] = coarsePicture(pixels, width, height);
  };

  get prints(): FramePrints {
    return { hashes: this.hashes, samples: this.samples };
  }
}
