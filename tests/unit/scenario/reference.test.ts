import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import type { Diagnostic } from '../../../src/scenario/diagnostic.ts';
import { formatDocument } from '../../../src/scenario/format.ts';
import { KINDS } from '../../../src/scenario/kinds.ts';
import { LIMITS } from '../../../src/scenario/limits.ts';
import { parseArchitecture, parseScenario } from '../../../src/scenario/parse.ts';
import { VERBS } from '../../../src/scenario/schema/actions.ts';

const SOURCE = new URL('../../../src/scenario/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, SOURCE), 'utf8');
const REFERENCE = read('reference.md');

interface Example {
  readonly kind: string;
  readonly text: string;
  readonly line: number;
}

function examples(markdown: string): Example[] {
  return [...markdown.matchAll(/^```yaml ([\w-]+)\n([\s\S]*?)^```$/gm)].map((match) => ({
    kind: match[1] as string,
    text: match[2] as string,
    line: markdown.slice(0, match.index).split('\n').length,
  }));
}

const EXAMPLES = examples(REFERENCE);
const only = (kind: string): string => EXAMPLES.find((example) => example.kind === kind)?.text ?? '';
const SHOP = only('architecture');

type Fragment = Record<string, Record<string, unknown> | unknown[]>;

/** The whole architecture with what the fragment adds to it. */
function merged(fragment: Fragment): string {
  const whole = parse(SHOP) as Fragment;
  for (const [key, value] of Object.entries(fragment)) {
    whole[key] = Array.isArray(value) ? [...((whole[key] as unknown[] | undefined) ?? []), ...value] : { ...whole[key], ...value };
  }
  return stringify(whole);
}

function inStep(actions: string): string {
  return `id: one\ntitle: One\nsay:\n  en: It happens.\n  ko: 일어납니다.\ndo:\n${actions.replace(/^(?=.)/gm, '  ')}`;
}

/** The example's own step in place of that of the whole scenario, which keeps its one use of the choice. */
function inScenario(step: string): string {
  const item = step.replace(/^(?=.)/gm, '    ').replace(/^ {4}/, '  - ');
  return `${only('scenario')}${item}`;
}

async function run(text: string): Promise<Diagnostic[]> {
  return (await parseScenario({ file: 'reference/scenario.yaml', text, read: () => Promise.resolve(SHOP) })).diagnostics;
}

function check({ kind, text }: Example): Diagnostic[] | Promise<Diagnostic[]> {
  switch (kind) {
    case 'architecture':
      return parseArchitecture({ file: 'reference/architecture.yaml', text }).diagnostics;
    case 'in-architecture':
      return parseArchitecture({ file: 'reference/architecture.yaml', text: merged(parse(text) as Fragment) }).diagnostics;
    case 'scenario':
      return run(text);
    case 'step':
      return run(inScenario(text));
    case 'actions':
      return run(inScenario(inStep(text)));
    default:
      throw new Error(`Unknown kind of example: ${kind}`);
  }
}

describe('the reference', () => {
  it.each(EXAMPLES.map((example) => [example.line, example] as const))('its example at line %i has no faults', async (_, example) => {
    expect(await check(example)).toEqual([]);
  });

  it.each(EXAMPLES.filter(({ kind }) => kind !== 'actions').map((example) => [example.line, example.text] as const))(
    'its example at line %i is in canonical form',
    (_, text) => {
      expect(formatDocument(text)).toBe(text);
    },
  );

  it('runs every fenced block of YAML', () => {
    expect(REFERENCE.match(/^```ya?ml/gm)).toHaveLength(EXAMPLES.length);
  });

  it('has a heading and an example for every verb', () => {
    const headings = [...REFERENCE.matchAll(/^### (.*)$/gm)].flatMap((match) =>
      [...(match[1] as string).matchAll(/`(\w+)`/g)].map((name) => name[1]),
    );
    const used = EXAMPLES.filter(({ kind }) => kind === 'actions')
      .map(({ text }) => text)
      .join('\n');
    for (const verb of VERBS) {
      expect(headings, verb).toContain(verb);
      expect(used, verb).toMatch(new RegExp(`^ *(- )+${verb}:`, 'm'));
    }
  });

  it('names every kind, and no other', () => {
    const list = /^Kinds: ([\s\S]*?)\.\n/m.exec(REFERENCE)?.[1] ?? '';
    expect([...list.matchAll(/`([\w-]+)`/g)].map((match) => match[1])).toEqual(Object.keys(KINDS));
  });

  it('names every limit', () => {
    const table = REFERENCE.slice(REFERENCE.indexOf('## Limits'), REFERENCE.indexOf('## Diagnostics'));
    for (const [name, limit] of Object.entries(LIMITS)) expect(table, name).toContain(limit.toLocaleString('en'));
  });

  it('names every diagnostic, and no other', () => {
    const files = readdirSync(SOURCE, { recursive: true })
      .map(String)
      // The session's documents are another language, with a page of its own.
      .filter((file) => file.endsWith('.ts') && !file.startsWith('session/'));
    const code = files.map(read).join('\n');
    const patterns = [
      /(?:error|warning|info|say|refuse)\(\s*'([a-z][a-z0-9-]+)'/g,
      /code: '([a-z][a-z0-9-]+)'/g,
      /report\(\s*'(?:error|warning)',\s*'([a-z-]+)'/g,
      /known\([^;]*?'(unknown-[a-z]+)'/g,
      /this\.isMember|'(unknown-component)'/g,
    ];
    const used = new Set(
      patterns.flatMap((pattern) => [...code.matchAll(pattern)].map((match) => match[1])).filter((name) => name !== undefined),
    );
    for (const verb of ['create', 'remove', 'open', 'close']) used.add(`needless-${verb}`);
    const table = REFERENCE.slice(REFERENCE.indexOf('## Diagnostics'));
    const named = [...table.matchAll(/^\| `([\w-]+)` \|/gm)].map((match) => match[1]);
    expect([...named].sort()).toEqual([...used].sort());
  });
});

describe('llms.txt', () => {
  const text = read('llms.txt');
  const scenarios = examples(text);

  it('has five whole examples without faults', async () => {
    const whole = scenarios.filter(({ kind }) => kind === 'scenario');
    expect(whole.length).toBeGreaterThanOrEqual(5);
    const architectures = new Map(
      scenarios
        .filter(({ kind }) => kind === 'architecture')
        .map((example) => [`${String((parse(example.text) as { id: string }).id)}.yaml`, example.text]),
    );
    for (const { text: source, line } of whole) {
      const { scenario, diagnostics } = await parseScenario({
        file: 'llms/scenario.yaml',
        text: source,
        read: (address) => Promise.resolve(architectures.get(address.replace('llms/', '')) ?? ''),
      });
      expect(diagnostics, `line ${line}`).toEqual([]);
      expect(scenario, `line ${line}`).toBeDefined();
      expect(formatDocument(source), `line ${line}`).toBe(source);
    }
  });

  it('shows every verb in its examples and names every kind', () => {
    const all = scenarios.map((example) => example.text).join('\n');
    for (const verb of VERBS) expect(all, verb).toMatch(new RegExp(`^ *(- )+${verb}:`, 'm'));
    for (const kind of Object.keys(KINDS)) expect(text, kind).toMatch(new RegExp(`\\b${kind}\\b`));
  });
});
