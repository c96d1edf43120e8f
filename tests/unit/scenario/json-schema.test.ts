import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DESCRIPTIONS } from '../../../src/scenario/descriptions.ts';
import { architectureJsonSchema, scenarioJsonSchema } from '../../../src/scenario/json-schema.ts';
import { ACTIONS, VERBS } from '../../../src/scenario/schema/actions.ts';
import { BASE } from './base.ts';
import { fits } from './json-schema-check.ts';
import type { Json } from './json-schema-check.ts';

const ROOT = new URL('../../../', import.meta.url);
const SCHEMAS: Readonly<Record<string, Json>> = { architecture: architectureJsonSchema(), scenario: scenarioJsonSchema() };
const scenario = SCHEMAS['scenario'] as Json;
const definitions = scenario['$defs'] as Record<string, Json>;

/** Everything in a schema, with its path. */
function* everything(value: unknown, path = ''): Generator<[string, string, unknown]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, item] of Object.entries(value)) {
    yield [path, key, item];
    yield* everything(item, `${path}/${key}`);
  }
}

function shipped(): string[] {
  const entries = readdirSync(new URL('scenarios/', ROOT), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const folders = ['tests/fixtures/small', ...entries.map(({ name }) => `scenarios/${name}`)];
  return folders.flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, ROOT))
      .filter((name) => name.endsWith('.yaml') && !name.endsWith('.session.yaml'))
      .map((name) => `${folder}/${name}`),
  );
}

describe('the published schemas', () => {
  it.each(Object.entries(SCHEMAS))(
    '%s: the file is up to date (`npx vitest run tests/unit/scenario -u` writes it)',
    async (name, schema) => {
      await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot(`../../../src/scenario/json-schemas/${name}.schema.json`);
    },
  );

  it.each(shipped())('%s fits', (file) => {
    const value: unknown = parse(readFileSync(new URL(file, ROOT), 'utf8'));
    const schema = SCHEMAS[typeof value === 'object' && value !== null && 'steps' in value ? 'scenario' : 'architecture'] as Json;
    expect(fits(value, schema, schema)).toBe(true);
  });

  it.each([
    ['an unknown key', 'title: Base\n', 'title: Base\nsummry: x\n'],
    ['a missing key', 'title: Base\n', ''],
    ['an unknown kind', 'kind: gateway', 'kind: gatewy'],
    ['an unknown accent', 'accent: worker', 'accent: red'],
    ['a number as a text', 'title: Gateway', 'title: 5'],
    ['a third coordinate', 'at: [8, 16]', 'at: [8, 16, 24]'],
    ['a link that runs', 'cite: https://example.org/ask', 'cite: javascript:alert(1)'],
    ['no arrow', 'call: gateway -> pod-1', 'call: gateway'],
    ['an unknown verb', '- wait: 1s', '- wiat: 1s'],
    ['no verb', '- wait: 1s', '- takes: 1s'],
    ['a modifier of another verb', '- wait: 1s', '- wait: 1s\n        label: x'],
    ['two verbs', '- wait: 1s', '- wait: 1s\n        work: db'],
    ['a bad action deep inside', '                - wait: 2s', '                - wait: soon'],
    ['a bad id of a step', '- id: answer', '- id: Answer'],
    ['a level that is no whole number', 'level: 2', 'level: 2.5'],
    ['another version', 'hopline: 1', 'hopline: 2'],
  ])('%s does not fit', (_, find, replace) => {
    expect(BASE.split(find)).toHaveLength(2);
    expect(fits(parse(BASE), scenario, scenario)).toBe(true);
    expect(fits(parse(BASE.replace(find, replace)), scenario, scenario)).toBe(false);
  });

  it.each([
    ['a duration', '- wait: 1s', '- wait: ${a.b}'],
    ['a part of a duration', '- wait: 1s', '- wait: ${a.b}s'],
    ['a whole number', 'connections: 3', 'connections: ${a.b}'],
    ['a status', '      - set: gateway\n        status: running\n    deeper', '      - set: gateway\n        status: ${a.b}\n    deeper'],
    ['a title', 'title: Fast', 'title: ${a.b}'],
    ['a truth', '- clock: 5m', '- clock: 5m\n        illustrative: ${a.b}'],
  ])('%s may be a placeholder', (_, find, replace) => {
    expect(BASE.split(find)).toHaveLength(2);
    expect(fits(parse(BASE.replace(find, replace)), scenario, scenario)).toBe(true);
  });

  it.each([
    ['model: rolling-update\n    replicas: 3', true],
    ['model: rolling-update\n    replicas: 3\n    max-surge: 25%', true],
    ['model: rolling-update', false],
    ['model: rolling-update\n    replicas: many', false],
    ['model: rolling-update\n    replicas: 3\n    size: 3', false],
    ['model: rolling\n    replicas: 3', false],
    ['replicas: 3', false],
  ])('hold a run of a model against its parameters: %j', (run, right) => {
    expect(fits(parse(BASE.replace('choices:', `values:\n  run:\n    ${run}\nchoices:`)), scenario, scenario)).toBe(right);
  });

  it('tell verbs apart by if and then, never by oneOf', () => {
    const keywords = new Set([...everything(SCHEMAS)].map(([, key]) => key));
    expect(keywords).not.toContain('oneOf');
    expect((definitions['action'] as { allOf: Json[] }).allOf.slice(0, VERBS.length).map((rule) => rule['then'])).toEqual(
      VERBS.map((verb) => ({ $ref: `#/$defs/${verb}` })),
    );
  });

  it('have only references that lead somewhere', () => {
    for (const schema of Object.values(SCHEMAS)) {
      for (const [path, key, value] of everything(schema))
        if (key === '$ref') expect(Object.keys(schema['$defs'] as Json), path).toContain((value as string).replace('#/$defs/', ''));
    }
  });

  it('describe every key, and nothing that is not there', () => {
    const undescribed: string[] = [];
    const described: Record<string, string[]> = {};
    for (const [name, schema] of [...Object.entries(definitions), ['scenario', scenario], ['architecture', SCHEMAS['architecture']]] as [
      string,
      Json,
    ][]) {
      described[name] = Object.keys((schema['properties'] as Json | undefined) ?? {});
      if (name === 'action') continue;
      for (const [key, property] of Object.entries((schema['properties'] as Record<string, Json> | undefined) ?? {}))
        if (!property['description']) undescribed.push(`${name}.${key}`);
    }
    expect(undescribed).toEqual([]);
    for (const [name, texts] of Object.entries(DESCRIPTIONS)) {
      expect(Object.keys(described), name).toContain(name);
      for (const key of Object.keys(texts)) if (key !== '') expect(described[name], `${name}.${key}`).toContain(key);
    }
  });

  it('name the keys that the parser knows', () => {
    for (const verb of VERBS)
      expect(Object.keys(definitions[verb]?.['properties'] as Json).sort()).toEqual(Object.keys(ACTIONS[verb].entries).sort());
  });
});
