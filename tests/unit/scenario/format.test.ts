import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { formatDocument } from '../../../src/scenario/format.ts';
import { BASE, parseInline } from './base.ts';
import { generatedScenario } from './generated.ts';

const ROOT = new URL('../../../', import.meta.url);
const FILES = ['tests/fixtures/small', 'scenarios/kubernetes', 'scenarios/shop'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, ROOT))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => `${folder}/${name}`),
);

const comments = (text: string): string[] =>
  text
    .split('\n')
    .flatMap((line) => /^\s*(#.*?)\s*$/.exec(line)?.[1] ?? [])
    .sort();

describe('the canonical form', () => {
  it('writes a line for each language, and the verb first', () => {
    expect(
      formatDocument(`steps:
  - do:
      - label: { en: "one, two", ko: 하나 }
        as: x
        send: a -> b
    title: { en: Who, ko: 누구 }
    id: s
title: T
hopline: 1
`),
    ).toBe(
      `hopline: 1
title: T
steps:
  - id: s
    title:
      en: Who
      ko: 누구
    do:
      - send: a -> b
        as: x
        label:
          en: one, two
          ko: 하나
`.replace('en: one, two', 'en: "one, two"'),
    );
  });

  it('keeps positions and short lists on one line', () => {
    const text =
      'hopline: 1\nlanguages: [en, ko]\ncomponents:\n  a:\n    title: a\n    at: [8, 16]\n  b:\n    kind: service\n    members: [a]\n';
    expect(formatDocument(text)).toBe(text);
    expect(formatDocument('hopline: 1\ncomponents:\n  a:\n    at:\n      - 8\n      - 16\n    title: a\n')).toBe(
      'hopline: 1\ncomponents:\n  a:\n    title: a\n    at: [8, 16]\n',
    );
  });

  it('orders `traffic` with its `every`, parts, members, deeper steps and unknown keys', () => {
    expect(
      formatDocument(
        'steps:\n  - deeper:\n      steps:\n        - say: b\n          id: a\n      level: 2\n    own: 1\n    id: s\n    do:\n      - every: 1s\n        traffic: a -> b\n',
      ),
    ).toBe(
      'steps:\n  - id: s\n    do:\n      - traffic: a -> b\n        every: 1s\n    deeper:\n      level: 2\n      steps:\n        - id: a\n          say: b\n    own: 1\n',
    );
  });

  it('keeps comments', () => {
    const text =
      '# $schema=x\n\n# the file\nhopline: 1 # version\nsteps:\n  # first\n  - id: s\n    # why\n    say: b\n    title: t # short\n    do:\n      - wait: 1s\n      # last\n';
    const formatted = formatDocument(text);
    for (const comment of ['# $schema=x', '# the file', '# version', '# first', '# why', '# short', '# last'])
      expect(formatted).toContain(comment);
    expect(formatted.startsWith('# $schema=x\n')).toBe(true);
  });

  it('returns what is no YAML as it is', () => {
    for (const text of ['', 'a: [', '\t- x', 'a: &b 1\nc: *b\n', '- a\n', '[['.repeat(1_000), 'a: 1\n---\nb: 1\n'])
      expect(formatDocument(text)).toBe(text);
  });

  it.each([
    ...FILES.map((file) => [file, readFileSync(new URL(file, ROOT), 'utf8')] as const),
    ['the base', BASE] as const,
    ['a generated one', generatedScenario(200)] as const,
  ])('%s: means the same, keeps its comments, and settles at once', (_, text) => {
    const once = formatDocument(text);
    expect(parse(once)).toEqual(parse(text));
    expect(comments(once)).toEqual(comments(text));
    expect(formatDocument(once)).toBe(once);
  });

  it('mends what the parser warns of in braces and order', async () => {
    const text = BASE.replace('title: Gateway\n', 'title: { en: Gateway, ko: 게이트웨이 }\n').replace(
      '      - work: gateway\n        takes: 700ms\n',
      '      - takes: 700ms\n        work: gateway\n',
    );
    expect((await parseInline(text)).diagnostics.map(({ code }) => code)).toEqual(['flow-text', 'verb-not-first']);
    expect((await parseInline(formatDocument(text))).diagnostics).toEqual([]);
  });
});
