/**
 * Files of somebody's own inside a link, of the app or of an iframe: the scenario and the architecture that it names travel together, compressed, so that
 * the link needs no server. They stay separate files, byte for byte, so that line numbers in messages are those of the author's editor.
 */
import { base64 } from './base64.ts';
import { concatenated } from './bytes.ts';

/** A file by the relative name under which the others know it. */
export interface TextFile {
  readonly name: string;
  readonly text: string;
}

/** The first file is the scenario. */
export type FileBundle = readonly [TextFile, ...TextFile[]];

/** Longest packed text, in characters: browsers take addresses of 2 MB, but messengers and mail cut far earlier. */
export const PACKED_LIMIT = 400_000;
/** Most bytes that a packed text may inflate to; a small link must not fill the memory. */
export const INFLATED_LIMIT = 4_000_000;
const MOST_FILES = 16;
/** Packed bytes that are inflated at once. Deflate makes a thousand of one, so no more than a few MB are ever made before they are counted. */
const SLICE = 1024;

/** Why a link's files cannot be written or read. */
export class PackedFilesError extends Error {
  constructor(readonly code: 'too-large' | 'broken', message: string) {
    super(message);
    this.name = 'PackedFilesError';
  }
}

/** Files as one URL-safe text. Throws `PackedFilesError` when they are too large for a link. */
export async function packFiles(files: FileBundle): Promise<string> {
  const json = JSON.stringify(files.map(({ name, text }) => [name, text]));
  const bytes = new TextEncoder().encode(json);
  if (bytes.length > INFLATED_LIMIT) throw new PackedFilesError('too-large', `${bytes.length} bytes do not fit into a link`);
  const packed = toBase64Url(await collect(throughStream(bytes, new CompressionStream('deflate-raw')), Infinity));
  if (packed.length > PACKED_LIMIT) throw new PackedFilesError('too-large', `${packed.length} characters do not fit into a link`);
  return packed;
}

/** The files of a packed text. Throws `PackedFilesError` for one that is cut off, not ours, or larger than a link may be. */
export async function unpackFiles(packed: string): Promise<FileBundle> {
  if (packed.length > PACKED_LIMIT) throw new PackedFilesError('too-large', 'The link is longer than links may be');
  const bytes = await inflate(fromBase64Url(packed));
  return filesOf(bytes);
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  try {
    return await collect(throughStream(bytes, new DecompressionStream('deflate-raw')), INFLATED_LIMIT);
  } catch (error) {
    if (error instanceof PackedFilesError) throw error;
    throw new PackedFilesError('broken', 'The link is cut off or was changed on its way');
  }
}

function filesOf(bytes: Uint8Array): FileBundle {
  const files = parsed(bytes);
  const valid = Array.isArray(files) && files.length <= MOST_FILES && files.every(isPair) ? files : [];
  const [first, ...rest] = valid.map(([name, text]) => ({ name, text }));
  if (!first) throw new PackedFilesError('broken', 'The link holds no scenario');
  return [first, ...rest];
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function isPair(entry: unknown): entry is [string, string] {
  return Array.isArray(entry) && entry.length === 2 && entry.every((part) => typeof part === 'string');
}

/** The file that a name in another one means: by its whole relative name, else by its last part where that is no guess. */
export function fileNamed(files: readonly TextFile[], address: string): TextFile | undefined {
  const wanted = cleaned(address);
  const alike = files.filter(({ name }) => lastPart(name) === lastPart(address));
  return files.find(({ name }) => cleaned(name) === wanted) ?? (alike.length === 1 ? alike[0] : undefined);
}

/** The name of a file without its folders. */
export function lastPart(name: string): string {
  return cleaned(name).split('/').at(-1) ?? '';
}

function cleaned(name: string): string {
  return name.replaceAll('\\', '/').split('/').filter((part) => part !== '' && part !== '.').join('/');
}

function throughStream(bytes: Uint8Array<ArrayBuffer>, stream: CompressionStream | DecompressionStream): ReadableStream<Uint8Array> {
  return inSlices(bytes).pipeThrough(stream);
}

/** The next slice is given only when the last one's outcome was read. */
function inSlices(bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> {
  let at = 0;
  return new ReadableStream({
    pull: (controller) => {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, (at += SLICE)));
    },
  }, { highWaterMark: 0 });
}

/** Reads a stream, and no further than the limit: what lies beyond is never inflated. */
async function collect(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > limit) {
      await reader.cancel();
      throw new PackedFilesError('too-large', 'The link inflates to more than a scenario may have');
    }
    chunks.push(part.value);
  }
  return concatenated(chunks);
}

function toBase64Url(bytes: Uint8Array): string {
  return base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (character) => character.charCodeAt(0));
  } catch {
    throw new PackedFilesError('broken', 'The link is cut off or was changed on its way');
  }
}
