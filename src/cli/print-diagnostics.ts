import type { Diagnostic } from '../scenario/diagnostic.ts';

/** Diagnostics as lines for a terminal: `file:line:column severity code message`, what was found and expected, and the hint, indented. */
export function printDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(printOne).join('\n');
}

/** How many there are of each severity, in words. */
export function summary(diagnostics: readonly Diagnostic[], files: number): string {
  const count = (severity: Diagnostic['severity']): number => diagnostics.filter((item) => item.severity === severity).length;
  const parts = [plural(count('error'), 'error'), plural(count('warning'), 'warning')];
  if (count('info') > 0) parts.push(plural(count('info'), 'remark'));
  return `${plural(files, 'file')} checked: ${parts.join(', ')}.`;
}

function printOne(item: Diagnostic): string {
  const lines = [`${item.file}:${item.line}:${item.column} ${item.severity} ${item.code} ${item.message}`];
  const compared = [item.found === undefined ? '' : `found ${item.found}`, item.expected === undefined ? '' : `expected ${item.expected}`].filter(Boolean);
  if (compared.length > 0) lines.push(`    ${compared.join(', ')}`);
  if (item.hint !== undefined) lines.push(`    ${item.hint}`);
  return lines.join('\n');
}

function plural(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
