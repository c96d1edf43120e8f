import type { Diagnostic } from '../scenario/diagnostic.ts';

/** Keys and indices from a document's root. */
export type DocumentPath = readonly (string | number)[];

/** Something that a viewer would stumble over, at its place in one of the two documents; `toDiagnostics` finds line and column. */
export interface Finding {
  readonly severity: Diagnostic['severity'];
  readonly code: string;
  readonly message: string;
  readonly document: 'scenario' | 'architecture';
  readonly path: DocumentPath;
  readonly found?: string;
  readonly expected?: string;
  readonly hint?: string;
}
