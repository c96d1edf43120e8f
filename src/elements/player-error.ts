import type { Diagnostic } from '../scenario/diagnostic.ts';

/** Why nothing could be loaded; `code` is that of `MediaError`. */
export class PlayerError extends Error {
  static readonly ABORTED = 1;
  static readonly NETWORK = 2;
  static readonly DECODE = 3;
  static readonly NOT_SUPPORTED = 4;

  /** `MediaError`'s codes: 2 the file did not come, 3 it came but is broken, 4 there is nothing to load or nothing can draw it. */
  readonly code: number;
  /** What to mend, errors first. Never empty. */
  readonly diagnostics: readonly Diagnostic[];

  constructor(code: number, diagnostics: readonly Diagnostic[]) {
    super(diagnostics[0]?.message ?? 'The scenario could not be loaded.');
    this.name = 'PlayerError';
    this.code = code;
    this.diagnostics = diagnostics;
  }
}
