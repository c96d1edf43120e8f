import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileSink } from '../../src/cli/file-sink.ts';
import { PartFile } from '../../src/cli/part-file.ts';
import type { RecordOrder, RecordWork } from '../../src/cli/record-order.ts';
import { RecordSession } from '../../src/cli/record-session.ts';
import { readStory } from '../../src/cli/record-story.ts';
import { planFrames } from '../../src/recorder/frame-plan.ts';
import { ROOT } from '../tools/pages.ts';
import { MemoryWatch } from './process-memory.ts';

/** What is recorded, and how it looks. */
export type RecordTask = Pick<RecordOrder, 'settings'> & { readonly work: Extract<RecordWork, { readonly kind: 'film' | 'moving' }> };

/** What a recording took. */
export interface RecordCost {
  readonly frames: number;
  /** From the order until the file is whole; the browser was open. */
  readonly seconds: number;
  /** The most memory that the browser's processes took together, MB; not a number where nobody looked. */
  readonly memory: number;
}

/** Records a story as `hopline record` does, into files that are thrown away. */
export class RecordRun {
  private constructor(
    private readonly session: RecordSession, private readonly story: Pick<RecordOrder, 'file' | 'texts' | 'variant'>, private readonly folder: string,
    private readonly memory: MemoryWatch,
  ) {}

  /** Opens the browser; `path`: a scenario's, from the root. */
  static async open(path: string, lang: string, level: string): Promise<RecordRun> {
    const { file, texts, trace: { variant } } = await readStory(path, { lang, level }, ROOT);
    const memory = new MemoryWatch();
    return new RecordRun(await RecordSession.open(), { file, texts, variant }, await mkdtemp(join(tmpdir(), 'hopline-bench-')), memory);
  }

  /** Throws where the browser cannot encode it. Who looks at its memory holds the browser up, so where speed is measured nobody does. */
  async take({ settings, work }: RecordTask, { weighed = false } = {}): Promise<RecordCost> {
    const out = join(this.folder, 'film');
    const part = await PartFile.create(out);
    try {
      if (weighed) this.memory.start();
      const from = performance.now();
      const { outcome } = await this.session.record({ ...this.story, settings, work, tags: { title: '', stamp: '' }, prints: 'none' }, new FileSink(out, work, part, undefined));
      if (outcome !== 'done') throw new Error(`The browser does not encode it: ${outcome}.`);
      const seconds = (performance.now() - from) / 1000;
      return { frames: planFrames(work.range).frames, seconds, memory: weighed ? this.memory.stop() : Number.NaN };
    } finally {
      if (weighed) this.memory.stop();
      await part.discard();
    }
  }

  async close(): Promise<void> {
    await this.session.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}
