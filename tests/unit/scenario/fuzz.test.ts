import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { formatDocument } from '../../../src/scenario/format.ts';
import { parseScenario } from '../../../src/scenario/parse.ts';
import { BASE } from './base.ts';

const fixture = (name: string): string => readFileSync(new URL(`../../fixtures/small/${name}.yaml`, import.meta.url), 'utf8');
const SMALL = fixture('scenario').replace(
  'architecture: ./architecture.yaml',
  `architecture:\n${fixture('architecture').replace(/^/gm, '  ')}`,
);
const SOURCES = [BASE, SMALL];

/** What breaks parsers: signs of YAML, numbers at the edges, names that JavaScript knows. */
const SNIPPETS = [
  '',
  ' ',
  '\t',
  '\n',
  '  ',
  ':',
  ': ',
  '- ',
  '? ',
  '[',
  ']',
  '{',
  '}',
  ',',
  '&a ',
  '*a',
  '!t ',
  '!!str ',
  '|',
  '>',
  '"',
  "'",
  '#',
  ' # ',
  '%',
  '@',
  '`',
  '---\n',
  '...\n',
  '\\',
  '<<: {}',
  '__proto__',
  'constructor',
  'toString',
  '${',
  '$${',
  '${r.quorum}',
  '${r.timeouts.2}s',
  'values:\n  r:\n    model: raft\n    members: 3\n',
  'null',
  '~',
  'true',
  '.nan',
  '-.inf',
  '1e309',
  '-0',
  '0x7fffffffffffffff',
  '99999999999999999999',
  '1.5',
  '-> ',
  ' -> ',
  'a -> b',
  'client -> client',
  '\u0000',
  '\ufffd',
  '\ud800',
  '\u2028',
  '한글',
  '🙂',
  'javascript:alert(1)',
  '../../..',
  'every: 1s',
  'deeper:',
  'do:',
  'x'.repeat(2_000),
];

const lineMutation = fc.record({
  kind: fc.constantFrom('drop', 'double', 'swap', 'indent', 'insert', 'cut'),
  at: fc.nat(),
  to: fc.nat(),
  snippet: fc.constantFrom(...SNIPPETS),
});
type Mutation = typeof lineMutation extends fc.Arbitrary<infer T> ? T : never;

function mutate(text: string, { kind, at, to, snippet }: Mutation): string {
  const lines = text.split('\n');
  const [i, j] = [at % lines.length, to % lines.length];
  const place = at % (text.length + 1);
  switch (kind) {
    case 'drop':
      return lines.toSpliced(i, 1 + (to % 3)).join('\n');
    case 'double':
      return lines.toSpliced(j, 0, lines[i] as string).join('\n');
    case 'swap':
      return lines
        .with(i, lines[j] as string)
        .with(j, lines[i] as string)
        .join('\n');
    case 'indent':
      return lines.with(i, `${' '.repeat(to % 9)}${(lines[i] as string).trimStart()}`).join('\n');
    case 'insert':
      return text.slice(0, place) + snippet + text.slice(place + (to % 3));
    default:
      return text.slice(0, place);
  }
}

/** Puts any value in the place of a random one. */
function replaceValue(root: unknown, at: number, value: unknown): unknown {
  const places: { holder: Record<string, unknown>; key: string }[] = [];
  const visit = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const key of Object.keys(node)) {
      places.push({ holder: node as Record<string, unknown>, key });
      visit((node as Record<string, unknown>)[key]);
    }
  };
  visit(root);
  const place = places[at % places.length];
  if (place) place.holder[place.key] = value;
  return root;
}

interface Outcome {
  readonly codes: string[];
  readonly seconds: number;
}

async function check(text: string): Promise<Outcome> {
  const before = process.cpuUsage();
  const { scenario, diagnostics } = await parseScenario({ file: 'fuzz.yaml', text, read: () => Promise.reject(new Error('none')) });
  const used = process.cpuUsage(before);
  const lines = text.split('\n').length;
  for (const { line, column, message, code } of diagnostics) {
    expect(code).not.toBe('internal');
    expect(message).not.toBe('');
    expect(line).toBeGreaterThanOrEqual(1);
    expect(line).toBeLessThanOrEqual(lines);
    expect(column).toBeGreaterThanOrEqual(1);
  }
  expect(scenario === undefined).toBe(diagnostics.some((diagnostic) => diagnostic.severity === 'error'));
  return { codes: diagnostics.map((diagnostic) => diagnostic.code), seconds: (used.user + used.system) / 1e6 };
}

describe('mutated scenarios', () => {
  it('never throw, never hang, and always say where', { timeout: 120_000 }, async () => {
    // Processor time against that of the unharmed sources, so that a busy machine changes nothing.
    const usual: number[] = [];
    for (let i = 0; i < 12; i++) usual.push((await check(SOURCES[i % 2] as string)).seconds);
    const bound = 60 * Math.max(...usual) + 0.05;
    const met = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...SOURCES), fc.array(lineMutation, { minLength: 1, maxLength: 4 }), async (source, mutations) => {
        const { codes, seconds } = await check(mutations.reduce(mutate, source));
        for (const code of codes) met.add(code);
        expect(seconds).toBeLessThan(bound);
      }),
      { numRuns: 250, seed: 20_261_122 },
    );
    // The mutations reach far into the parser, not only its syntax errors.
    expect(met.size).toBeGreaterThan(20);
  });

  it('survive any value anywhere', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...SOURCES),
        fc.nat(),
        fc.oneof(fc.constantFrom(...SNIPPETS), fc.jsonValue({ maxDepth: 3 })),
        async (source, at, value) => {
          await check(stringify(replaceValue(parse(source), at, value)));
        },
      ),
      { numRuns: 250, seed: 20_261_122 },
    );
  });

  it('survive formatting, which settles at once', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.constantFrom(...SOURCES), fc.array(lineMutation, { minLength: 1, maxLength: 4 }), (source, mutations) => {
        const once = formatDocument(mutations.reduce(mutate, source));
        expect(formatDocument(once)).toBe(once);
      }),
      { numRuns: 150, seed: 20_261_122 },
    );
  });
});
