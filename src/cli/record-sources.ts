import { resolve } from 'node:path';
import { readStory, type Story, type VariantOptions } from './record-story.ts';
import { readSoundFile, type SoundFile } from './sound-file.ts';

/** What is read for recordings, each once: products that differ in their look alone tell the same story. Names begin in `cwd`. */
export class Sources {
  private readonly stories = new Map<string, Promise<Story>>();
  private readonly sounds = new Map<string, Promise<SoundFile>>();

  constructor(private readonly cwd: string) {}

  /** Throws with all that is wrong in the scenario. */
  story(file: string, options: VariantOptions): Promise<Story> {
    const { lang, level, path } = options;
    return once(this.stories, JSON.stringify([file, lang, level, path]), () => readStory(file, options, this.cwd));
  }

  /** Throws where it is none. */
  sound(written: string): Promise<SoundFile> {
    return once(this.sounds, written, () => readSoundFile(written, resolve(this.cwd, written)));
  }
}

function once<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? read();
  known.set(key, found);
  return found;
}
