import type { ScenarioEntry } from './catalogue.ts';
import type { Link } from './link.ts';
import type { AppMessages } from './messages.ts';
import { openFiles, openTexts, type OpenedFiles, type OwnScenario, type PickedFile } from './own-files.ts';
import { packFiles, unpackFiles } from '../shared/packed-files.ts';

/** Characters of a packed scenario up to which the page's own address carries it along, so that a reload finds it again. */
const NOTED_LIMIT = 32_000;

/** The scenarios that a viewer opened since the page was loaded. They are kept in memory alone. */
export class OwnLibrary {
  private readonly byPath = new Map<string, OwnScenario>();
  private readonly byDocument = new Map<string, OwnScenario>();
  private readonly documents = new WeakMap<OwnScenario, string>();

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
    for (const own of opened.scenarios.toReversed()) {
      this.add(own);
      // One that is too large for a link is too large for the address as well.
      await packFiles(own.files).then((document) => this.remember(own, document), () => undefined);
    }
    return opened;
  }

  /** Opens the scenario that a link carries. Throws `PackedFilesError` for a broken one; its own errors are in the result. */
  async openDocument(document: string, messages: AppMessages): Promise<OpenedFiles> {
    const known = this.byDocument.get(document);
    if (known) {
      this.add(known);
      return { scenarios: [known], diagnostics: [], texts: new Map() };
    }
    const [file, ...others] = await unpackFiles(document);
    const opened = await openTexts([file, ...others], messages, file.name);
    for (const own of opened.scenarios) {
      this.add(own);
      this.remember(own, document);
    }
    return opened;
  }

  /** The link with everything in it that its scenario needs. Throws `PackedFilesError` for one that is too large. */
  async selfContained(link: Link): Promise<Link> {
    const own = this.byPath.get(link.scenario);
    return own ? { ...link, document: this.documents.get(own) ?? (await packFiles(own.files)) } : link;
  }

  /** The link for the page's own address: with its scenario in it where that is not too long. */
  noted(link: Link): Link {
    const own = this.byPath.get(link.scenario);
    const document = own && this.documents.get(own);
    return document && document.length <= NOTED_LIMIT ? { ...link, document } : link;
  }

  /** One of the same id is replaced, as an author who opens the mended file again expects. */
  private add(own: OwnScenario): void {
    this.byPath.delete(own.entry.path);
    this.byPath.set(own.entry.path, own);
  }

  private remember(own: OwnScenario, document: string): void {
    this.byDocument.set(document, own);
    this.documents.set(own, document);
  }
}
