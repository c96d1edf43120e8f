import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UserError } from './terminal.ts';

/** A file that has its name only when all of it is written: until then it stands beside it under another one. */
export class PartFile {
  private bytes = 0;

  private constructor(private readonly path: string, private readonly part: string, private readonly handle: FileHandle) {}

  /** Begins a file, and the folders that it is in; throws where it cannot be written. */
  static async create(path: string): Promise<PartFile> {
    const part = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
    try {
      await mkdir(dirname(path), { recursive: true });
      // Said now, as only what is whole would be told that its name is taken.
      if ((await stat(path).catch(() => undefined))?.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
      return new PartFile(path, part, await open(part, 'w'));
    } catch (error) {
      throw fileError(path, error);
    }
  }

  /** Where it stands until it is finished: another program may write it, and say afterwards how large it has become. */
  get partPath(): string {
    return this.part;
  }

  /** Another file, beside it, takes its place. */
  async replaceWith(path: string): Promise<void> {
    try {
      await this.handle.close();
      await rename(path, this.part);
      this.bytes = (await stat(this.part)).size;
    } catch (error) {
      throw fileError(this.path, error);
    }
  }

  /** Another program has written it, up to so many bytes. */
  grownTo(bytes: number): void {
    this.bytes = bytes;
  }

  /** The largest byte count that it had. */
  get size(): number {
    return this.bytes;
  }

  /** Writes bytes at a place, all of them. */
  async write(position: number, data: Uint8Array): Promise<void> {
    try {
      for (let done = 0; done < data.length; ) done += (await this.handle.write(data, done, data.length - done, position + done)).bytesWritten;
      this.bytes = Math.max(this.bytes, position + data.length);
    } catch (error) {
      throw fileError(this.path, error);
    }
  }

  /** Gives it its name. */
  async finish(): Promise<void> {
    try {
      await this.handle.close();
      await rename(this.part, this.path);
    } catch (error) {
      throw fileError(this.path, error);
    }
  }

  /** Takes away what was written. Does nothing where it is finished. */
  async discard(): Promise<void> {
    await this.handle.close().catch(() => undefined);
    await rm(this.part, { force: true });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'There is no room left on the disk.',
  EDQUOT: 'There is no room left for you on the disk.',
  EACCES: 'You may not write there.',
  EPERM: 'You may not write there.',
  EROFS: 'The disk cannot be written to.',
  ENOTDIR: 'A part of its path is a file.',
  EEXIST: 'A part of its path is a file.',
  EISDIR: 'It is a folder.',
};

function fileError(path: string, error: unknown): UserError {
  const { code = 'unknown reason' } = error as NodeJS.ErrnoException;
  return new UserError(`${path} cannot be written. ${REASONS[code] ?? `(${code})`}`);
}
