import type { Diagnostic } from './diagnostic.ts';
import { LIMITS } from './limits.ts';
import type { Path, SourceDocument } from './source.ts';

/**
 * Where something is to be mended: a place in a document. `on: 'key'` points at the key instead of the value, `within` at a word in a text;
 * `offset` says the place in the text outright.
 */
export interface Place {
  readonly document: SourceDocument;
  readonly path: Path;
  readonly on?: 'key' | 'value';
  readonly within?: string;
  readonly offset?: number;
}

/** What a diagnostic says besides its sentence. */
export interface Details {
  readonly found?: string | undefined;
  readonly expected?: string | undefined;
  readonly hint?: string | undefined;
}

/** Collects what is to be mended, everything at once, each thing once. */
export class Findings {
  private readonly list: Diagnostic[] = [];
  private readonly seen = new Set<string>();
  private hidden = 0;
  private errors = 0;
  private readonly errorPlaces: Place[] = [];

  /** True as soon as one error was found. */
  get failed(): boolean {
    return this.errors > 0;
  }

  /** How many things were found. */
  get count(): number {
    return this.list.length + this.hidden;
  }

  /** Whether an error was found at exactly this place. */
  hasErrorAt(place: Place): boolean {
    const { line, column } = positionOf(place);
    return this.list.some(
      (one) => one.severity === 'error' && one.file === place.document.file && one.line === line && one.column === column,
    );
  }

  /** Whether an error was found at this path of a document or below it. */
  hasErrorIn(document: SourceDocument, path: Path): boolean {
    return this.errorPlaces.some((place) => place.document === document && path.every((key, depth) => place.path[depth] === key));
  }

  /** `details` may be a function, so that costly hints are not made for what is not listed. */
  error(code: string, message: string, place: Place, details?: Details | (() => Details)): void {
    this.errors++;
    if (this.errorPlaces.length < LIMITS.diagnostics) this.errorPlaces.push(place);
    this.add('error', code, message, place, details);
  }

  /** Something that plays but most likely is not meant. */
  warning(code: string, message: string, place: Place, details?: Details | (() => Details)): void {
    this.add('warning', code, message, place, details);
  }

  /** Something worth knowing. */
  info(code: string, message: string, place: Place, details?: Details | (() => Details)): void {
    this.add('info', code, message, place, details);
  }

  /** Everything found, in the order of the files and their lines. */
  diagnostics(): Diagnostic[] {
    const order = new Map<string, number>();
    for (const { file } of this.list) if (!order.has(file)) order.set(file, order.size);
    const rank = (d: Diagnostic): number => order.get(d.file) ?? 0;
    const sorted = this.list.toSorted((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
    const last = sorted.at(-1);
    if (this.hidden > 0 && last)
      sorted.push({ ...more(this.hidden, this.errors > 0), file: last.file, line: last.line, column: last.column });
    return sorted;
  }

  private add(severity: Diagnostic['severity'], code: string, message: string, place: Place, details?: Details | (() => Details)): void {
    const { document, path } = place;
    const { line, column } = positionOf(place);
    const key = `${code}\n${document.file}\n${line}:${column}\n${message}`;
    if (this.seen.has(key)) return;
    if (this.list.length >= LIMITS.diagnostics) {
      this.hidden++;
      return;
    }
    this.seen.add(key);
    const { found, expected, hint } = (typeof details === 'function' ? details() : details) ?? {};
    this.list.push({
      severity,
      code,
      message,
      file: document.file,
      line,
      column,
      path: formatPath(path),
      ...(found !== undefined && { found }),
      ...(expected !== undefined && { expected }),
      ...(hint !== undefined && { hint }),
    });
  }
}

function positionOf({ document, path, on, within, offset }: Place): { line: number; column: number } {
  return offset === undefined ? document.locate(path, on, within) : document.position(offset);
}

/** `steps[3].do[0].send`; keys that are no plain names stand in quotes. */
export function formatPath(path: Path): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (/^[\w-]+$/.test(key)) text += text ? `.${key}` : key;
    else text += `[${JSON.stringify(key)}]`;
  }
  return text;
}

/** A value as a diagnostic shows it: short, on one line. */
export function show(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'number' || value === null || typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map';
  const text = String(value).replace(/\s+/g, ' ');
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

function more(count: number, failed: boolean): Omit<Diagnostic, 'file' | 'line' | 'column'> {
  return { severity: failed ? 'error' : 'warning', code: 'more', message: `${count} more of such findings are not listed.`, path: '' };
}
