import { GIFEncoder, quantize, type Encoder, type Palette } from 'gifenc';
import type { FilmPicture } from './film-picture.ts';
import type { FramePlan } from './frame-plan.ts';
import { stampText, type FilmTags } from './film-stamp.ts';
import { GifFrames, type GifPatch } from './gif-frames.ts';
import { pixelsOf } from './picture-pixels.ts';
import type { FilmWriter, MovingFile } from './moving-file.ts';

/** Instants from which the colours are gathered. */
const SAMPLES = 12;
/** Of a palette; one of them stands for "as before". */
const MOST_COLOURS = 256;
/** Bytes that are written at once. */
const CHUNK = 1 << 20;

/** Rounded as a whole, so that the film is as long as it should be though no picture is. */
function hundredths(frame: number, fps: number): number {
  return Math.round((frame * 100) / fps);
}

/** One palette for all pictures: a colour then never changes from one to the next. */
function gatherColours(picture: FilmPicture, plan: FramePlan, colours: number): Palette {
  const count = Math.min(SAMPLES, plan.frames);
  const samples = Array.from({ length: count }, (_, at) => {
    picture.draw({ time: plan.storyTime(Math.floor(((at + 0.5) * plan.frames) / count)) });
    return new Uint8Array(pixelsOf(picture).buffer);
  });
  const all = new Uint8Array(samples.reduce((sum, { length }) => sum + length, 0));
  samples.forEach((sample, at) => all.set(sample, at * sample.length));
  return quantize(all, Math.min(colours, MOST_COLOURS) - 1);
}

/** Where a frame's image descriptor has its left and top: behind the eight bytes of its graphic control extension and the descriptor's own sign. */
const LEFT = 9;

/** An endless GIF. It writes frames one behind: how long one is shown is known when the next one differs. */
export class GifFile implements MovingFile {
  private readonly encoder: Encoder = GIFEncoder({ auto: false, initialCapacity: 2 * CHUNK });
  private readonly frames: GifFrames;
  private readonly palette: Palette;
  private pending: { readonly patch: GifPatch; hundredths: number } | undefined;
  private first = true;
  private written = 0;

  /** Gathers the colours of the whole film; `colours` are at most 256. */
  constructor(private readonly writer: FilmWriter, private readonly picture: FilmPicture, private readonly plan: FramePlan, colours = MOST_COLOURS) {
    this.palette = gatherColours(picture, plan, colours);
    this.frames = new GifFrames(this.palette, picture.canvas.width, picture.canvas.height);
    this.encoder.writeHeader();
  }

  async add(frame: number): Promise<void> {
    const patch = this.frames.patch(pixelsOf(this.picture));
    const time = hundredths(frame + 1, this.plan.fps) - hundredths(frame, this.plan.fps);
    if (!patch) {
      if (this.pending) this.pending.hundredths += time;
      return;
    }
    this.encode();
    this.pending = { patch, hundredths: time };
    if (this.encoder.bytesView().length >= CHUNK) await this.flush();
  }

  async finish(tags?: FilmTags): Promise<void> {
    this.encode();
    await this.flush();
    if (tags) await this.write(commentBlock(stampText(tags)));
    this.encoder.finish();
    await this.flush();
  }

  private encode(): void {
    if (!this.pending) return;
    const { patch: { index, rect }, hundredths } = this.pending;
    const begin = this.encoder.bytesView().length;
    const timing = { delay: hundredths * 10, dispose: 1 };
    if (this.first) {
      this.encoder.writeFrame(index, rect.width, rect.height, { ...timing, first: true, palette: [...this.palette, [0, 0, 0]], repeat: 0 });
    } else {
      this.encoder.writeFrame(index, rect.width, rect.height, { ...timing, transparent: true, transparentIndex: this.frames.transparent });
      // The encoder knows only frames that cover the whole picture; its view is of the bytes themselves.
      const bytes = this.encoder.bytesView();
      new DataView(bytes.buffer, bytes.byteOffset).setUint16(begin + LEFT, rect.x, true);
      new DataView(bytes.buffer, bytes.byteOffset).setUint16(begin + LEFT + 2, rect.y, true);
    }
    this.first = false;
  }

  private async flush(): Promise<void> {
    const data = this.encoder.bytesView().slice();
    this.encoder.reset();
    await this.write(data);
  }

  private async write(data: Uint8Array<ArrayBuffer>): Promise<void> {
    await this.writer.write({ type: 'write', data, position: this.written });
    this.written += data.length;
  }
}

/** A comment extension; at most 255 letters. */
function commentBlock(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([0x21, 0xfe, text.length, ...Array.from(text, (letter) => letter.charCodeAt(0)), 0]);
}
