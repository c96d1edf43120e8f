/** The shipped training session, read from its file. */
import { readFileSync } from 'node:fs';
import { parseSession } from '../../src/scenario/session/parse-session.ts';
import type { Session, SessionLink } from '../../src/scenario/session/model.ts';

const FILE = 'scenarios/kubernetes/week2-day1-session8.session.yaml';

/** Its text. */
export function sessionText(): string {
  return readFileSync(new URL(`../../${FILE}`, import.meta.url), 'utf8');
}

/** The session; fails with its diagnostics. */
export function shippedSession(): Session {
  const { session, diagnostics } = parseSession({ file: FILE, text: sessionText() });
  if (!session) throw new Error(diagnostics.map(({ line, message }) => `${FILE}:${line} ${message}`).join('\n'));
  return session;
}

/** Every link of a session, with where it stands. */
export function linksOf(value: unknown, place = ''): { readonly place: string; readonly link: SessionLink }[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('scenario' in value && 'choices' in value) return [{ place, link: value as SessionLink }];
  return Object.entries(value).flatMap(([key, item]) => linksOf(item, `${place}/${(item as { id?: string } | null)?.id ?? key}`));
}
