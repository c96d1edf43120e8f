import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { applyPatch } from '../recorder/frame-patch.ts';
import type { Size } from '../shared/geometry.ts';
import { UserError } from './terminal.ts';

/** Of what ffmpeg says, what is kept to be told. */
const KEPT = 2000;

/** A film that ffmpeg makes of frames, one after the other. */
export class FfmpegFilm {
  private readonly frame: Uint32Array;
  private readonly ended: Promise<unknown>;
  private readonly process: ChildProcess;
  private said = '';
  private written: Promise<void> = Promise.resolve();

  constructor(path: string, args: readonly string[], private readonly size: Size) {
    this.frame = new Uint32Array(size.width * size.height);
    this.process = spawn(path, args, { stdio: ['pipe', 'ignore', 'pipe'] });
    this.process.stderr?.on('data', (data: Buffer) => void (this.said = (this.said + data.toString()).slice(-KEPT)));
    // A pipe that breaks is heard of where it is written to.
    this.process.stdin?.on('error', () => undefined);
    this.ended = once(this.process, 'close').catch((error: unknown) => void (this.said += String(error)));
  }

  /** Takes what a frame has that the one before had not; resolves when there is room for the next. Rejects where ffmpeg has ended. */
  async add(patch: Uint32Array): Promise<void> {
    applyPatch(this.frame, patch, this.size.width);
    // The frame changes while its copy is on the way.
    const frame = this.frame.slice();
    await this.written;
    this.written = this.write(new Uint8Array(frame.buffer));
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

  private async write(frame: Uint8Array): Promise<void> {
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
