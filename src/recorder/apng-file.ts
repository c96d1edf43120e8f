import type { Rect } from '../shared/geometry.ts';
import { changedRect } from './changed-rect.ts';
import { concatenated } from '../shared/bytes.ts';
import type { FilmTags } from './film-stamp.ts';
import type { FilmPicture } from './film-picture.ts';
import type { FilmWriter, MovingFile } from './moving-file.ts';
import { pixelsOf } from './picture-pixels.ts';
import { AFTER_HEADER, PNG_SIGNATURE, chunkBytes, readChunks, stampChunk } from './png-chunks.ts';

/** A part of the picture that was drawn anew, as the data of a PNG file, and how long it stands, in frames. */
interface Patch {
  readonly rect: Rect;
  readonly data: Uint8Array;
  frames: number;
}

/**
 * An endless animated PNG (PNG specification, third edition): every colour as it is, transparency too. Pictures that do not differ are one, shown for longer.
 */
export class ApngFile implements MovingFile {
  private shown: Uint32Array | undefined;
  private pending: Patch | undefined;
  private frames = 0;
  /** Of the frames' headers and data together, as the specification counts them. */
  private sequence = 0;
  private written = 0;

  constructor(private readonly writer: FilmWriter, private readonly picture: FilmPicture, private readonly fps: number) {}

  async add(): Promise<void> {
    const pixels = pixelsOf(this.picture);
    const { width, height } = this.picture.canvas;
    const rect = this.shown ? changedRect(this.shown, pixels, width, height) : { x: 0, y: 0, width, height };
    this.shown = pixels;
    if (!rect && this.pending) this.pending.frames++;
    if (!rect) return;
    const png = readChunks(await partOf(this.picture, rect));
    if (!this.pending) await this.begin(png.find(({ type }) => type === 'IHDR')?.data ?? new Uint8Array());
    await this.writeFrame();
    this.pending = { rect, data: concatenated(png.filter(({ type }) => type === 'IDAT').map(({ data }) => data)), frames: 1 };
  }

  /** The number of frames, in the chunk behind the header, is known only now. */
  async finish(tags?: FilmTags): Promise<void> {
    await this.writeFrame();
    if (tags) await this.write(stampChunk(tags));
    await this.write(chunkBytes('IEND', new Uint8Array()));
    await this.writer.write({ type: 'write', position: AFTER_HEADER, data: this.control() });
  }

  private async begin(header: Uint8Array): Promise<void> {
    await this.write(Uint8Array.from(PNG_SIGNATURE));
    await this.write(chunkBytes('IHDR', header));
    await this.write(this.control());
  }

  private control(): Uint8Array<ArrayBuffer> {
    return Uint8Array.from(chunkBytes('acTL', words(this.frames, 0)));
  }

  private async writeFrame(): Promise<void> {
    if (!this.pending) return;
    const { rect, data, frames } = this.pending;
    const head = new Uint8Array(26);
    head.set(words(this.sequence++, rect.width, rect.height, rect.x, rect.y));
    const view = new DataView(head.buffer);
    view.setUint16(20, Math.min(frames, 0xffff));
    view.setUint16(22, Math.round(this.fps));
    await this.write(chunkBytes('fcTL', head));
    // The first frame is the picture that a reader without animation shows.
    await this.write(this.frames === 0 ? chunkBytes('IDAT', data) : chunkBytes('fdAT', concatenated([words(this.sequence++), data])));
    this.frames++;
  }

  private async write(data: Uint8Array): Promise<void> {
    await this.writer.write({ type: 'write', position: this.written, data: Uint8Array.from(data) });
    this.written += data.length;
  }
}

async function partOf({ canvas, transparent }: FilmPicture, { x, y, width, height }: Rect): Promise<Uint8Array> {
  const part = new OffscreenCanvas(width, height);
  // All frames of a file must be of the same colour type: with alpha or without it.
  part.getContext('2d', { alpha: transparent })?.drawImage(canvas, -x, -y);
  return new Uint8Array(await (await part.convertToBlob({ type: 'image/png' })).arrayBuffer());
}

/** Numbers of four bytes, highest first. */
function words(...numbers: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(4 * numbers.length);
  const view = new DataView(bytes.buffer);
  numbers.forEach((number, at) => view.setUint32(4 * at, number));
  return bytes;
}
