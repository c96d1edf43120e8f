import type { Model, Result, Results } from '../models/model.ts';
import type { ParameterProblem } from '../models/parameter.ts';
import type { Findings, Place } from './findings.ts';
import { show } from './findings.ts';
import { LIMITS } from './limits.ts';
import { didYouMean } from './nearest.ts';
import type { Path, SourceDocument } from './source.ts';

/** Where placeholders may stand. */
const FILLED = ['choices', 'steps'] as const;
/** `$${`, a whole placeholder, or the start of one that has no end. */
const PLACEHOLDER = /\$\$\{|\$\{([^{}]*)\}|\$\{/g;
const WHOLE = /^\$\{([^{}]*)\}$/;
const PLAIN = 'Write `$${` for a plain `${`.';

/** Results by the name of their run; undefined for a run that failed, of which nothing more is said. */
type Runs = ReadonlyMap<string, Results | undefined>;

/** Runs the models under `values` and puts their results in the place of every `${name.result}`, before anything else is checked. */
export async function fillValues(document: SourceDocument, findings: Findings): Promise<void> {
  const root = document.root as Readonly<Record<string, unknown>>;
  if (!isMap(root) || (root['values'] === undefined && !document.text.includes('${'))) return;
  const runs = isMap(root['values']) ? await runModels(root['values'], document, findings) : new Map<string, undefined>();
  const filler = new Filler(document, findings, runs);
  for (const key of FILLED) filler.fill(root, key);
  if (findings.hasErrorIn(document, ['steps'])) return;
  for (const name of runs.keys()) {
    if (filler.used.has(name)) continue;
    const place = { document, path: ['values', name], on: 'key' } as const;
    findings.warning('unused-value', `Nothing uses the value \`${show(name)}\`.`, place, { hint: `Use it: \`\${${name}.…}\`.` });
  }
}

async function runModels(values: Readonly<Record<string, unknown>>, document: SourceDocument, findings: Findings): Promise<Runs> {
  const runs = new Map<string, Results | undefined>();
  const entries = Object.entries(values).slice(0, LIMITS.values);
  // Loaded by those scenarios that have values, and not by every page.
  const { MODELS } = await import('../models/registry.ts');
  for (const [name, value] of entries) runs.set(name, isMap(value) ? runModel(MODELS, name, value, document, findings) : undefined);
  return runs;
}

function runModel(
  models: Readonly<Record<string, Model>>,
  name: string,
  value: Readonly<Record<string, unknown>>,
  document: SourceDocument,
  findings: Findings,
): Results | undefined {
  const { model: wanted, ...given } = value;
  // A name that is missing or no text is the schema's to report.
  if (typeof wanted !== 'string') return undefined;
  const path = ['values', name];
  const model = Object.hasOwn(models, wanted) ? models[wanted] : undefined;
  if (!model) {
    const names = Object.keys(models);
    findings.error('unknown-model', `There is no model \`${show(wanted)}\`.`, { document, path: [...path, 'model'] }, () => ({
      found: show(wanted),
      expected: names.join(', '),
      hint: didYouMean(wanted, names),
    }));
    return undefined;
  }
  const { results, problems } = model.run(given);
  for (const problem of problems) report(problem, wanted, [...path, ...problem.path], document, findings);
  return results;
}

function report({ kind, expected, names }: ParameterProblem, model: string, path: Path, document: SourceDocument, findings: Findings): void {
  const name = show(String(path.at(-1)));
  if (kind === 'missing') {
    findings.error('missing-key', `\`${model}\` needs \`${name}\`.`, { document, path: path.slice(0, -1) }, { expected });
  } else if (kind === 'unknown') {
    const place: Place = { document, path, on: 'key' };
    const hint = didYouMean(name, names ?? []);
    findings.error('unknown-parameter', `\`${model}\` has no parameter \`${name}\`.`, place, { found: name, expected, hint });
  } else {
    const found = show(path.reduce((holder: unknown, key) => (holder as Record<string | number, unknown>)[key], document.root));
    findings.error('bad-parameter', `\`${name}\` must be ${expected}.`, { document, path }, { found, expected });
  }
}

/** Goes through a tree and replaces what stands in it. */
class Filler {
  /** Names of the runs that something uses. */
  readonly used = new Set<string>();
  private readonly document: SourceDocument;
  private readonly findings: Findings;
  private readonly runs: Runs;
  private readonly path: (string | number)[] = [];
  private characters = 0;
  /** Something in the current scalar could not be found. */
  private failed = false;

  constructor(document: SourceDocument, findings: Findings, runs: Runs) {
    this.document = document;
    this.findings = findings;
    this.runs = runs;
  }

  /** Fills in `holder[key]` and all that is below it. The nesting limit bounds the recursion. */
  fill(holder: object, key: string | number): void {
    const value = (holder as Record<string | number, unknown>)[key];
    this.path.push(key);
    if (Array.isArray(value)) for (const index of value.keys()) this.fill(value, index);
    else if (isMap(value)) for (const inner of Object.keys(value)) this.fill(value, inner);
    else if (typeof value === 'string' && value.includes('${')) this.replace(holder, key, value);
    this.path.pop();
  }

  private replace(holder: object, key: string | number, text: string): void {
    const whole = WHOLE.exec(text);
    this.failed = false;
    const filled = whole ? this.resultOf(text, whole[1] as string) : this.withResults(text);
    this.characters += String(filled).length;
    if (this.characters > LIMITS.filled) {
      const expected = `at most ${LIMITS.filled} characters`;
      this.findings.error('limit', 'Values put too much into this scenario.', { document: this.document, path: ['values'] }, { expected });
      return;
    }
    (holder as Record<string | number, unknown>)[key] = filled;
    if (typeof filled === 'string' && !this.failed) return;
    const keys = this.document.filled.get(holder) ?? new Map<string | number, 'result' | 'nothing'>();
    this.document.filled.set(holder, keys.set(key, this.failed ? 'nothing' : 'result'));
  }

  private withResults(text: string): string {
    let length = 0;
    return text.replace(PLACEHOLDER, (match: string, name: string | undefined) => {
      // Longer texts are refused anyway.
      if (length > LIMITS.payload) return '';
      const result = match === '$${' ? '${' : String(this.resultOf(match, name));
      length += result.length;
      return result;
    });
  }

  /** What stands for a placeholder; the placeholder itself where there is nothing, with a finding. */
  private resultOf(match: string, name: string | undefined): string | number | boolean {
    if (name === undefined || !/^[^\s.]+(\.[^\s.]+)*$/.test(name)) {
      return this.refuse('bad-placeholder', 'This placeholder has no end, or no name in it.', match, { expected: '${name.result}', hint: PLAIN });
    }
    const [run = '', ...keys] = name.split('.');
    if (!this.runs.has(run)) {
      const known = [...this.runs.keys()];
      const expected = known.join(', ') || 'a name under `values`';
      return this.refuse('unknown-value', `There is no value \`${show(run)}\`.`, match, { expected, hint: didYouMean(run, known) ?? PLAIN });
    }
    this.used.add(run);
    const results = this.runs.get(run);
    this.failed ||= results === undefined;
    return results === undefined ? match : this.lookUp(results, keys, match, run);
  }

  private lookUp(results: Results, keys: readonly string[], match: string, run: string): string | number | boolean {
    let result: Result = results;
    let name = run;
    for (const key of keys) {
      const next: Result | undefined = memberOf(result, key);
      if (next === undefined) {
        const names = namesOf(result);
        const expected = names.join(', ') || 'nothing more';
        return this.refuse('unknown-result', `\`${show(name)}\` has no \`${show(key)}\`.`, match, { expected, hint: didYouMean(key, names) });
      }
      result = next;
      name += `.${key}`;
    }
    if (typeof result !== 'object') return typeof result === 'number' ? rounded(result) : result;
    return this.refuse('unknown-result', `\`${show(name)}\` is not one result, but several.`, match, { expected: namesOf(result).join(', ') });
  }

  private refuse(code: string, message: string, match: string, details: { readonly expected: string; readonly hint?: string | undefined }): string {
    this.failed = true;
    this.findings.error(code, message, { document: this.document, path: [...this.path], within: match }, { found: show(match), ...details });
    return match;
  }
}

/** Numbers are shown with three decimals at most. */
function rounded(value: number): number {
  return Math.round(value * 1000) / 1000 + 0;
}

function memberOf(result: Result, key: string): Result | undefined {
  if (Array.isArray(result)) return key === 'count' ? result.length : /^(0|[1-9]\d*)$/.test(key) ? (result[Number(key)] as Result) : undefined;
  return typeof result === 'object' && Object.hasOwn(result, key) ? (result as Results)[key] : undefined;
}

function namesOf(result: Result): string[] {
  if (typeof result !== 'object') return [];
  if (!Array.isArray(result)) return Object.keys(result);
  return result.length > 0 ? [result.length > 1 ? `0 … ${result.length - 1}` : '0', 'count'] : ['count'];
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
