import { atOnce, type Work } from '../../shared/work.ts';
import type { Loose } from '../documents.ts';
import type { Diagnostic } from '../diagnostic.ts';
import { Findings, show } from '../findings.ts';
import type { Input } from '../parse.ts';
import { readWork } from '../read-source.ts';
import { SourceDocument } from '../source.ts';
import { Texts } from '../texts.ts';
import { validate } from '../validate.ts';
import type { Session } from './model.ts';
import { SessionResolver } from './resolve-session.ts';
import { SESSION, type SessionDocument } from './schema.ts';

/** `session` is there exactly when no diagnostic is an error. */
export interface ParsedSession {
  readonly session?: Session;
  readonly diagnostics: Diagnostic[];
}

/** Reads a session file. Never throws: whatever is wrong is in the diagnostics, everything at once. */
export function parseSession(input: Input): ParsedSession {
  return atOnce(sessionWork(input));
}

/** The same as work that may be interrupted: a session is as long as several scenarios. */
export function* sessionWork(input: Input): Work<ParsedSession> {
  const findings = new Findings();
  let session: Session | undefined;
  try {
    session = yield* read(input, findings);
  } catch (error) {
    const hint = error instanceof Error ? error.message : String(error);
    const document = new SourceDocument(input.file, '');
    findings.error('internal', 'The file could not be checked, because of a fault in Hopline.', { document, path: [] }, { hint });
  }
  return { ...(session && !findings.failed && { session }), diagnostics: findings.diagnostics() };
}

function* read({ file, text }: Input, findings: Findings): Work<Session | undefined> {
  const document = yield* readWork(file, text, findings);
  if (!document || !isSession(document, findings)) return undefined;
  yield;
  validate(document, document.root, [], SESSION, findings);
  if (typeof document.root !== 'object' || document.root === null || Array.isArray(document.root)) return undefined;
  yield;
  const source = document.root as Loose<SessionDocument>;
  const promised = (source.languages ?? []).filter((lang) => lang !== undefined);
  return new SessionResolver(document, new Texts(document, findings, promised), findings).resolve(source);
}

/** Of another kind of file, or one of another version, nothing else is said. */
function isSession(document: SourceDocument, findings: Findings): boolean {
  const { root } = document;
  if (typeof root !== 'object' || root === null) return true;
  const foreign = ['steps', 'components'].find((key) => key in root);
  if (foreign !== undefined) {
    const message = `This is ${foreign === 'steps' ? 'a scenario' : 'an architecture'}, not a session.`;
    findings.error('wrong-document', message, { document, path: [foreign], on: 'key' }, { found: foreign });
    return false;
  }
  const version = (root as { hopline?: unknown }).hopline;
  if (version === undefined || version === 1) return true;
  const hint = 'Use the version of Hopline that the file was made for.';
  const details = { found: show(version), expected: '1', hint };
  findings.error('wrong-version', 'The file is for another version of the language.', { document, path: ['hopline'] }, details);
  return false;
}
