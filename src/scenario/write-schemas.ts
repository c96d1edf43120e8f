/** Writes the published JSON Schemas next to this file: `npx tsx src/scenario/write-schemas.ts`. A test fails when they are not up to date. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { architectureJsonSchema, scenarioJsonSchema } from './json-schema.ts';

const folder = new URL('./json-schemas/', import.meta.url);
mkdirSync(folder, { recursive: true });
for (const [name, schema] of Object.entries({ architecture: architectureJsonSchema(), scenario: scenarioJsonSchema() })) {
  writeFileSync(new URL(`${name}.schema.json`, folder), `${JSON.stringify(schema, null, 2)}\n`);
}
