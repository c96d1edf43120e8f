import type { SourceFile } from './source-files.ts';
import { roomOf } from './rooms.ts';

/** Ways to run or insert text as code or markup: a scenario's text must never become either. */
const UNSAFE = new Set(['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'parseHTMLUnsafe', 'createContextualFragment', 'unsafeHTML', 'unsafeSVG', 'unsafeStatic', 'eval', 'Function', 'srcdoc']);
/** Objects of `document` that write markup. */
const UNSAFE_CALL = /\bdocument\s*\.\s*write(ln)?\b/;

/** Sources of time and chance: below the elements a frame follows from the variant and the time alone. */
const IMPURE = new Set(['requestAnimationFrame', 'requestIdleCallback', 'setInterval', 'setTimeout', 'performance']);
const IMPURE_CALL = /\b(Date\s*\.\s*now|Math\s*\.\s*random|new\s+Date\s*\(\s*\))/;
const PURE_ROOMS = new Set(['shared', 'look', 'scenario', 'importers', 'compile', 'layout', 'timeline', 'check', 'export', 'stage']);
/** Files that may have one of them, as they only wait for the browser and decide nothing about a frame. */
const WAITING: Readonly<Record<string, readonly string[]>> = {
  'src/timeline/raf-clock.ts': ['requestAnimationFrame', 'performance'],
  'src/look/fonts.ts': ['setTimeout'],
};

/** Paths of the machine that a file was written on, and talk about work on the project, which no reader can follow. */
const PRIVATE = /(^|[\s'"`(=])\/(work|tmp|root|home)\/\w|\b(issue|PR|pull request|task|brief)s? #?\d+\b|\.\.\/shared\/(design|reference)/i;

/** Lines that break a rule of the house, as `path:line: what is wrong`. */
export function brokenRules(file: SourceFile): string[] {
  const pure = PURE_ROOMS.has(roomOf(file.path) ?? '');
  const found = file.names.flatMap(({ name, line }) => {
    if (UNSAFE.has(name) && !isTypeOf(file, name, line)) return [`${file.path}:${line}: ${name} makes markup or code of text`];
    return pure && IMPURE.has(name) && !WAITING[file.path]?.includes(name) ? [`${file.path}:${line}: ${name} in a room that must be pure`] : [];
  });
  const lines = file.text.split('\n').flatMap((text, at) => {
    const where = `${file.path}:${at + 1}`;
    const code = text.replace(/^\s*(\/\/|\*|\/\*).*$/, '');
    return [
      ...(UNSAFE_CALL.test(code) ? [`${where}: document.write makes markup of text`] : []),
      ...(pure && IMPURE_CALL.test(code) ? [`${where}: time or chance in a room that must be pure`] : []),
      ...(PRIVATE.test(text) ? [`${where}: names a place or a piece of work that only its writer knows`] : []),
    ];
  });
  return [...new Set([...found, ...lines])];
}

/** `Function` as a type is harmless; only calling it makes code of text. */
function isTypeOf(file: SourceFile, name: string, line: number): boolean {
  return name === 'Function' && !/\bFunction\s*\(/.test(file.text.split('\n')[line - 1] ?? '');
}
