import { MemoryFile } from '../../recorder/memory-file.ts';
import type { FilmChunk } from '../../recorder/record-film.ts';
import { download } from '../session/download.ts';

/** Where a file goes. */
export interface SaveTarget {
  /** Opens the file; it is whole when the stream is closed. */
  open(): Promise<WritableStream<FilmChunk>>;
  /** The file is whole: gives it to the person where it does not stand in its place already. */
  deliver(): void;
  /** Whether `deliver` may be asked for again. */
  readonly again: boolean;
  /** Leaves nothing behind of a file that is not whole. */
  discard(): Promise<void>;
}

type SavePicker = (options: {
  readonly suggestedName: string; readonly types: readonly { readonly accept: Readonly<Record<string, readonly string[]>> }[];
}) => Promise<FileSystemFileHandle & { remove?(): Promise<void> }>;

/**
 * Asks the person where a file is to be saved, where the browser can write there; else it is kept in memory and becomes a download.
 * Undefined where the person has thought better of it. Only within a click or a key press.
 */
export async function pickTarget(name: string, type: string): Promise<SaveTarget | undefined> {
  const { showSaveFilePicker: pick } = globalThis as { showSaveFilePicker?: SavePicker };
  if (!pick) return new DownloadTarget(name, type);
  try {
    const handle = await pick.call(globalThis, { suggestedName: name, types: [{ accept: { [type]: [name.slice(name.lastIndexOf('.'))] } }] });
    return await DiskTarget.of(handle);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    // A page inside a page of somebody else's may not ask.
    return new DownloadTarget(name, type);
  }
}

/** A file on the person's disk: what is written goes there at once. */
class DiskTarget implements SaveTarget {
  readonly again = false;

  private constructor(private readonly handle: FileSystemFileHandle & { remove?(): Promise<void> }, private readonly fresh: boolean) {}

  static async of(handle: FileSystemFileHandle): Promise<DiskTarget> {
    // A new file was made by the question for it, and is empty.
    const { size } = await handle.getFile();
    return new DiskTarget(handle, size === 0);
  }

  /** The browser puts it in its place when it is closed; until then what stood there stays. */
  async open(): Promise<WritableStream<FilmChunk>> {
    return (await this.handle.createWritable()) as WritableStream<FilmChunk>;
  }

  deliver(): void {
    // It stands where the person wanted it.
  }

  async discard(): Promise<void> {
    if (this.fresh) await this.handle.remove?.().catch(() => undefined);
  }
}

/** A file in memory. */
class DownloadTarget implements SaveTarget {
  readonly again = true;
  private file = new MemoryFile();
  private blob: Blob | undefined;

  constructor(private readonly name: string, private readonly type: string) {}

  async open(): Promise<WritableStream<FilmChunk>> {
    return this.file.stream;
  }

  deliver(): void {
    // The browser keeps a large one outside of the page's memory.
    this.blob ??= new Blob(this.file.parts(), { type: this.type });
    this.file = new MemoryFile();
    download(this.name, this.type, this.blob);
  }

  async discard(): Promise<void> {
    this.file = new MemoryFile();
    this.blob = undefined;
  }
}
