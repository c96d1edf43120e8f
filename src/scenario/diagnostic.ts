/** Something to mend in a document, as an editor shows it (the shape follows the Language Server Protocol's `Diagnostic`). */
export interface Diagnostic {
  readonly severity: 'error' | 'warning' | 'info';
  /** Stable and searchable, such as `unknown-component`. */
  readonly code: string;
  /** What is wrong, in one sentence. */
  readonly message: string;
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  /** 1-based. */
  readonly column: number;
  /** From the document's root: `steps[3].do[0].send`. */
  readonly path: string;
  readonly found?: string;
  readonly expected?: string;
  /** How to mend it, with the nearest known name where there is one. */
  readonly hint?: string;
}
