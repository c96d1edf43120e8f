import { PartFile } from './part-file.ts';

/** Writes a text file that has its name only when it is whole; throws with words for the person. */
export async function storeText(path: string, text: string): Promise<void> {
  const target = await PartFile.create(path);
  try {
    await target.write(0, Buffer.from(text));
    await target.finish();
  } finally {
    await target.discard();
  }
}
