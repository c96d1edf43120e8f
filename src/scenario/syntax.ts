import { isScalar, visit } from 'yaml';
import type { Document, YAMLParseError } from 'yaml';

/** What the YAML reader found before any meaning: a syntax error, or why it did not read at all. */
export interface SyntaxProblem {
  readonly code: string;
  readonly message: string;
  readonly offset: number;
  readonly hint?: string;
}

const QUOTES = 'A text with `: ` or ` #` in it stands in quotes, or on a line of its own after `|-`.';

/** In our words: those errors that authors make. */
const KNOWN: { readonly [code: string]: { readonly message?: string; readonly hint: string } } = {
  TAB_AS_INDENT: { message: 'Tabs are not allowed as indentation.', hint: 'Indent with spaces.' },
  BLOCK_AS_IMPLICIT_KEY: { message: 'There is a second `: ` on this line.', hint: QUOTES },
  MULTILINE_IMPLICIT_KEY: {
    message: 'This line has no `: ` after its key.',
    hint: 'Write `key: value`; put a text of several lines after `|-`.',
  },
  BAD_SCALAR_START: { hint: 'Put the text in quotes.' },
  BAD_DQ_ESCAPE: { message: 'This is no escape sequence.', hint: 'Write a backslash twice, or use single quotes.' },
  BAD_INDENT: { hint: 'What belongs together starts at the same column.' },
  BLOCK_IN_FLOW: { hint: 'Write it without brackets and braces, on lines of their own.' },
  BAD_ALIAS: { message: 'Aliases are not part of the language.', hint: 'Write the value out.' },
};

/** Errors that mostly follow from one before them. */
const FOLLOWERS = new Set(['BAD_INDENT', 'MULTILINE_IMPLICIT_KEY', 'UNEXPECTED_TOKEN', 'IMPOSSIBLE', 'MISSING_CHAR']);

/** The errors of a composed document that are worth telling: one for a place, without those that only follow from another. */
export function syntaxProblems(document: Document.Parsed): SyntaxProblem[] {
  const tabs = document.errors.filter((error) => error.code === 'TAB_AS_INDENT');
  const errors = tabs.length > 0 ? tabs : document.errors;
  const problems: SyntaxProblem[] = [];
  const offsets = new Set<number>();
  for (const error of errors) {
    const problem = describe(error, document);
    if (offsets.has(problem.offset) || (problems.length > 0 && FOLLOWERS.has(error.code))) continue;
    offsets.add(problem.offset);
    problems.push(problem);
  }
  return problems;
}

function describe(error: YAMLParseError, document: Document.Parsed): SyntaxProblem {
  if (error.code === 'MISSING_CHAR' && /quote/.test(error.message)) {
    const message = 'The text in quotes has no end.';
    return { code: 'yaml-syntax', message, offset: openQuote(document) ?? error.pos[0], hint: 'Close it with the same kind of quote.' };
  }
  const known = KNOWN[error.code];
  return {
    code: 'yaml-syntax',
    message: known?.message ?? sentence(error.message),
    offset: error.pos[0],
    ...(known && { hint: known.hint }),
  };
}

/** Where the text starts that swallows the rest of the file. */
function openQuote(document: Document.Parsed): number | undefined {
  let last: number | undefined;
  visit(document, {
    Scalar: (_, node) => {
      if (isScalar(node) && node.type?.startsWith('QUOTE')) last = node.range?.[0] ?? last;
    },
  });
  return last;
}

function sentence(message: string): string {
  const first = message.split('\n', 1)[0] ?? message;
  return /[.!?]$/.test(first) ? first : `${first}.`;
}
