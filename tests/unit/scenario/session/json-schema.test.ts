import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { SESSION_DESCRIPTIONS } from '../../../../src/scenario/session/descriptions.ts';
import { sessionJsonSchema } from '../../../../src/scenario/session/json-schema.ts';
import { fits, type Json } from '../json-schema-check.ts';

const schema = sessionJsonSchema() as Json;
const maps = { ...(schema['$defs'] as Record<string, Json>), session: schema };
const shipped = readFileSync(new URL('../../../../scenarios/kubernetes/week2-day1-session8.session.yaml', import.meta.url), 'utf8');

describe('the published schema of sessions', () => {
  it('is up to date (`npx vitest run tests/unit/scenario/session -u` writes it)', async () => {
    await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot('../../../../src/scenario/json-schemas/session.schema.json');
  });

  it('fits the shipped session', () => {
    expect(fits(parse(shipped), schema, schema)).toBe(true);
  });

  it.each([
    ['an unknown key', '  - id: goals\n', '  - id: goals\n    minuets: 5\n'],
    ['no minutes', 'minutes: 5\n', 'minutes: 0\n'],
    ['no step of a scenario', 'links: [kubernetes/integrated-view]', 'links: [integrated-view]'],
    ['a reference that runs', 'href: https://kubernetes.io/docs/concepts/overview/components/', 'href: javascript:alert(1)'],
    ['another version', 'hopline: 1', 'hopline: 2'],
  ])('does not fit %s', (_, find, replace) => {
    expect(shipped).toContain(find);
    expect(fits(parse(shipped.replace(find, replace)), schema, schema)).toBe(false);
  });

  it('describes every key, and nothing that is not there', () => {
    const keysOf = (name: string): string[] => Object.keys((maps[name as keyof typeof maps]?.['properties'] as Json | undefined) ?? {});
    for (const [name, texts] of Object.entries(SESSION_DESCRIPTIONS)) {
      expect(Object.keys(maps), name).toContain(name);
      expect(Object.keys(texts).filter((key) => key !== '').sort(), name).toEqual(keysOf(name).sort());
    }
    expect(Object.keys(maps).filter((name) => name !== 'text').sort()).toEqual(Object.keys(SESSION_DESCRIPTIONS).sort());
  });
});
