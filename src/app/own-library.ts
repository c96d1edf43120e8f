import type { ScenarioEntry } from './catalogue.ts';
import { OWN, type Link } from './link.ts';
import type { AppMessages } from './messages.ts';
import { openFiles, openTexts, type OpenedFiles, type OwnScenario, type PickedFile } from './own-files.ts';
import { packFiles, unpackFiles } from './packed-files.ts';

/** The scenarios that a viewer opened since the page was loaded. They are kept in memory alone. */
export class OwnLibrary {
  private readonly byPath = new Map<string, OwnScenario>();
  private readonly byDocument = new Map<string, string>();

  /** The last one opened comes first. */
  get entries(): readonly ScenarioEntry[] {
    return [...this.byPath.values()].map(({ entry }) => entry).reverse();
  }

  find(path: string): OwnScenario | undefined {
    return this.byPath.get(path);
  }

  /** Opens picked files and takes in every scenario among them. Never rejects. */
  async open(picked: readonly PickedFile[], messages: AppMessages): Promise<OpenedFiles> {
    const opened = await openFiles(picked, messages);
    for (const own of opened.scenarios.toReversed()) this.add(own);
    return opened;
  }

  /** Takes a scenario in; one of the same id is replaced, as an author who drops the mended file again expects. */
  add(own: OwnScenario): void {
    this.byPath.delete(own.entry.path);
    this.byPath.set(own.entry.path, own);
  }

  /** Opens the scenario that a link carries. Throws `PackedFilesError` for a broken one; its own errors are in the result. */
  async openDocument(document: string, messages: AppMessages): Promise<OpenedFiles> {
    const known = this.byPath.get(this.byDocument.get(document) ?? '');
    if (known) return { scenarios: [known], diagnostics: [], texts: new Map() };
    const [file, ...others] = await unpackFiles(document);
    const opened = await openTexts([file, ...others], messages, file.name);
    for (const own of opened.scenarios) {
      this.add(own);
      this.byDocument.set(document, own.entry.path);
    }
    return opened;
  }

  /** The link with everything in it that its scenario needs. Throws `PackedFilesError` for one that is too large. */
  async selfContained(link: Link): Promise<Link> {
    const own = this.byPath.get(link.scenario);
    if (!own || !link.scenario.startsWith(`${OWN}/`)) return link;
    return { ...link, document: await packFiles(own.files) };
  }
}
