/** The sessions in the repository, found when the app is built; nothing of one is read until it is asked for. */
import { inSlices } from '../../elements/in-slices.ts';
import { sessionWork, type ParsedSession } from '../../scenario/session/parse-session.ts';
import type { FileTable } from '../catalogue.ts';

const FILES: FileTable = import.meta.glob<string>('/scenarios/*/*.session.yaml', { query: '?raw', import: 'default' });

/** Sessions by id, the name of their file: `week2-day1-session8`. */
const BY_ID: ReadonlyMap<string, string> = new Map(Object.keys(FILES).sort().map((file) => [file.replace(/^.*\/|\.session\.yaml$/g, ''), file]));

/** Ids of all shipped sessions; the first one is that of an address without one. */
export const SESSION_IDS: readonly string[] = [...BY_ID.keys()];

const loaded = new Map<string, Promise<ParsedSession>>();

/** Reads and checks a session once; undefined where there is none of this id. Never rejects. */
export function loadSession(id: string = SESSION_IDS[0] ?? ''): Promise<ParsedSession> | undefined {
  const file = BY_ID.get(id);
  const read = file === undefined ? undefined : FILES[file];
  if (file === undefined || !read) return undefined;
  const known = loaded.get(id) ?? read().then((text) => inSlices(sessionWork({ file: file.slice(1), text })), unreadable(file));
  loaded.set(id, known);
  return known;
}

function unreadable(file: string): (error: unknown) => ParsedSession {
  return (error) => {
    const message = error instanceof Error ? error.message : String(error);
    return { diagnostics: [{ severity: 'error', code: 'unreadable', message, file, line: 1, column: 1, path: '' }] };
  };
}
