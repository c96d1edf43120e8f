import type { Lang } from '../shared/text.ts';
import type { ChoiceDocument, Loose, ScenarioDocument } from './documents.ts';
import { durationSeconds } from '../shared/duration.ts';
import { edgeHint, findEdge } from './edges.ts';
import type { Findings } from './findings.ts';
import type { Architecture, Choice, ChoiceId, EdgeId, Scenario, Step } from './model.ts';
import { resolveEnds } from './resolve-hops.ts';
import { resolveSteps } from './resolve-steps.ts';
import { atStart } from './resolve-start.ts';
import { Scope } from './scope.ts';
import type { SourceDocument } from './source.ts';
import { NO_TEXT } from './texts.ts';
import type { Texts } from './texts.ts';
import { didYouMean } from './nearest.ts';

/** A resolved scenario, and what later checks need to point into its document. */
export interface Resolved {
  readonly scenario: Scenario;
  readonly scope: Scope;
}

/** Resolves every id and fills in every default of a scenario; what does not fit is a finding. */
export function resolveScenario(
  source: Loose<ScenarioDocument>,
  document: SourceDocument,
  declared: Architecture,
  architectureLanguages: Iterable<Lang>,
  texts: Texts,
  findings: Findings,
): Resolved {
  const title = texts.read(source, 'title', source.title, []) ?? NO_TEXT;
  const summary = texts.read(source, 'summary', source.summary, [], true);
  const choices = resolveChoices(source.choices ?? {}, document, texts, findings);
  const architecture = atStart(declared, source.start, document, findings);
  const scope = new Scope(document, findings, texts, architecture, choices);
  const open = resolveOpen(source.open ?? [], scope);
  const steps = resolveSteps(source.steps ?? [], ['steps'], scope);
  warnOfUnusedChoices(choices, scope);
  const clock = durationSeconds(source.clock);
  const scenario: Scenario = {
    id: source.id ?? '',
    title,
    ...(summary && { summary }),
    languages: languagesOf(source, texts, architectureLanguages),
    architecture,
    open,
    choices: [...choices.values()],
    levels: levelsOf(steps),
    ...(clock !== undefined && { clock }),
    steps,
    source: document.file,
  };
  return { scenario, scope };
}

function resolveChoices(
  choices: Readonly<Record<string, Loose<ChoiceDocument> | undefined>>,
  document: SourceDocument,
  texts: Texts,
  findings: Findings,
): ReadonlyMap<ChoiceId, Choice> {
  const resolved = new Map<ChoiceId, Choice>();
  for (const [id, choice] of Object.entries(choices)) {
    const path = ['choices', id];
    const options = Object.entries(choice?.options ?? {}).map(([option, value]) => {
      const at = [...path, 'options', option];
      const note = texts.read(value, 'note', value?.note, at);
      return { id: option, title: texts.read(value, 'title', value?.title, at) ?? NO_TEXT, ...(note && { note }) };
    });
    const ids = options.map((option) => option.id);
    const fallback = choice?.default;
    if (fallback !== undefined && !ids.includes(fallback) && ids.length > 0) {
      findings.error('unknown-option', `The choice has no option \`${fallback}\`.`, { document, path: [...path, 'default'] }, () => ({
        found: fallback,
        expected: ids.join(', '),
        hint: didYouMean(fallback, ids),
      }));
    }
    resolved.set(id, {
      id,
      title: texts.read(choice, 'title', choice?.title, path) ?? NO_TEXT,
      default: fallback ?? ids[0] ?? '',
      options,
    });
  }
  return resolved;
}

function resolveOpen(open: readonly (string | undefined)[], scope: Scope): EdgeId[] {
  const edges: EdgeId[] = [];
  for (const [index, link] of open.entries()) {
    const path = ['open', index];
    const ends = resolveEnds(link, path, scope);
    if (!ends) continue;
    const edge = findEdge(scope.architecture, ...ends);
    if (edge === undefined) {
      scope.error('no-edge', `No edge \`${ends.join(' -> ')}\` is declared.`, path, () => ({
        found: link,
        expected: 'a declared edge, from the side that dials',
        hint: edgeHint(scope.architecture, ...ends),
      }));
    } else if (edges.includes(edge)) {
      scope.warning('already-open', 'This connection is listed already.', path, { found: link });
    } else {
      edges.push(edge);
    }
  }
  return edges;
}

function warnOfUnusedChoices(choices: ReadonlyMap<ChoiceId, Choice>, scope: Scope): void {
  if (scope.findings.hasErrorIn(scope.document, ['steps'])) return;
  for (const id of choices.keys()) {
    if (scope.usedChoices.has(id)) continue;
    const place = { document: scope.document, path: ['choices', id], on: 'key' } as const;
    scope.findings.warning('unused-choice', `Nothing depends on the choice \`${id}\`.`, place, { hint: `Use it: \`choose: ${id}\`.` });
  }
}

/** The promised ones; else those of the scenario, then those of its architecture, in the order in which they stand. */
function languagesOf(source: Loose<ScenarioDocument>, texts: Texts, architectureLanguages: Iterable<Lang>): Lang[] {
  const promised = (source.languages ?? []).filter((lang) => lang !== undefined);
  if (promised.length > 0) return [...new Set(promised)];
  const found = new Set([...texts.languages, ...architectureLanguages]);
  found.delete('und');
  return found.size > 0 ? [...found] : ['und'];
}

function levelsOf(steps: readonly Step[]): number[] {
  const levels = new Set([1]);
  const collect = (list: readonly Step[]): void => {
    for (const { deeper } of list) {
      if (!deeper) continue;
      levels.add(deeper.level);
      collect(deeper.steps);
    }
  };
  collect(steps);
  return [...levels].sort((a, b) => a - b);
}
