import type { Diagnostic } from '../scenario/diagnostic.ts';
import type { Messages } from './messages.ts';
import { shownAddress, type FetchProblem } from './scenario-reader.ts';

/** A problem with a file as a whole, as a diagnostic; line 0 says that no place in it is meant. */
export function fetchDiagnostic(problem: FetchProblem, t: Messages): Diagnostic {
  const { message, hint } = wordsFor(problem, t);
  return { severity: 'error', code: `file-${problem.kind}`, message, hint, file: problem.address, line: 0, column: 0, path: '' };
}

/** The same in one sentence or two. */
export function fetchSentence(problem: FetchProblem, t: Messages): string {
  const { message, hint } = wordsFor(problem, t);
  return `${message} ${hint}`;
}

function wordsFor(problem: FetchProblem, t: Messages): { readonly message: string; readonly hint: string } {
  return t.fetchProblem({ ...problem, address: shownAddress(problem.address) });
}
