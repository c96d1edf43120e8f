import type { Diagnostic } from '../scenario/diagnostic.ts';
import { Findings, formatPath } from '../scenario/findings.ts';
import type { Scenario } from '../scenario/model.ts';
import { readSource } from '../scenario/read-source.ts';
import type { SourceDocument } from '../scenario/source.ts';
import type { Finding } from './finding.ts';

/** Gives each finding its line and column; `texts` are the files that the scenario was read from, by the name under which they were read. */
export function toDiagnostics(findings: readonly Finding[], scenario: Scenario, texts: ReadonlyMap<string, string>): Diagnostic[] {
  const documents = new Map<string, SourceDocument | undefined>();
  const documentOf = (file: string): SourceDocument | undefined => {
    if (!documents.has(file)) documents.set(file, readSource(file, texts.get(file) ?? '', new Findings()));
    return documents.get(file);
  };
  const inline = scenario.architecture.source === scenario.source;
  return findings.map(({ document, path, ...finding }) => {
    const file = document === 'scenario' ? scenario.source : scenario.architecture.source;
    // A text without languages has no key of its own for them.
    const written = path.at(-1) === 'und' ? path.slice(0, -1) : path;
    const whole = document === 'architecture' && inline ? ['architecture', ...written] : written;
    const { line, column } = documentOf(file)?.locate(whole) ?? { line: 1, column: 1 };
    return { ...finding, file, line, column, path: formatPath(whole) };
  });
}
