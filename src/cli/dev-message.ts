import type { Diagnostic } from '../scenario/diagnostic.ts';

/** What the server of `hopline dev` tells its page when a file was saved, and once when the page opens. */
export interface DevMessage {
  /** The scenario's address, relative to the page. */
  readonly src: string;
  /** Grows by one with every save. */
  readonly revision: number;
  /** Of the parser and of the rules of `hopline check`. */
  readonly diagnostics: readonly Diagnostic[];
}
