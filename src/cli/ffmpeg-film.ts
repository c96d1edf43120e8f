import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { UserError } from './terminal.ts';

/** Of what ffmpeg says, what is kept to be told. */
const KEPT = 2000;

/** A film that ffmpeg makes of frames, one after the other. */
export class FfmpegFilm {
  private readonly frame: Buffer;
  private readonly ended: Promise<unknown>;
  private readonly process: ChildProcess;
  private said = '';
  private written: Promise<void> = Promise.resolve();

  /** Frames are RGBA of `width` pixels in a row and as many rows as fit into `bytes`. */
  constructor(path: string, args: readonly string[], private readonly width: number, bytes: number) {
    this.frame = Buffer.alloc(bytes);
    this.process = spawn(path, args, { stdio: ['pipe', 'ignore', 'pipe'] });
    this.process.stderr?.on('data', (data: Buffer) => void (this.said = (this.said + data.toString()).slice(-KEPT)));
    // A pipe that breaks is heard of where it is written to.
    this.process.stdin?.on('error', () => undefined);
    this.ended = once(this.process, 'close').catch((error: unknown) => void (this.said += String(error)));
  }

  /** Takes the rows that differ from the frame before; resolves when there is room for the next. Rejects where ffmpeg has ended. */
  async add(top: number, rows: AsyncIterable<Uint8Array>): Promise<void> {
    let at = 4 * this.width * top;
    for await (const part of rows) {
      this.frame.set(part, at);
      at += part.length;
    }
    await this.written;
    // The frame changes while its copy is on the way.
    this.written = this.write(Buffer.from(this.frame));
    this.written.catch(() => undefined);
  }

  /** Waits for the film to be whole; rejects with what ffmpeg says where it is not. */
  async finish(): Promise<void> {
    await this.written;
    this.process.stdin?.end();
    await this.ended;
    if (this.process.exitCode !== 0) throw this.failure();
  }

  /** Ends it, whatever it is doing. */
  async stop(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.ended;
  }

  private async write(frame: Buffer): Promise<void> {
    const failed = await new Promise<unknown>((resolve) => this.process.stdin?.write(frame, resolve));
    if (!failed) return;
    await this.ended;
    throw this.failure();
  }

  private failure(): UserError {
    if (this.said.includes('No space left')) return new UserError('The film cannot be written. There is no room left on the disk.');
    return new UserError(`ffmpeg has failed: ${this.said.trim().split('\n').at(-1) ?? ''}`);
  }
}
