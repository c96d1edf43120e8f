import type { ScenarioSource } from '../../elements/scenario-source.ts';
import { packFiles, type FileBundle } from '../../shared/packed-files.ts';
import { SHIPPED } from '../catalogue.ts';
import { appMessagesIn } from '../messages.ts';
import { entryOfBundle } from '../own-files.ts';
import { sourceOf } from '../player-session.ts';

/** Milliseconds in which the audience's window gives a file of the viewer's own. */
const PATIENCE_MS = 3000;

/** The scenarios that a presenter's window can show: the shipped ones, and those of the viewer's own that the audience's window has given. */
export class ScenarioShelf {
  /** What players may show. */
  sources: readonly ScenarioSource[] = SHIPPED.map(({ path, file }) => ({ id: path, src: file }));
  private readonly waiting = new Map<string, () => void>();
  private readonly files = new Map<string, FileBundle>();

  constructor(private readonly ask: (path: string) => void) {}

  has(path: string): boolean {
    return this.sources.some(({ id }) => id === path);
  }

  /** The sources with one among them; undefined where nobody gives it. */
  async with(path: string): Promise<readonly ScenarioSource[] | undefined> {
    if (!this.has(path)) {
      const given = new Promise<void>((resolve) => this.waiting.set(path, resolve));
      this.ask(path);
      await Promise.race([given, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))]);
    }
    return this.has(path) ? this.sources : undefined;
  }

  /** Takes the viewer's own files, the scenario first; true where they were here before and are others now. */
  async take(path: string, files: FileBundle, language: string): Promise<boolean> {
    const before = this.files.get(path);
    if (before && JSON.stringify(before) === JSON.stringify(files)) return false;
    this.files.set(path, files);
    const source = await sourceOf(entryOfBundle(files, path, appMessagesIn(language)));
    this.sources = [source, ...this.sources.filter(({ id }) => id !== path)];
    this.waiting.get(path)?.();
    this.waiting.delete(path);
    return before !== undefined;
  }

  /** The viewer's own files for a link; undefined for a shipped scenario, and for one that is too large. */
  async packed(path: string): Promise<string | undefined> {
    const files = this.files.get(path);
    return files && packFiles(files).catch(() => undefined);
  }
}
