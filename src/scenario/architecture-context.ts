import type { Findings } from './findings.ts';
import type { Path, SourceDocument } from './source.ts';
import type { Texts } from './texts.ts';

/** What resolving an architecture needs at every place. */
export interface ArchitectureContext {
  readonly document: SourceDocument;
  /** Where the architecture stands in its document. */
  readonly base: Path;
  readonly findings: Findings;
  readonly texts: Texts;
}
