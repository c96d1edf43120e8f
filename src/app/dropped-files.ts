import type { PickedFile } from './own-files.ts';

/** Files of a dropped folder beyond this number are left out: somebody dropped the wrong folder. */
const MOST_FILES = 60;
const TEXT_NAME = /\.(?:ya?ml|json)$/i;

/** What a drop holds: files, and the YAML and JSON files of dropped folders with their paths. Must be called while the event is handled. */
export async function droppedFiles(transfer: DataTransfer): Promise<PickedFile[]> {
  const entries = [...transfer.items].flatMap((item) => item.webkitGetAsEntry?.() ?? []);
  const plain = [...transfer.files];
  if (!entries.some(({ isDirectory }) => isDirectory)) return plain;
  const found: PickedFile[] = [];
  for (const entry of entries) await gather(entry, found);
  return found;
}

/** What a file picker holds; a picked folder's files keep their paths. */
export function pickedFiles(files: Iterable<File>): PickedFile[] {
  return [...files].map((file) => named(file, file.webkitRelativePath || file.name));
}

async function gather(entry: FileSystemEntry, found: PickedFile[]): Promise<void> {
  if (found.length >= MOST_FILES) return;
  const path = entry.fullPath.replace(/^\//, '');
  if (isFile(entry)) {
    if (TEXT_NAME.test(path)) found.push(named(await fileOf(entry), path));
  } else if (isFolder(entry)) {
    for (const child of await childrenOf(entry)) await gather(child, found);
  }
}

function named(file: File, name: string): PickedFile {
  return { name, size: file.size, text: () => file.text() };
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

function fileOf(entry: FileSystemFileEntry): Promise<File> {
  return new Promise((resolve, reject) => entry.file(resolve, reject));
}

/** A folder's reader gives at most 100 entries at a time, and an empty list at the end. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return all;
    all.push(...some);
  }
}
